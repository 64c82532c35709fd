using System.Globalization;
using System.Text;

namespace Extraction.Formats.OpenXml;

/// <summary>
/// Shows a cached chart number the way its format code does: percent, thousands, decimals, quoted units, dates.
/// A code beyond that shows the plain number.
/// </summary>
internal static class NumberFormat
{
    /// <summary>The value as a person reads it; the text itself where it is no number.</summary>
    public static string Apply(string value, string? formatCode)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) || !double.IsFinite(number)) return value;
        string code = FirstSection(formatCode ?? "");
        if (code.Length == 0 || code.Contains("General", StringComparison.OrdinalIgnoreCase) || code.Contains('@')) return Plain(number);
        (string prefix, string digits, string suffix) = Split(code);
        if (digits.Length == 0) return Date(number, code) ?? Plain(number);
        return digits.Contains('E') || digits.Contains('?') ? Plain(number) : Number(number, prefix, digits, suffix);
    }

    private static string Plain(double number)
    {
        string general = number.ToString("G15", CultureInfo.InvariantCulture);
        return general.Contains('E') && Math.Abs(number) is < 1e28 and > 1e-20
            ? ((decimal)number).ToString(CultureInfo.InvariantCulture)
            : general;
    }

    private static string Number(double number, string prefix, string digits, string suffix)
    {
        if (prefix.Contains('%') || suffix.Contains('%')) number *= 100;
        string core = digits.TrimEnd(',');
        for (int scale = digits.Length - core.Length; scale > 0; scale--) number /= 1000;
        int point = core.IndexOf('.');
        string decimals = point < 0 ? "" : "." + core[(point + 1)..].Replace(",", "", StringComparison.Ordinal);
        string whole = point < 0 ? core : core[..point];
        string pattern = (whole.Contains(',') ? "#,##0" : new string('0', Math.Max(1, whole.Count(c => c == '0')))) + decimals;
        // binary noise (0.28999999999999998) must not decide the rounding
        decimal? exact = Math.Abs(number) < 1e20 ? (decimal)number : null;
        string shown = exact is { } value
            ? Math.Abs(value).ToString(pattern, CultureInfo.InvariantCulture)
            : Math.Abs(number).ToString(pattern, CultureInfo.InvariantCulture);
        return (number < 0 ? "-" : "") + prefix + shown + suffix;
    }

    private static string? Date(double number, string code)
    {
        bool year = code.Contains('y', StringComparison.OrdinalIgnoreCase);
        bool day = code.Contains('d', StringComparison.OrdinalIgnoreCase);
        bool month = code.Contains('m', StringComparison.OrdinalIgnoreCase);
        if (!(year || day || month) || number is < 1 or > 2958465) return null;
        DateTime date = DateTime.FromOADate(Math.Floor(number));
        string pattern = (year, month, day) switch
        {
            (true, true, true) => "yyyy-MM-dd",
            (true, true, false) => "yyyy-MM",
            (true, false, false) => "yyyy",
            _ => "yyyy-MM-dd",
        };
        return date.ToString(pattern, CultureInfo.InvariantCulture);
    }

    private static string FirstSection(string code)
    {
        bool quoted = false;
        for (int i = 0; i < code.Length; i++)
        {
            if (code[i] == '"') quoted = !quoted;
            else if (code[i] == '\\') i++;
            else if (code[i] == ';' && !quoted) return code[..i];
        }
        return code;
    }

    // literals lose their quotes and escapes, [colours] and _padding go, digits keep their places
    private static (string Prefix, string Digits, string Suffix) Split(string code)
    {
        var parts = (Prefix: new StringBuilder(), Digits: new StringBuilder(), Suffix: new StringBuilder());
        bool quoted = false;
        for (int i = 0; i < code.Length; i++)
        {
            char c = code[i];
            StringBuilder literal = parts.Digits.Length == 0 ? parts.Prefix : parts.Suffix;
            if (c == '"') quoted = !quoted;
            else if (quoted) literal.Append(c);
            else if (c == '\\' && i + 1 < code.Length) literal.Append(code[++i]);
            else if (c is '_' or '*') i++;
            else if (c == '[') i = SkipBracket(code, i, literal);
            else if (c is '0' or '#' or '?' or '.' or ',' or 'E') parts.Digits.Append(c);
            else literal.Append(c);
        }
        return (parts.Prefix.ToString(), parts.Digits.ToString(), parts.Suffix.ToString().TrimEnd());
    }

    // [$¥-804] shows its currency sign, [Red] nothing
    private static int SkipBracket(string code, int start, StringBuilder literal)
    {
        int end = code.IndexOf(']', start);
        if (end < 0) return code.Length;
        if (code[start + 1] == '$') literal.Append(code[(start + 2)..end].Split('-')[0]);
        return end;
    }
}

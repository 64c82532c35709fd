using System.Globalization;

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
        if (Parse(value) is not { } number) return value;
        if (string.IsNullOrEmpty(formatCode)) return Plain(number);
        FormatSection section = FormatSection.First(formatCode);
        if (section.Code.Contains('@')) return Plain(number);
        if (section.IsGeneral) return section.Prefix + Plain(number) + section.Suffix;
        if (section.Digits.Length == 0) return DateFormat.Apply(number, section.Code) ?? Plain(number);
        return section.Digits.Contains('E') || section.Digits.Contains('?') ? Plain(number) : Number(number, section);
    }

    /// <summary>The value of a cached number, null for anything else.</summary>
    public static double? Parse(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;

    /// <summary>The number with all its places and nothing else.</summary>
    public static string Plain(double number)
    {
        string general = number.ToString("G15", CultureInfo.InvariantCulture);
        return general.Contains('E') && Math.Abs(number) is < 1e28 and > 1e-20
            ? ((decimal)number).ToString(CultureInfo.InvariantCulture)
            : general;
    }

    private static string Number(double number, FormatSection section)
    {
        if (section.IsPercent) number *= 100;
        string core = section.Digits.TrimEnd(',');
        for (int scale = section.Digits.Length - core.Length; scale > 0; scale--) number /= 1000;
        int point = core.IndexOf('.');
        string decimals = point < 0 ? "" : "." + core[(point + 1)..].Replace(",", "", StringComparison.Ordinal);
        string whole = point < 0 ? core : core[..point];
        string pattern = (whole.Contains(',') ? "#,##0" : new string('0', Math.Max(1, whole.Count(c => c == '0')))) + decimals;
        // binary noise (0.28999999999999998) must not decide the rounding
        decimal? exact = Math.Abs(number) < 1e20 ? (decimal)number : null;
        string shown = exact is { } value
            ? Math.Abs(value).ToString(pattern, CultureInfo.InvariantCulture)
            : Math.Abs(number).ToString(pattern, CultureInfo.InvariantCulture);
        return (number < 0 ? "-" : "") + section.Prefix + shown + section.Suffix;
    }
}

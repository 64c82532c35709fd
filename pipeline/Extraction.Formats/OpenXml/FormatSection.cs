using System.Text;

namespace Extraction.Formats.OpenXml;

/// <summary>The part of a number's format code that shows positive numbers.</summary>
/// <param name="Code">As the file has it.</param>
/// <param name="Prefix">Literal text before the number.</param>
/// <param name="Digits">The signs that place digits: <c>0 # ? . , E</c>; empty for dates and for <c>General</c>.</param>
/// <param name="Suffix">Literal text behind the number.</param>
/// <param name="IsPercent">Whether the number is shown a hundredfold.</param>
/// <param name="IsGeneral">Whether the number is shown as it is.</param>
internal sealed record FormatSection(string Code, string Prefix, string Digits, string Suffix, bool IsPercent, bool IsGeneral)
{
    private const string General = "General";

    /// <summary>The first section of a code.</summary>
    public static FormatSection First(string code) => Read(code[..End(code)]);

    private static int End(string code)
    {
        bool quoted = false;
        for (int i = 0; i < code.Length; i++)
        {
            if (code[i] == '"') quoted = !quoted;
            else if (code[i] == '\\') i++;
            else if (code[i] == ';' && !quoted) return i;
        }
        return code.Length;
    }

    // literals lose their quotes and escapes, [colours] and _padding go, digits keep their places
    private static FormatSection Read(string code)
    {
        var parts = (Prefix: new StringBuilder(), Digits: new StringBuilder(), Suffix: new StringBuilder());
        bool quoted = false, percent = false, general = false;
        for (int i = 0; i < code.Length; i++)
        {
            char c = code[i];
            StringBuilder literal = parts.Digits.Length == 0 && !general ? parts.Prefix : parts.Suffix;
            if (c == '"') quoted = !quoted;
            else if (quoted) literal.Append(c);
            else if (string.Compare(code, i, General, 0, General.Length, StringComparison.OrdinalIgnoreCase) == 0) (general, i) = (true, i + General.Length - 1);
            else if (c == '\\' && i + 1 < code.Length) literal.Append(code[++i]);
            else if (c is '_' or '*') i++;
            else if (c == '[') i = SkipBracket(code, i, literal);
            else if (c is '0' or '#' or '?' or '.' or ',' or 'E') parts.Digits.Append(c);
            else literal.Append(c);
            percent |= c == '%' && !quoted && (i == 0 || code[i - 1] != '\\');
        }
        return new FormatSection(code, parts.Prefix.ToString(), parts.Digits.ToString(), parts.Suffix.ToString().TrimEnd(), percent, general);
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

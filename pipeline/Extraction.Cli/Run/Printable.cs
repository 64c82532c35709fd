using System.Globalization;
using System.Text;

namespace Extraction.Cli.Run;

/// <summary>Text that comes from file names and files, made safe for a line on a terminal.</summary>
internal static class Printable
{
    /// <summary>Control characters, marks that turn the direction of writing and lone surrogates as <c>\u{…}</c>; everything else as it is.</summary>
    internal static string Of(string text)
    {
        if (!text.EnumerateRunes().Any(IsUnsafe)) return text;
        var safe = new StringBuilder(text.Length + 16);
        foreach (Rune rune in text.EnumerateRunes())
            if (IsUnsafe(rune)) safe.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X}}}");
            else safe.Append(rune.ToString());
        return safe.ToString();
    }

    private static bool IsUnsafe(Rune rune) =>
        rune.Value == 0xFFFD || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F;
}

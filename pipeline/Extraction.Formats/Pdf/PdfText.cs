using System.Globalization;
using System.Text;

namespace Extraction.Formats.Pdf;

/// <summary>Questions about characters that the PDF reader asks.</summary>
internal static class PdfText
{
    private const double NoiseShare = 0.4;
    private const double AccentedShare = 0.25;

    /// <summary>The text with lone surrogates replaced by U+FFFD and line ends by spaces, so that spans never split a character.</summary>
    public static string Clean(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
            builder.Append(rune.Value is '\r' or '\n' or 0x0B or 0x0C or 0x85 or 0x2028 or 0x2029 ? " " : rune.ToString());
        return builder.ToString();
    }

    /// <summary>Whether lines of this script are set without spaces: Han, kana, CJK punctuation, full-width forms, CJK radicals.</summary>
    public static bool IsCjk(Rune rune) => rune.Value is
        (>= 0x2E80 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE10 and <= 0xFE1F) or (>= 0xFE30 and <= 0xFE4F) or (>= 0xFF00 and <= 0xFFEF)
        or (>= 0x20000 and <= 0x3FFFF) or 0x201C or 0x201D or 0x2018 or 0x2019 or 0x2014 or 0x2026;

    /// <summary>Whether so many visible characters are of kinds that no report is written in, or accented (bytes of another code read as
    /// Latin), that the font cannot have a usable character table.</summary>
    public static bool IsNoise(string text)
    {
        int visible = 0, noise = 0, accented = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune)) continue;
            visible++;
            if (IsUnlikely(rune)) noise++;
            if (IsAccented(rune)) accented++;
        }
        return visible >= 10 && (noise + accented > visible * NoiseShare || accented > visible * AccentedShare);
    }

    private static bool IsAccented(Rune rune) => rune.Value is >= 0xC0 and <= 0x24F and not 0xD7 and not 0xF7;

    private static bool IsUnlikely(Rune rune)
    {
        UnicodeCategory category = Rune.GetUnicodeCategory(rune);
        if (category is UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned) return true;
        if (rune.Value == 0xFFFD) return true;
        return category is UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.NonSpacingMark
            && !IsCjk(rune) && rune.Value is not (>= 0x3000 and <= 0x31FF) and not (>= 0xAC00 and <= 0xD7AF) and not (>= 0x1100 and <= 0x11FF);
    }
}

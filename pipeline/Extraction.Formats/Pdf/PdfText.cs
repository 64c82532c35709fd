using System.Globalization;
using System.Text;

namespace Extraction.Formats.Pdf;

/// <summary>Questions about characters that the PDF reader asks.</summary>
internal static class PdfText
{
    private const double NoiseShare = 0.4;
    private const double AccentedShare = 0.25;
    private const double OneScriptShare = 0.9;

    /// <summary>The text with lone surrogates replaced by U+FFFD and line ends by spaces, so that spans never split a character.</summary>
    public static string Clean(string text)
    {
        if (text.Length == 1 && !char.IsSurrogate(text[0]) && text[0] > 0x1F && text[0] is not ('\u0085' or '\u2028' or '\u2029')) return text;
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
        Dictionary<int, int> foreign = [];
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune)) continue;
            visible++;
            if (IsUnlikely(rune)) noise++;
            else if (ScriptOf(rune) is > 0 and var script) foreign[script] = foreign.GetValueOrDefault(script) + 1;
            if (IsAccented(rune)) accented++;
        }
        // people write in one script; a wrong table scatters over many
        int letters = foreign.Values.Sum();
        if (letters > 0 && foreign.Values.Max() < OneScriptShare * letters) noise += letters;
        return visible >= 10 && (noise + accented > visible * NoiseShare || accented > visible * AccentedShare);
    }

    private static bool IsAccented(Rune rune) => rune.Value is >= 0xC0 and <= 0x24F and not 0xD7 and not 0xF7;

    /// <summary>Signs of symbol fonts (bullets, arrows) stand in an area of their own and are no damage.</summary>
    private static bool IsUnlikely(Rune rune) => rune.Value is not (>= 0xF020 and <= 0xF0FF) &&
        (rune.Value == 0xFFFD || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    /// <summary>A number for the script of a letter that is neither Latin, Greek, Cyrillic nor of East Asia: 0 for those, else the same for
    /// neighbouring blocks of one script, or of scripts that are written together.</summary>
    private static int ScriptOf(Rune rune)
    {
        UnicodeCategory category = Rune.GetUnicodeCategory(rune);
        if (category is not (UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.NonSpacingMark) || IsCjk(rune)) return 0;
        return rune.Value switch
        {
            < 0x0370 or (>= 0x1100 and <= 0x11FF) or (>= 0x3000 and <= 0x31FF) or (>= 0xAC00 and <= 0xD7AF) => 0,
            < 0x0600 or (>= 0xFB1D and <= 0xFB4F) => 1,
            < 0x0780 or (>= 0xFB50 and <= 0xFEFC) => 2,
            var value => value >> 7,
        };
    }
}

using UglyToad.PdfPig.Fonts.Encodings;

namespace Extraction.Formats.Pdf.Fonts;

/// <summary>The private area U+F020 to U+F0FF, where writers put the codes of symbol fonts. For Adobe's Symbol the letters behind them are public.</summary>
internal static class SymbolArea
{
    private const int Start = 0xF000;

    /// <summary>The letter that is meant, else the text as it is.</summary>
    /// <param name="text">What the file's table says.</param>
    /// <param name="font">Name of the font.</param>
    public static string Mend(string text, string font)
    {
        if (text.Length != 1 || text[0] is < '\uF020' or > '\uF0FF') return text;
        int plus = font.IndexOf('+', StringComparison.Ordinal);
        if (!font.AsSpan(plus + 1).StartsWith("Symbol", StringComparison.Ordinal)) return text;
        return SymbolEncoding.Instance.CodeToNameMap.TryGetValue(text[0] - Start, out string? name) && GlyphNames.TextOf(name) is { } letter ? letter : text;
    }
}

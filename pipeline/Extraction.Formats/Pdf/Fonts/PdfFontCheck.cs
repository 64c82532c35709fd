using Extraction.Formats.Pdf.Content;

namespace Extraction.Formats.Pdf.Fonts;

/// <summary>The letters of a page, sorted by whether they can be believed.</summary>
/// <param name="Readable">Those that make sense, mended where another source proves what they are.</param>
/// <param name="Unreadable">Those of fonts that do not say which characters they draw.</param>
/// <param name="Fonts">Names of those fonts.</param>
internal sealed record PdfCheckedGlyphs(List<PdfDrawnGlyph> Readable, List<PdfDrawnGlyph> Unreadable, IReadOnlyList<string> Fonts);

/// <summary>Judges each font by what its letters say together, and mends what can be proved.</summary>
internal static class PdfFontCheck
{
    private const double UnknownShare = 0.5;

    public static PdfCheckedGlyphs Of(List<PdfDrawnGlyph> glyphs)
    {
        List<PdfDrawnGlyph> readable = glyphs;
        HashSet<PdfFont> refused = [];
        foreach (PdfFont font in glyphs.Select(glyph => glyph.Font).Distinct().ToList())
        {
            if (!IsNoise(readable, font)) continue;
            if (Mended(readable, font) is { } mended) readable = mended;
            else refused.Add(font);
        }
        if (refused.Count == 0) return new PdfCheckedGlyphs(readable, [], []);
        return new PdfCheckedGlyphs(
            readable.FindAll(glyph => !refused.Contains(glyph.Font)), readable.FindAll(glyph => refused.Contains(glyph.Font)),
            [.. refused.Select(font => font.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    private static bool IsNoise(List<PdfDrawnGlyph> glyphs, PdfFont font)
    {
        string text = TextOf(glyphs, font);
        int unknown = text.Count(letter => letter == '\uFFFD');
        return (unknown > 0 && unknown >= UnknownShare * text.Length) || PdfText.IsNoise(text);
    }

    private static string TextOf(List<PdfDrawnGlyph> glyphs, PdfFont font) =>
        string.Concat(glyphs.Where(glyph => glyph.Font == font && !glyph.Glyph.IsSpace).Select(glyph => glyph.Glyph.Text));

    private static List<PdfDrawnGlyph>? Mended(List<PdfDrawnGlyph> glyphs, PdfFont font)
    {
        if (font.MayHoldPairs && BytePairs.Join(glyphs, font) is { } joined) return joined;
        if (font.Second is not { } second) return null;
        List<PdfDrawnGlyph> asked = [.. glyphs.Select(glyph => glyph.Font == font ? Asked(glyph, second) : glyph)];
        return IsNoise(asked, font) ? null : asked;
    }

    private static PdfDrawnGlyph Asked(PdfDrawnGlyph glyph, Func<uint, string?> second) =>
        second(glyph.Code) is { } text ? glyph with { IsGuess = false, Glyph = glyph.Glyph with { Text = PdfText.Clean(text) } } : glyph;
}

using System.Text;
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
    private const double HighShare = 0.25;

    public static PdfCheckedGlyphs Of(List<PdfDrawnGlyph> glyphs)
    {
        List<PdfDrawnGlyph> readable = glyphs;
        HashSet<PdfFont> refused = [];
        foreach ((PdfFont font, StringBuilder text) in TextsOf(glyphs))
        {
            List<PdfDrawnGlyph>? joined = font.MayHoldPairs && IsMostlyHigh(text) ? BytePairs.Join(readable, font) : null;
            if (joined is null && !IsNoise(text.ToString())) continue;
            if ((joined ?? Mended(readable, font)) is { } mended) readable = mended;
            else refused.Add(font);
        }
        if (refused.Count == 0) return new PdfCheckedGlyphs(readable, [], []);
        return new PdfCheckedGlyphs(
            readable.FindAll(glyph => !refused.Contains(glyph.Font)), readable.FindAll(glyph => refused.Contains(glyph.Font)),
            [.. refused.Select(font => font.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    /// <summary>What each font says, in the order of the fonts' first letters.</summary>
    private static List<(PdfFont Font, StringBuilder Text)> TextsOf(List<PdfDrawnGlyph> glyphs)
    {
        List<(PdfFont Font, StringBuilder Text)> texts = [];
        Dictionary<PdfFont, StringBuilder> known = [];
        foreach (PdfDrawnGlyph glyph in glyphs)
        {
            if (glyph.Glyph.IsSpace) continue;
            if (!known.TryGetValue(glyph.Font, out StringBuilder? text))
            {
                known[glyph.Font] = text = new StringBuilder();
                texts.Add((glyph.Font, text));
            }
            text.Append(glyph.Glyph.Text);
        }
        return texts;
    }

    /// <summary>Whether many letters lie beyond ASCII within Latin: every second one of Chinese bytes does, few of any Latin writing.</summary>
    private static bool IsMostlyHigh(StringBuilder text)
    {
        int high = 0;
        for (int i = 0; i < text.Length; i++)
            if (text[i] >= 0x80) high++;
        return high > HighShare * text.Length;
    }

    private static bool IsNoise(string text)
    {
        int unknown = text.Count(letter => letter == '\uFFFD');
        return (unknown > 0 && unknown >= UnknownShare * text.Length) || PdfText.IsNoise(text);
    }

    private static List<PdfDrawnGlyph>? Mended(List<PdfDrawnGlyph> glyphs, PdfFont font)
    {
        if (font.Second is not { } second) return null;
        List<PdfDrawnGlyph> asked = [.. glyphs.Select(glyph => glyph.Font == font ? Asked(glyph, second) : glyph)];
        return IsNoise(string.Concat(asked.Where(glyph => glyph.Font == font && !glyph.Glyph.IsSpace).Select(glyph => glyph.Glyph.Text))) ? null : asked;
    }

    private static PdfDrawnGlyph Asked(PdfDrawnGlyph glyph, Func<uint, string?> second) =>
        second(glyph.Code) is { } text ? glyph with { IsGuess = false, Glyph = glyph.Glyph with { Text = PdfText.Clean(text) } } : glyph;
}

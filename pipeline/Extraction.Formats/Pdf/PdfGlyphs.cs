using UglyToad.PdfPig.Content;

namespace Extraction.Formats.Pdf;

/// <summary>The letters of a page, each once: fake bold and shadows draw a letter again at nearly the same place.</summary>
internal static class PdfGlyphs
{
    private const double SamePlace = 0.15;

    /// <summary>Converts at most <paramref name="limit"/> letters; <paramref name="cut"/> says whether there were more.</summary>
    public static List<PdfGlyph> Of(IReadOnlyList<Letter> letters, double pageHeight, int limit, out bool cut)
    {
        var glyphs = new List<PdfGlyph>();
        var seen = new Dictionary<(string Text, int X, int Y), PdfGlyph>();
        cut = false;
        foreach (Letter letter in letters)
        {
            if (PdfGlyph.From(letter, pageHeight) is not { } glyph) continue;
            if (!glyph.IsSpace && IsDrawnAgain(glyph, seen)) continue;
            if (glyphs.Count == limit)
            {
                cut = true;
                break;
            }
            glyphs.Add(glyph);
        }
        return glyphs;
    }

    private static bool IsDrawnAgain(PdfGlyph glyph, Dictionary<(string Text, int X, int Y), PdfGlyph> seen)
    {
        double tolerance = glyph.Size * SamePlace;
        int x = Cell(glyph.Start, tolerance), y = Cell(glyph.Baseline, tolerance);
        for (int dx = -1; dx <= 1; dx++)
            for (int dy = -1; dy <= 1; dy++)
                if (seen.TryGetValue((glyph.Text, x + dx, y + dy), out PdfGlyph other) && IsSame(glyph, other, tolerance)) return true;
        seen[(glyph.Text, x, y)] = glyph;
        return false;
    }

    private static bool IsSame(PdfGlyph glyph, PdfGlyph other, double tolerance) =>
        glyph.Angle == other.Angle
        && Math.Abs(glyph.Size - other.Size) < tolerance
        && Math.Abs(glyph.Start - other.Start) < tolerance
        && Math.Abs(glyph.Baseline - other.Baseline) < tolerance;

    private static int Cell(double value, double tolerance) => (int)Math.Clamp(Math.Floor(value / tolerance), int.MinValue / 2, int.MaxValue / 2);
}

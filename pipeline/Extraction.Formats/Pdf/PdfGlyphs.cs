using Extraction.Formats.Pdf.Content;

namespace Extraction.Formats.Pdf;

/// <summary>The letters of a page, each once: fake bold and shadows draw a letter again at nearly the same place.</summary>
internal static class PdfGlyphs
{
    private const double SamePlace = 0.15;

    /// <summary>Keeps at most <paramref name="limit"/> letters; <paramref name="cut"/> says whether there were more.</summary>
    public static List<PdfDrawnGlyph> Of(List<PdfDrawnGlyph> drawn, int limit, out bool cut)
    {
        var glyphs = new List<PdfDrawnGlyph>(Math.Min(drawn.Count, limit));
        var seen = new Dictionary<Place, PdfDrawnGlyph>(Math.Min(drawn.Count, limit));
        cut = false;
        foreach (PdfDrawnGlyph letter in drawn)
        {
            if (!letter.Glyph.IsSpace && IsDrawnAgain(letter, seen)) continue;
            if (glyphs.Count == limit)
            {
                cut = true;
                break;
            }
            glyphs.Add(letter);
        }
        return glyphs;
    }

    /// <summary>Cells are twice as wide as what counts as the same place, so that only the nearer neighbours need a look.</summary>
    private static bool IsDrawnAgain(PdfDrawnGlyph letter, Dictionary<Place, PdfDrawnGlyph> seen)
    {
        double tolerance = letter.Glyph.Size * SamePlace, cell = 2 * tolerance;
        (int x, int nextX) = Cells(letter.Glyph.Start, cell);
        (int y, int nextY) = Cells(letter.Glyph.Baseline, cell);
        string text = letter.Glyph.Text;
        if (IsSeen(new Place(text, x, y)) || IsSeen(new Place(text, nextX, y)) || IsSeen(new Place(text, x, nextY)) || IsSeen(new Place(text, nextX, nextY))) return true;
        seen[new Place(text, x, y)] = letter;
        return false;

        bool IsSeen(Place place) => seen.TryGetValue(place, out PdfDrawnGlyph? other) && IsSame(letter.Glyph, other.Glyph, tolerance);
    }

    private static bool IsSame(in PdfGlyph glyph, in PdfGlyph other, double tolerance) =>
        glyph.Angle == other.Angle
        && Math.Abs(glyph.Size - other.Size) < tolerance
        && Math.Abs(glyph.Start - other.Start) < tolerance
        && Math.Abs(glyph.Baseline - other.Baseline) < tolerance;

    private static (int Own, int Nearer) Cells(double value, double cell)
    {
        double at = Math.Clamp(value / cell, int.MinValue / 2, int.MaxValue / 2), own = Math.Floor(at);
        return ((int)own, (int)own + (at - own < 0.5 ? -1 : 1));
    }

    /// <summary>Most letters are one character, whose number is hash enough.</summary>
    private readonly record struct Place(string Text, int X, int Y)
    {
        public bool Equals(Place other) => X == other.X && Y == other.Y && string.Equals(Text, other.Text, StringComparison.Ordinal);

        public override int GetHashCode() => (((X * 31) + Y) * 8191) + Text[0];
    }
}

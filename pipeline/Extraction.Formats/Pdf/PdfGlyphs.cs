using Extraction.Formats.Pdf.Content;

namespace Extraction.Formats.Pdf;

/// <summary>
/// The letters of a page, each once: fake bold, outlines and shadows draw a letter again at nearly the same place. Letters of one string that
/// do not move are no such effect.
/// </summary>
internal sealed class PdfGlyphs
{
    private const double SamePlace = 0.15;

    // an outline is drawn in eight directions around its letter, with a shadow as much again
    private const int MostLayers = 18;

    private readonly Dictionary<Place, Stack> seen;

    private PdfGlyphs(int count) => seen = new Dictionary<Place, Stack>(count);

    /// <summary>Letters in drawing order.</summary>
    public List<PdfDrawnGlyph> Letters { get; private init; } = [];

    /// <summary>Whether there were more letters than are kept.</summary>
    public bool IsCut { get; private set; }

    /// <summary>How many letters were left out that lie on more of their kind than any effect draws.</summary>
    public int Buried { get; private set; }

    /// <summary>Keeps at most <paramref name="limit"/> letters.</summary>
    public static PdfGlyphs Of(List<PdfDrawnGlyph> drawn, int limit)
    {
        int count = Math.Min(drawn.Count, limit);
        var glyphs = new PdfGlyphs(count) { Letters = new List<PdfDrawnGlyph>(count) };
        foreach (PdfDrawnGlyph letter in drawn)
        {
            if (!letter.Glyph.IsSpace && glyphs.IsDrawnAgain(letter)) continue;
            if (glyphs.IsCut = glyphs.Letters.Count == limit) break;
            glyphs.Letters.Add(letter);
        }
        return glyphs;
    }

    /// <summary>Cells are twice as wide as what counts as the same place, so that only the nearer neighbours need a look.</summary>
    private bool IsDrawnAgain(PdfDrawnGlyph letter)
    {
        double tolerance = letter.Glyph.Size * SamePlace, cell = 2 * tolerance;
        (int x, int nextX) = Cells(letter.Glyph.Start, cell);
        (int y, int nextY) = Cells(letter.Glyph.Baseline, cell);
        string text = letter.Glyph.Text;
        Stack? under = Under(new Place(text, x, y)) ?? Under(new Place(text, nextX, y)) ?? Under(new Place(text, x, nextY)) ?? Under(new Place(text, nextX, nextY));
        if (under is null)
        {
            seen[new Place(text, x, y)] = new Stack(letter);
            return false;
        }
        if (under.Top.Showing == letter.Showing) return false;
        if (++under.Layers > MostLayers) Buried++;
        return true;

        Stack? Under(Place place) => seen.TryGetValue(place, out Stack? other) && IsSame(letter.Glyph, other.Top.Glyph, tolerance) ? other : null;
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

    /// <summary>A letter that is kept, and how many were drawn on it.</summary>
    private sealed class Stack(PdfDrawnGlyph top)
    {
        public PdfDrawnGlyph Top => top;

        public int Layers { get; set; } = 1;
    }

    /// <summary>Most letters are one character, whose number is hash enough.</summary>
    private readonly record struct Place(string Text, int X, int Y)
    {
        public bool Equals(Place other) => X == other.X && Y == other.Y && string.Equals(Text, other.Text, StringComparison.Ordinal);

        public override int GetHashCode() => (((X * 31) + Y) * 8191) + Text[0];
    }
}

using System.Text;
using Extraction.Documents;

namespace Extraction.Formats.Pdf;

/// <summary>A piece of a visual line: glyphs that a reader reads on without a jump. Grows while lines are built, read-only afterwards.</summary>
internal sealed class PdfLine
{
    private const double LatinSpace = 0.17;
    private const double MixedSpace = 0.33;
    private const double CjkSpace = 0.45;

    private readonly List<PdfGlyph> glyphs = [];

    public PdfLine(PdfGlyph first) => glyphs.Add(first);

    public int Angle => glyphs[0].Angle;

    public double Start => glyphs[0].Start;

    /// <summary>End of the last glyph, a drawn space included.</summary>
    public double End => glyphs[^1].End;

    /// <summary>End of the last visible glyph.</summary>
    public double VisibleEnd
    {
        get
        {
            int last = glyphs.FindLastIndex(glyph => !glyph.IsSpace);
            return last < 0 ? Start : glyphs[last].End;
        }
    }

    public double Baseline => glyphs[0].Baseline;

    public PdfGlyph First => glyphs[0];

    public PdfGlyph Last => glyphs[^1];

    /// <summary>The last letter that is no space; the last one of a line of spaces.</summary>
    public PdfGlyph LastVisible
    {
        get
        {
            int last = glyphs.FindLastIndex(glyph => !glyph.IsSpace);
            return glyphs[last < 0 ? ^1 : last];
        }
    }

    public double Size { get; private set; } = 1;

    public string Text { get; private set; } = "";

    public Box Box { get; private set; }

    public bool IsBlank => glyphs.TrueForAll(glyph => glyph.IsSpace);

    public IReadOnlyList<PdfGlyph> Glyphs => glyphs;

    public void Add(PdfGlyph glyph) => glyphs.Add(glyph);

    public void Add(PdfLine other) => glyphs.AddRange(other.glyphs);

    /// <summary>Computes size, box and text once all glyphs are in.</summary>
    public PdfLine Finish()
    {
        List<PdfGlyph> visible = glyphs.FindAll(glyph => !glyph.IsSpace);
        if (visible.Count == 0) return this;
        Size = visible.GroupBy(glyph => Math.Round(glyph.Size, 1)).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First().Key;
        Box = visible.Select(glyph => glyph.Box).Aggregate((left, right) => left.Union(right));
        Text = Compose(visible);
        return this;
    }

    private string Compose(List<PdfGlyph> visible)
    {
        double usual = UsualGap(visible);
        var text = new StringBuilder();
        bool spaceDrawn = false;
        PdfGlyph? before = null;
        foreach (PdfGlyph glyph in glyphs)
        {
            if (glyph.IsSpace)
            {
                spaceDrawn = true;
                continue;
            }
            if (before is { } left && IsSpaced(left, glyph, usual, spaceDrawn)) text.Append(' ');
            text.Append(glyph.Text);
            (before, spaceDrawn) = (glyph, false);
        }
        return text.ToString();
    }

    /// <summary>Justification and tracking widen every gap between CJK letters alike; only what is wider than usual is a space.</summary>
    private static bool IsSpaced(PdfGlyph left, PdfGlyph right, double usual, bool spaceDrawn)
    {
        double em = Math.Min(left.Size, right.Size);
        double gap = right.Start - left.End;
        if (left.EndsCjk && right.StartsCjk) return gap - usual > (spaceDrawn ? 0.15 : CjkSpace) * em;
        if (spaceDrawn) return gap > 0.06 * em;
        return gap > (left.EndsCjk || right.StartsCjk ? usual + (MixedSpace * em) : LatinSpace * em);
    }

    private static double UsualGap(List<PdfGlyph> visible)
    {
        List<double> gaps = [];
        for (int i = 1; i < visible.Count; i++)
            if (visible[i - 1].EndsCjk && visible[i].StartsCjk) gaps.Add(visible[i].Start - visible[i - 1].End);
        if (gaps.Count < 3) return 0;
        gaps.Sort();
        return Math.Max(0, gaps[gaps.Count / 2]);
    }
}

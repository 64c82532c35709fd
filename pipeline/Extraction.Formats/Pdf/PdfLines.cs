using System.Text.RegularExpressions;

namespace Extraction.Formats.Pdf;

/// <summary>
/// Builds lines from glyphs: first runs in drawing order, then runs that stand side by side, whatever the order they were drawn in.
/// A wide gap ends a line, so that table cells and columns stay apart.
/// </summary>
internal static partial class PdfLines
{
    // in ems of the smaller of two neighbours
    private const double OverlapAllowed = 0.35;
    private const double RunGap = 0.9;
    private const double LineGap = 1.1;
    private const double DrawnSpacesGap = 2.2;
    private const double MarkerGap = 5;
    private const double MinShared = 0.6;

    // in advances of the left letter: Chinese punctuation is set half as wide as its letter is
    private const double LeastStep = 0.4;

    public static List<PdfLine> Of(List<PdfGlyph> glyphs)
    {
        List<PdfLine> lines = Join(Runs(PdfVertical.Turned(glyphs)));
        return [.. lines.Where(line => !line.IsBlank).Select(line => line.Finish())];
    }

    private static List<PdfLine> Runs(IReadOnlyList<PdfGlyph> glyphs)
    {
        List<PdfLine> runs = [];
        foreach (PdfGlyph glyph in glyphs)
        {
            if (runs.Count > 0 && Follows(runs[^1], glyph)) runs[^1].Add(glyph);
            else runs.Add(new PdfLine(glyph));
        }
        return runs;
    }

    private static bool Follows(PdfLine run, PdfGlyph glyph)
    {
        PdfGlyph last = run.Last;
        double em = Math.Min(last.Size, glyph.Size);
        return last.Angle == glyph.Angle
            && Math.Abs(last.Baseline - glyph.Baseline) < 0.1 * em
            && Math.Max(last.Size, glyph.Size) < 1.5 * em
            && StepsOn(last, glyph, em) && glyph.Start - last.End <= RunGap * em
            && (glyph.IsSpace || glyph.Start - run.VisibleEnd <= DrawnSpacesGap * em);
    }

    private static List<PdfLine> Join(List<PdfLine> runs)
    {
        List<PdfLine> lines = [];
        foreach (IGrouping<int, PdfLine> direction in runs.Where(run => !run.IsBlank).GroupBy(run => run.Angle).OrderBy(group => group.Key))
        {
            var open = new PdfOpenLines([.. direction], MarkerGap);
            foreach (PdfLine run in direction.OrderBy(run => run.Start).ThenBy(run => run.Baseline))
            {
                PdfLine? left = open.NearestBeside(run, IsBeside, Distance);
                if (left is null) lines.Add(run);
                else left.Add(run);
                open.Put(left ?? run);
            }
        }
        return lines;
    }

    private static double Distance(PdfLine line, PdfLine run) => Math.Abs(run.Start - line.End) + (2 * Math.Abs(run.Baseline - line.Last.Baseline));

    private static bool IsBeside(PdfLine line, PdfLine run)
    {
        PdfGlyph left = line.Last, right = run.First;
        double em = Math.Min(left.Size, right.Size);
        if (!StepsOn(line.LastVisible, right, em) || SharedHeight(left, right) < MinShared) return false;
        double gap = run.Start - line.VisibleEnd;
        double allowed = left.IsSpace || right.IsSpace ? DrawnSpacesGap : LineGap + Tracking(line);
        return gap <= allowed * em || (gap <= MarkerGap * em && IsMarker(line));
    }

    private static bool StepsOn(PdfGlyph left, PdfGlyph right, double em) =>
        right.Start - left.End >= -OverlapAllowed * em || right.Start - left.Start >= LeastStep * (left.End - left.Start);

    /// <summary>Evenly spread letters (目  录) widen what counts as a gap, in ems.</summary>
    private static double Tracking(PdfLine line)
    {
        IReadOnlyList<PdfGlyph> glyphs = line.Glyphs;
        if (glyphs.Count < 2) return 0;
        double gap = glyphs[^1].Start - glyphs[^2].End;
        return Math.Clamp(gap / glyphs[^1].Size, 0, 1);
    }

    /// <summary>Share of the smaller glyph's height that lies beside the larger one; superscripts and captions of big numbers pass.</summary>
    private static double SharedHeight(PdfGlyph left, PdfGlyph right)
    {
        double top = Math.Max(left.Baseline - (0.8 * left.Size), right.Baseline - (0.8 * right.Size));
        double bottom = Math.Min(left.Baseline + (0.2 * left.Size), right.Baseline + (0.2 * right.Size));
        return (bottom - top) / Math.Min(left.Size, right.Size);
    }

    /// <summary>A bullet or item number alone: its text may stand a tab away.</summary>
    private static bool IsMarker(PdfLine line) =>
        line.Glyphs.Count <= 4 && Marker().IsMatch(string.Concat(line.Glyphs.Select(glyph => glyph.Text)));

    [GeneratedRegex(@"^\s*(?:[•◦●○■□▪▫◆◇►▶➢➤✓✔❖Ø\uF06C\uF06E\uF0B7\uF0D8\uF0FC·–-]|\d{1,2}[.、)）])\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Marker();
}

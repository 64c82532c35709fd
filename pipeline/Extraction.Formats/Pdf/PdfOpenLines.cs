namespace Extraction.Formats.Pdf;

/// <summary>Lines of one direction that a run further along may go on with, found by where they stand across it. Mutable; lines come in
/// ascending order of their starts.</summary>
internal sealed class PdfOpenLines
{
    // no page has so many lines at one place: above this, only a hostile page is read less well
    private const int MaxAtOnePlace = 64;

    // a letter this many bands high is a drawing, and looked for in its middle
    private const int MaxBands = 32;

    private readonly Dictionary<long, List<PdfLine>> bands = [];
    private readonly double bandHeight;
    private readonly double reach;

    /// <param name="runs">All runs that will come.</param>
    /// <param name="widestGap">The widest gap inside a line, in ems.</param>
    public PdfOpenLines(IReadOnlyList<PdfLine> runs, double widestGap)
    {
        List<double> sizes = [.. runs.Select(run => run.Last.Size).Order()];
        bandHeight = Math.Max(0.5, sizes[sizes.Count / 2]);
        reach = widestGap * sizes[^1];
    }

    /// <summary>Among the lines whose ends stand at a run's height, the nearest one that the run goes on with; null where none is.</summary>
    public PdfLine? NearestBeside(PdfLine run, Func<PdfLine, PdfLine, bool> isBeside, Func<PdfLine, PdfLine, double> distance)
    {
        PdfLine? nearest = null;
        double least = double.PositiveInfinity;
        (long first, long last) = BandsOf(run.First);
        for (long band = first; band <= last; band++)
        {
            if (!bands.TryGetValue(band, out List<PdfLine>? lines)) continue;
            lines.RemoveAll(line => line.End < run.Start - reach);
            foreach (PdfLine line in lines)
                if (isBeside(line, run) && distance(line, run) is double away && away < least) (nearest, least) = (line, away);
        }
        return nearest;
    }

    /// <summary>Puts a line where its last letter stands.</summary>
    public void Put(PdfLine line)
    {
        (long first, long last) = BandsOf(line.Last);
        for (long band = first; band <= last; band++)
        {
            if (!bands.TryGetValue(band, out List<PdfLine>? lines)) bands[band] = lines = [];
            if (lines.Contains(line)) continue;
            if (lines.Count == MaxAtOnePlace) lines.RemoveAt(0);
            lines.Add(line);
        }
    }

    private (long First, long Last) BandsOf(PdfGlyph glyph)
    {
        long first = Band(glyph.Baseline - (0.8 * glyph.Size)), last = Band(glyph.Baseline + (0.2 * glyph.Size));
        long middle = Band(glyph.Baseline - (0.3 * glyph.Size));
        return last - first > MaxBands ? (middle, middle) : (first, last);
    }

    private long Band(double at) => (long)Math.Clamp(Math.Floor(at / bandHeight), long.MinValue / 4, long.MaxValue / 4);
}

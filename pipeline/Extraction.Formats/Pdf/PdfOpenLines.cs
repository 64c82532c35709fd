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

    /// <summary>The lines whose ends stand beside a run's begin.</summary>
    public IEnumerable<PdfLine> Beside(PdfLine run)
    {
        HashSet<PdfLine> found = new(ReferenceEqualityComparer.Instance);
        foreach (long band in BandsOf(run.First))
        {
            if (!bands.TryGetValue(band, out List<PdfLine>? lines)) continue;
            lines.RemoveAll(line => line.End < run.Start - reach);
            foreach (PdfLine line in lines)
                if (found.Add(line)) yield return line;
        }
    }

    /// <summary>Puts a line where its last letter stands.</summary>
    public void Put(PdfLine line)
    {
        foreach (long band in BandsOf(line.Last))
        {
            if (!bands.TryGetValue(band, out List<PdfLine>? lines)) bands[band] = lines = [];
            if (lines.Contains(line)) continue;
            if (lines.Count == MaxAtOnePlace) lines.RemoveAt(0);
            lines.Add(line);
        }
    }

    private IEnumerable<long> BandsOf(PdfGlyph glyph)
    {
        long first = Band(glyph.Baseline - (0.8 * glyph.Size)), last = Band(glyph.Baseline + (0.2 * glyph.Size));
        if (last - first > MaxBands) first = last = Band(glyph.Baseline - (0.3 * glyph.Size));
        for (long band = first; band <= last; band++) yield return band;
    }

    private long Band(double at) => (long)Math.Clamp(Math.Floor(at / bandHeight), long.MinValue / 4, long.MaxValue / 4);
}

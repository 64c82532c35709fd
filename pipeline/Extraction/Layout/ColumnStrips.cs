namespace Extraction.Layout;

/// <summary>Which parts of a page's width some boxes cover, and the white strips between them.</summary>
internal sealed class ColumnStrips
{
    private readonly List<(double Start, double End)> covered = [];

    /// <summary>Covers a piece of the width.</summary>
    public void Add(double start, double end)
    {
        int first = FirstEndingAt(start), last = first;
        for (; last < covered.Count && covered[last].Start <= end; last++) (start, end) = (Math.Min(start, covered[last].Start), Math.Max(end, covered[last].End));
        covered.RemoveRange(first, last - first);
        covered.Insert(first, (start, end));
    }

    /// <summary>Covers all that another covers.</summary>
    public void Add(ColumnStrips other)
    {
        foreach ((double start, double end) in other.covered) Add(start, end);
    }

    /// <summary>Whether boxes below go on in these columns: a white strip between two of them, wider than said, runs on below. <paramref name="width"/>
    /// counts where boxes below stand on both of its sides, <paramref name="widthBesideNothing"/> where they stand on one.</summary>
    public bool GoOnIn(ColumnStrips below, double width, double widthBesideNothing)
    {
        var both = new ColumnStrips();
        both.Add(this);
        both.Add(below);
        for (int i = 1; i < both.covered.Count; i++)
        {
            (double start, double end) = (both.covered[i - 1].End, both.covered[i].Start);
            if (HasBothSides(start, end) && end - start > (below.HasBothSides(start, end) ? width : widthBesideNothing)) return true;
        }
        return false;
    }

    private int FirstEndingAt(double start)
    {
        (int low, int high) = (0, covered.Count);
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (covered[middle].End >= start) high = middle; else low = middle + 1;
        }
        return low;
    }

    private bool HasBothSides(double start, double end) => covered.Count > 0 && covered[0].End <= start && covered[^1].Start >= end;
}

namespace Extraction.Layout;

/// <summary>Where the lines of one column end, and whether that is a margin at which they are wrapped.</summary>
internal sealed class PageMargins(List<PageLine> group, PageRegion region)
{
    // in font sizes
    private const double CjkBreak = 1.9;
    private const double ListWidth = 12;
    private const double PairWidth = 14;
    private const double Flush = 0.6;
    private const double EvenGap = 0.25;
    private const double UnusedWidth = 4;

    // share of the page
    private const double EdgeOfPage = 0.12;

    private readonly double left = group.Min(line => line.Box.Left);
    private readonly double right = group.Max(line => line.Box.Right);
    private readonly double leastGap = Gaps(group).DefaultIfEmpty(0).Min();
    private readonly int flush = CountFlush(group);
    private readonly bool hasSetOff = HasSetOff(group);

    /// <summary>Whether the first word of line <paramref name="at"/> (a few letters in Chinese, which breaks anywhere but before a stop) would not
    /// have fitted behind the line above.</summary>
    public bool IsFull(int at)
    {
        (PageLine above, PageLine line) = (group[at - 1], group[at]);
        string text = line.Text.TrimStart();
        int word = 0;
        while (word < text.Length && char.IsAsciiLetterOrDigit(text[word])) word++;
        double letter = line.Box.Width / Math.Max(1, line.Text.Length);
        double needed = Math.Max(CjkBreak * above.Size, (word + 1.5) * letter);
        return above.Box.Right + needed > right || IsBesideFigure(at);
    }

    /// <summary>Lines that a figure narrows end short of the others, but where their neighbours do.</summary>
    private bool IsBesideFigure(int at)
    {
        PageLine above = group[at - 1];
        return above.Box.Width >= PairWidth * above.Size && (EndsAlike(group[at], above) || (at > 1 && EndsAlike(group[at - 2], above)));
    }

    private static bool EndsAlike(PageLine one, PageLine other) => Math.Abs(one.Box.Right - other.Box.Right) <= Flush * other.Size;

    /// <summary>Two lines prove no margin, and short ones of one width are a list: then the line must be long or end at the page's edge.
    /// A panel's text that leaves its right side free is not wrapped at all.</summary>
    public bool IsProven(PageLine above)
    {
        if (region.IsPanel && region.Box.Right - right > Math.Max(0, left - region.Box.Left) + (UnusedWidth * above.Size)) return false;
        double width = above.Box.Width / above.Size;
        if (region.Box.Right - above.Box.Right < EdgeOfPage * region.Box.Width || width >= PairWidth) return true;
        if (group.Count < 3) return false;
        return width >= ListWidth || group[^1].Box.Right < right - (2 * above.Size);
    }

    /// <summary>Whether the line above ends exactly where others do, and line <paramref name="at"/> is neither indented nor set off. Where paragraphs
    /// stand apart, a line's end needs not tell where one ends.</summary>
    public bool IsInsideParagraph(int at)
    {
        (PageLine above, PageLine line) = (group[at - 1], group[at]);
        return flush > 1 && above.Box.Right >= right - ((hasSetOff ? CjkBreak : Flush) * above.Size)
            && line.Box.Left - left <= Flush * above.Size
            && line.Box.Top - above.Box.Bottom <= leastGap + (EvenGap * above.Size);
    }

    private static int CountFlush(List<PageLine> group)
    {
        double right = group.Max(line => line.Box.Right);
        return group.Count(line => line.Box.Right >= right - (Flush * line.Size));
    }

    private static bool HasSetOff(List<PageLine> group) =>
        group.Count > 2 && Gaps(group).Max() > Gaps(group).Min() + (EvenGap * group[0].Size);

    private static IEnumerable<double> Gaps(List<PageLine> group) => group.Zip(group.Skip(1), (above, line) => line.Box.Top - above.Box.Bottom);
}

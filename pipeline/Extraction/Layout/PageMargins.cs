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
    private readonly double leastGap = LeastGap(group);
    private readonly int flush = group.Count(line => line.Box.Right >= group.Max(each => each.Box.Right) - (Flush * line.Size));

    /// <summary>Whether the first word of the next line (a few letters in Chinese, which breaks anywhere but before a stop) would not have fitted.</summary>
    public bool IsFull(PageLine above, PageLine line)
    {
        string text = line.Text.TrimStart();
        int word = 0;
        while (word < text.Length && char.IsAsciiLetterOrDigit(text[word])) word++;
        double letter = line.Box.Width / Math.Max(1, line.Text.Length);
        double needed = Math.Max(CjkBreak * above.Size, (word + 1.5) * letter);
        return above.Box.Right + needed > right || IsBesideFigure(above, line);
    }

    /// <summary>Lines that a figure narrows end short of the others, but where their neighbours do.</summary>
    private bool IsBesideFigure(PageLine above, PageLine line)
    {
        int at = group.IndexOf(above);
        return above.Box.Width >= PairWidth * above.Size
            && (Math.Abs(line.Box.Right - above.Box.Right) <= Flush * above.Size
                || (at > 0 && Math.Abs(group[at - 1].Box.Right - above.Box.Right) <= Flush * above.Size));
    }

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

    /// <summary>Whether a line ends exactly where others do, and the next one is neither indented nor set off.</summary>
    public bool IsInsideParagraph(PageLine above, PageLine line) =>
        flush > 1 && above.Box.Right >= right - ((HasSetOff ? CjkBreak : Flush) * above.Size)
        && line.Box.Left - left <= Flush * above.Size
        && line.Box.Top - above.Box.Bottom <= leastGap + (EvenGap * above.Size);

    /// <summary>Whether paragraphs stand apart, so that a line's end needs not tell where one ends.</summary>
    private bool HasSetOff => Enumerable.Range(1, group.Count - 1).Any(i => Gap(i) > leastGap + (EvenGap * group[i].Size));

    private double Gap(int i) => group[i].Box.Top - group[i - 1].Box.Bottom;

    private static double LeastGap(List<PageLine> group)
    {
        double least = double.PositiveInfinity;
        for (int i = 1; i < group.Count; i++) least = Math.Min(least, group[i].Box.Top - group[i - 1].Box.Bottom);
        return least;
    }
}

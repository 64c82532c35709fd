namespace Extraction.Layout;

/// <summary>Tells whether a paragraph goes on in the next column.</summary>
internal static class PageColumns
{
    // in font sizes
    private const double Full = 1.9;
    private const double Indent = 0.6;

    // share of the narrower column
    private const double OtherWidth = 0.2;

    /// <summary>Whether the last line of a column is full and ends no sentence, and the next column, further up beside it, begins with neither an
    /// indent nor an item.</summary>
    public static bool GoesOn(List<PageLine> column, List<PageLine> next)
    {
        if (column.Count < 2 || next.Count < 2) return false;
        PageLine last = column[^1], first = next[0];
        double left = column.Min(line => line.Box.Left), right = column.Max(line => line.Box.Right);
        double nextLeft = next.Min(line => line.Box.Left), nextRight = next.Max(line => line.Box.Right);
        double width = Math.Min(right - left, nextRight - nextLeft);
        return !last.EndsSentence && last.Box.Right > right - (Full * last.Size)
            && nextLeft >= right && first.Box.Bottom <= last.Box.Top
            && !first.StartsItem && first.Box.Left - nextLeft <= Indent * first.Size
            && Math.Abs(first.Size - last.Size) <= 0.03 * last.Size
            && Math.Abs((right - left) - (nextRight - nextLeft)) <= OtherWidth * width;
    }
}

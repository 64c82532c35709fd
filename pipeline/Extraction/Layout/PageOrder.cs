using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>
/// Reading order by the recursive XY-cut (Nagy and Seth, 1984): the widest white band across all items cuts them in two, top before
/// bottom, left before right, and each half is cut again. Bands are measured in font sizes, so that the gap between two columns wins
/// over the gap between two lines.
/// </summary>
internal static class PageOrder
{
    // a white band between columns is at least this many font sizes wide
    private const double MinColumnGap = 0.8;

    // vertical space counts this much more than the same space between columns: cards in a grid are read row by row
    private const double RowPreference = 1.0;

    /// <summary>The items in reading order.</summary>
    /// <param name="items">What to order.</param>
    /// <param name="boxOf">An item's place.</param>
    /// <param name="size">The usual font size, in points.</param>
    public static List<T> Sort<T>(IReadOnlyList<T> items, Func<T, Box> boxOf, double size)
    {
        List<T> ordered = [];
        var open = new Stack<List<(T Item, Box Box)>>();
        open.Push([.. items.Select(item => (item, boxOf(item)))]);
        // an explicit stack: the depth of cuts is bounded by the number of items only
        while (open.TryPop(out List<(T Item, Box Box)>? part))
        {
            if (part.Count < 2 || Cut(part, size) is not { } halves)
            {
                ordered.AddRange(part.OrderBy(entry => entry.Box.Top).ThenBy(entry => entry.Box.Left).Select(entry => entry.Item));
                continue;
            }
            open.Push(halves.Second);
            open.Push(halves.First);
        }
        return ordered;
    }

    private static (List<(T Item, Box Box)> First, List<(T Item, Box Box)> Second)? Cut<T>(List<(T Item, Box Box)> part, double size)
    {
        (double rowGap, double rowAt) = WidestBand(part, box => (box.Top, box.Bottom));
        (double columnGap, double columnAt) = WidestBand(part, box => (box.Left, box.Right));
        bool isColumn = columnGap >= MinColumnGap * size && columnGap > rowGap * RowPreference;
        if (isColumn) return Split(part, entry => entry.Box.Right <= columnAt);
        if (rowGap > 0) return Split(part, entry => entry.Box.Bottom <= rowAt);
        return columnGap > 0 ? Split(part, entry => entry.Box.Right <= columnAt) : null;
    }

    private static (List<(T Item, Box Box)> First, List<(T Item, Box Box)> Second) Split<T>(
        List<(T Item, Box Box)> part, Predicate<(T Item, Box Box)> isFirst) =>
        (part.FindAll(isFirst), part.FindAll(entry => !isFirst(entry)));

    /// <summary>The widest interval that no item touches, and its middle; 0 where there is none. Items overlapping by a hair count as apart.</summary>
    private static (double Gap, double At) WidestBand<T>(List<(T Item, Box Box)> part, Func<Box, (double From, double To)> side)
    {
        const double hair = 0.01;
        (double gap, double at) = (0, 0);
        double reached = double.NegativeInfinity;
        foreach ((double from, double to) in part.Select(entry => side(entry.Box)).OrderBy(range => range.From))
        {
            if (double.IsFinite(reached) && from - reached >= hair && from - reached > gap) (gap, at) = (from - reached, (from + reached) / 2);
            reached = Math.Max(reached, to);
        }
        return (gap, at);
    }
}

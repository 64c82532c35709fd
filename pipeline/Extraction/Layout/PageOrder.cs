using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>
/// Reading order by the recursive XY-cut (Nagy and Seth, 1984): the widest white band across all items cuts them in two, top before
/// bottom, left before right, and each half is cut again. Bands are measured in font sizes, so that the gap between two columns wins
/// over the gap between two lines; but cards in a grid, each with a heading, are read row by row.
/// </summary>
internal static class PageOrder
{
    // a white band between columns is at least this many font sizes wide
    private const double MinColumnGap = 0.8;

    // items looked at by all cuts: only a hostile page needs more, and is ordered from its top
    private const int MostWork = 500_000;

    // labels are compared with each other
    private const int MostLabels = 60;

    // lines of one text stand closer, in font sizes
    private const double LooseGap = 0.9;

    // headings and values differ from their texts by this share of the smaller
    private const double OtherSize = 0.08;

    /// <summary>The items in reading order.</summary>
    /// <param name="items">What to order.</param>
    /// <param name="placeOf">An item's place.</param>
    /// <param name="size">The usual font size, in points.</param>
    public static List<T> Sort<T>(IReadOnlyList<T> items, Func<T, PagePlace> placeOf, double size)
    {
        List<T> ordered = [];
        int work = 0;
        var open = new Stack<List<Placed<T>>>();
        open.Push([.. items.Select(item => new Placed<T>(item, placeOf(item)))]);
        // an explicit stack: the depth of cuts is bounded by the number of items only
        while (open.TryPop(out List<Placed<T>>? part))
        {
            work += part.Count;
            if (part.Count < 2 || work > MostWork || Cut(part, size) is not { } halves)
            {
                ordered.AddRange(part.OrderBy(entry => entry.Box.Top).ThenBy(entry => entry.Box.Left).Select(entry => entry.Item));
                continue;
            }
            open.Push(halves.Second);
            open.Push(halves.First);
        }
        return ordered;
    }

    private static (List<Placed<T>> First, List<Placed<T>> Second)? Cut<T>(List<Placed<T>> part, double size)
    {
        (double rowGap, double rowAt, double firstRowAt) = WidestBand(part, box => (box.Top, box.Bottom));
        (double columnGap, double columnAt, _) = WidestBand(part, box => (box.Left, box.Right));
        bool isColumn = columnGap >= MinColumnGap * size && columnGap > rowGap && !(rowGap > 0 && AreRows(part, rowAt, MinColumnGap * size));
        // what stands above all in the first column comes first in any case, and may be the title of all columns
        if (isColumn && rowGap > 0 && part.TrueForAll(entry => entry.Box.Bottom > firstRowAt || entry.Box.Right <= columnAt))
            return Split(part, entry => entry.Box.Bottom <= firstRowAt);
        if (isColumn) return Split(part, entry => entry.Box.Right <= columnAt);
        if (rowGap > 0) return Split(part, entry => entry.Box.Bottom <= rowAt);
        return columnGap > 0 ? Split(part, entry => entry.Box.Right <= columnAt) : null;
    }

    private static (List<Placed<T>> First, List<Placed<T>> Second) Split<T>(List<Placed<T>> part, Predicate<Placed<T>> isFirst) =>
        (part.FindAll(isFirst), part.FindAll(entry => !isFirst(entry)));

    private static bool AreRows<T>(List<Placed<T>> part, double rowAt, double minColumnGap)
    {
        List<List<Placed<T>>> columns = Columns(part, minColumnGap);
        return columns.Count > 1 && (columns.TrueForAll(column => BeginsAgain(column, rowAt)) || HasSideHead(columns, rowAt) || AreLabels(part, rowAt));
    }

    /// <summary>Whether the part holds single labels only, none closely under another, and three or more of them stand side by side: a picture's
    /// rows, not columns of text.</summary>
    private static bool AreLabels<T>(List<Placed<T>> part, double rowAt)
    {
        if (part.Count > MostLabels || part.Exists(entry => entry.Place.IsItem || entry.Place.IsCard || entry.Place.Size <= 0)) return false;
        if (part.Exists(one => part.Exists(other => StandsClosely(one, other)))) return false;
        return IsOneRow(part.FindAll(entry => entry.Box.Bottom <= rowAt)) || IsOneRow(part.FindAll(entry => entry.Box.Bottom > rowAt));
    }

    private static bool StandsClosely<T>(Placed<T> above, Placed<T> below)
    {
        double gap = below.Box.Top - above.Box.Bottom;
        return gap > -above.Place.Size / 2 && gap < LooseGap * above.Place.Size && below.Box.Top > above.Box.Top
            && above.Box.Left < below.Box.Right && below.Box.Left < above.Box.Right;
    }

    private static bool IsOneRow<T>(List<Placed<T>> row) => row.Count >= 3 && row.Max(entry => entry.Box.Top) < row.Min(entry => entry.Box.Bottom);

    /// <summary>Whether under a white band something begins that looks like what began above it, and unlike what ended there.</summary>
    private static bool BeginsAgain<T>(List<Placed<T>> column, double rowAt)
    {
        List<Placed<T>> above = column.FindAll(entry => entry.Box.Bottom <= rowAt), below = column.FindAll(entry => entry.Box.Bottom > rowAt);
        if (above.Count == 0 || below.Count == 0) return false;
        Placed<T> begin = above.MinBy(entry => entry.Box.Top), end = above.MaxBy(entry => entry.Box.Bottom), next = below.MinBy(entry => entry.Box.Top);
        if (end.Place.IsCard && next.Place.IsCard) return true;
        return IsOneSize(begin.Place.Size, next.Place.Size) && !IsOneSize(end.Place.Size, next.Place.Size);
    }

    /// <summary>Whether the left column holds heads in larger type, one of them beside the first line under the band: years beside what happened.</summary>
    private static bool HasSideHead<T>(List<List<Placed<T>>> columns, double rowAt)
    {
        double least = columns[0].Min(entry => entry.Place.Size);
        if (columns.Skip(1).Any(column => column.Exists(entry => entry.Place.Size > least || IsOneSize(entry.Place.Size, least)))) return false;
        List<Placed<T>> heads = columns[0].FindAll(entry => entry.Box.Bottom > rowAt), texts = columns[1].FindAll(entry => entry.Box.Bottom > rowAt);
        return heads.Count > 0 && texts.Count > 0 && Math.Abs(heads.Min(entry => entry.Box.Top) - texts.Min(entry => entry.Box.Top)) < least;
    }

    private static bool IsOneSize(double one, double other) => Math.Abs(one - other) <= OtherSize * Math.Min(one, other);

    private static List<List<Placed<T>>> Columns<T>(List<Placed<T>> part, double minGap)
    {
        List<List<Placed<T>>> columns = [];
        double reached = double.NegativeInfinity;
        foreach (Placed<T> entry in part.OrderBy(entry => entry.Box.Left))
        {
            if (columns.Count == 0 || entry.Box.Left - reached >= minGap) columns.Add([]);
            columns[^1].Add(entry);
            reached = Math.Max(reached, entry.Box.Right);
        }
        return columns;
    }

    /// <summary>The widest interval that no item touches, and its middle; 0 where there is none; and the middle of the first one. Items
    /// overlapping by a hair count as apart.</summary>
    private static (double Gap, double At, double FirstAt) WidestBand<T>(List<Placed<T>> part, Func<Box, (double From, double To)> side)
    {
        const double hair = 0.01;
        (double gap, double at) = (0, 0);
        double? first = null;
        double reached = double.NegativeInfinity;
        foreach ((double from, double to) in part.Select(entry => side(entry.Box)).OrderBy(range => range.From))
        {
            if (double.IsFinite(reached) && from - reached >= hair)
            {
                first ??= (from + reached) / 2;
                if (from - reached > gap) (gap, at) = (from - reached, (from + reached) / 2);
            }
            reached = Math.Max(reached, to);
        }
        return (gap, at, first ?? at);
    }

    private readonly record struct Placed<T>(T Item, PagePlace Place)
    {
        public Box Box => Place.Box;
    }
}

/// <summary>What reading order needs to know of an item.</summary>
/// <param name="Box">In the page's frame.</param>
/// <param name="Size">Font size, in points; 0 where it has none of its own.</param>
/// <param name="IsCard">Whether it is what a panel holds.</param>
/// <param name="IsItem">Whether it begins with a bullet or an item number.</param>
internal readonly record struct PagePlace(Box Box, double Size, bool IsCard = false, bool IsItem = false);

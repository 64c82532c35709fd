using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>What reading order needs to know of an element.</summary>
/// <param name="Box">Where it stands, null where the format does not say.</param>
/// <param name="IsLabel">A short single line that could head another box.</param>
/// <param name="IsMark">A label that could stand on the axis of a timeline: a year, a date, the number of a step.</param>
public sealed record PlacedElement(Box? Box, bool IsLabel, bool IsMark);

/// <summary>Elements that are read together: a heading box and what it governs, or one element alone.</summary>
/// <param name="Heading">Position of the heading in the input, null for none.</param>
/// <param name="Bodies">Positions of the others, in reading order; may be empty behind a mark nobody stands beside.</param>
public sealed record ReadingUnit(int? Heading, ImmutableArray<int> Bodies);

/// <summary>
/// Finds the order in which a reader of a page takes its boxes. First, boxes that belong together are joined: entries of a
/// timeline with their marks, a text with the small heading above or left of it. Then the page is cut
/// recursively into rows and columns (<see cref="BoxCut"/>).
/// </summary>
public static class BoxOrder
{
    // Joining looks at every pair of boxes. A page with more of them is a drawing, in which no box heads another.
    private const int MostJoined = 1000;

    /// <summary>All elements, each in one unit, in reading order; those without a box come last, in their own order.</summary>
    public static ImmutableArray<ReadingUnit> Arrange(IReadOnlyList<PlacedElement> elements)
    {
        List<ImmutableArray<ReadingUnit>> groups = elements.Count > MostJoined
            ? [.. Enumerable.Range(0, elements.Count).Select(i => ImmutableArray.Create(new ReadingUnit(null, [i])))]
            : HeadingBoxes.Join(elements);
        Box?[] boxes = [.. groups.Select(group => BoxOf(group, elements))];
        int[] placed = [.. Enumerable.Range(0, groups.Count).Where(i => boxes[i] is not null)];
        List<int> order = BoxCut.Order([.. placed.Select(i => (i, boxes[i]!.Value))]);
        return [.. order.Concat(Enumerable.Range(0, groups.Count).Where(i => boxes[i] is null)).SelectMany(i => groups[i])];
    }

    private static Box? BoxOf(ImmutableArray<ReadingUnit> group, IReadOnlyList<PlacedElement> elements)
    {
        Box? all = null;
        foreach (int member in group.SelectMany(unit => unit.Heading is { } heading ? unit.Bodies.Prepend(heading) : unit.Bodies))
            if (elements[member].Box is { } box) all = all?.Union(box) ?? box;
        return all;
    }
}

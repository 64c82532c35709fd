using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>What reading order needs to know of an element.</summary>
/// <param name="Box">Where it stands, null where the format does not say.</param>
/// <param name="IsLabel">A short single line that could head another box.</param>
/// <param name="IsPeriod">A label that names a year, month or quarter.</param>
public sealed record PlacedElement(Box? Box, bool IsLabel, bool IsPeriod);

/// <summary>Elements that are read together: a heading box and what it governs, or one element alone.</summary>
/// <param name="Heading">Position of the heading in the input, null for none.</param>
/// <param name="Bodies">Positions of the others, in reading order; may be empty behind a period nobody stands beside.</param>
public sealed record ReadingUnit(int? Heading, ImmutableArray<int> Bodies);

/// <summary>
/// Finds the order in which a reader of a page takes its boxes. First, boxes that belong together are joined: entries of a
/// timeline with their period, a text with the small heading above or left of it. Then the page is cut
/// recursively into rows and columns (recursive XY-cut, Nagy and Seth 1984); rows are tried first.
/// </summary>
public static class BoxOrder
{
    private const double Tolerance = 3;

    /// <summary>All elements, each in one unit, in reading order; those without a box come last, in their own order.</summary>
    public static ImmutableArray<ReadingUnit> Arrange(IReadOnlyList<PlacedElement> elements)
    {
        List<ReadingUnit> units = HeadingBoxes.Join(elements);
        var placed = units.Select(unit => (Unit: unit, Box: BoxOf(unit, elements))).ToList();
        var order = new List<ReadingUnit>();
        Cut([.. placed.Where(p => p.Box is not null).Select(p => (p.Unit, p.Box!.Value))], rows: true, lastTry: false, order);
        return [.. order, .. placed.Where(p => p.Box is null).Select(p => p.Unit)];
    }

    private static Box? BoxOf(ReadingUnit unit, IReadOnlyList<PlacedElement> elements)
    {
        Box? all = unit.Heading is { } heading ? elements[heading].Box : null;
        foreach (int body in unit.Bodies)
            if (elements[body].Box is { } box) all = all?.Union(box) ?? box;
        return all;
    }

    private static void Cut(List<(ReadingUnit Unit, Box Box)> units, bool rows, bool lastTry, List<ReadingUnit> order)
    {
        List<List<(ReadingUnit Unit, Box Box)>> parts = Split(units, rows);
        if (parts.Count > 1)
        {
            foreach (List<(ReadingUnit Unit, Box Box)> part in parts) Cut(part, !rows, false, order);
        }
        else if (!lastTry)
        {
            Cut(units, !rows, true, order);
        }
        else
        {
            order.AddRange(units.OrderBy(unit => unit.Box.Top).ThenBy(unit => unit.Box.Left).Select(unit => unit.Unit));
        }
    }

    private static List<List<(ReadingUnit Unit, Box Box)>> Split(List<(ReadingUnit Unit, Box Box)> units, bool rows)
    {
        var parts = new List<List<(ReadingUnit Unit, Box Box)>>();
        double reach = double.NegativeInfinity;
        foreach ((ReadingUnit Unit, Box Box) unit in units.OrderBy(unit => rows ? unit.Box.Top : unit.Box.Left))
        {
            double start = rows ? unit.Box.Top : unit.Box.Left;
            if (parts.Count == 0 || start >= reach - Tolerance) parts.Add([]);
            parts[^1].Add(unit);
            reach = Math.Max(reach, rows ? unit.Box.Bottom : unit.Box.Right);
        }
        return parts;
    }
}

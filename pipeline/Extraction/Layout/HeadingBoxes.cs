using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>Joins boxes that belong together whatever the order of the rest: periods with their entries, small headings with their texts.</summary>
internal static class HeadingBoxes
{
    private const int FewestPeriods = 3;

    /// <summary>Every element in exactly one unit; units in the order of their first element.</summary>
    public static List<ReadingUnit> Join(IReadOnlyList<PlacedElement> elements)
    {
        var bodiesOf = new SortedDictionary<int, List<int>>();
        var taken = new HashSet<int>();
        JoinTimeline(elements, bodiesOf, taken);
        JoinNearest(elements, bodiesOf, taken, GapBelow);
        JoinNearest(elements, bodiesOf, taken, GapRight);
        var units = new List<ReadingUnit>();
        for (int i = 0; i < elements.Count; i++)
        {
            if (bodiesOf.TryGetValue(i, out List<int>? bodies)) units.Add(new ReadingUnit(i, [.. ByPlace(bodies, elements)]));
            else if (!taken.Contains(i)) units.Add(new ReadingUnit(null, [i]));
        }
        return units;
    }

    private static IEnumerable<int> ByPlace(List<int> bodies, IReadOnlyList<PlacedElement> elements) =>
        bodies.OrderBy(i => elements[i].Box!.Value.Top).ThenBy(i => elements[i].Box!.Value.Left);

    // Three or more periods in a line are an axis; what stands at a period, on either side of the axis, happened then.
    private static void JoinTimeline(IReadOnlyList<PlacedElement> elements, SortedDictionary<int, List<int>> bodiesOf, HashSet<int> taken)
    {
        foreach (bool vertical in new[] { false, true })
        {
            int[] axis = Axis(elements, vertical);
            if (axis.Length < FewestPeriods || axis.Any(taken.Contains)) continue;
            var found = axis.ToDictionary(period => period, _ => new List<int>());
            double spacing = Enumerable.Range(1, axis.Length - 1).Min(i => Along(elements[axis[i]], vertical) - Along(elements[axis[i - 1]], vertical));
            for (int i = 0; i < elements.Count; i++)
                if (!taken.Contains(i) && !axis.Contains(i) && elements[i].Box is { } box && PeriodOf(box, axis, elements, vertical, spacing) is { } period) found[period].Add(i);
            if (found.Values.Count(bodies => bodies.Count > 0) < 2) continue;
            foreach ((int period, List<int> bodies) in found)
            {
                bodiesOf[period] = bodies;
                taken.Add(period);
                taken.UnionWith(bodies);
            }
        }
    }

    private static int[] Axis(IReadOnlyList<PlacedElement> elements, bool vertical)
    {
        int[] periods = [.. Enumerable.Range(0, elements.Count).Where(i => elements[i] is { IsPeriod: true, Box: not null })];
        return [.. periods
            .Select(period => periods.Where(other => IsAligned(elements[period].Box!.Value, elements[other].Box!.Value, vertical)).ToArray())
            .OrderByDescending(line => line.Length).FirstOrDefault([])
            .OrderBy(period => Along(elements[period], vertical))];
    }

    private static bool IsAligned(Box a, Box b, bool vertical) => vertical
        ? Math.Abs(Middle(a.Left, a.Right) - Middle(b.Left, b.Right)) <= Math.Min(a.Width, b.Width) / 2
        : Math.Abs(Middle(a.Top, a.Bottom) - Middle(b.Top, b.Bottom)) <= Math.Min(a.Height, b.Height) / 2;

    private static double Along(PlacedElement element, bool vertical) =>
        vertical ? Middle(element.Box!.Value.Top, element.Box.Value.Bottom) : Middle(element.Box!.Value.Left, element.Box.Value.Right);

    // an entry that is much longer than the distance of two periods is no entry but a text about all of them
    private static int? PeriodOf(Box box, int[] axis, IReadOnlyList<PlacedElement> elements, bool vertical, double spacing)
    {
        (double start, double end) = vertical ? (box.Top, box.Bottom) : (box.Left, box.Right);
        if (end - start > spacing * 1.6) return null;
        int nearest = axis.OrderByDescending(i => Shared(elements[i].Box!.Value, start, end, vertical))
            .ThenBy(i => Math.Abs(Along(elements[i], vertical) - Middle(start, end))).First();
        bool touches = Shared(elements[nearest].Box!.Value, start, end, vertical) > 0;
        return touches || Math.Abs(Along(elements[nearest], vertical) - Middle(start, end)) <= spacing * 0.6 ? nearest : null;
    }

    private static double Shared(Box period, double start, double end, bool vertical) => vertical
        ? Math.Max(0, Math.Min(period.Bottom, end) - Math.Max(period.Top, start))
        : Math.Max(0, Math.Min(period.Right, end) - Math.Max(period.Left, start));

    private static void JoinNearest(
        IReadOnlyList<PlacedElement> elements, SortedDictionary<int, List<int>> bodiesOf, HashSet<int> taken, Func<Box, Box, double?> gap)
    {
        var pairs = new List<(double Gap, int Heading, int Body)>();
        for (int heading = 0; heading < elements.Count; heading++)
        {
            if (!elements[heading].IsLabel || elements[heading].Box is not { } label) continue;
            for (int body = 0; body < elements.Count; body++)
                if (!elements[body].IsLabel && elements[body].Box is { } box && gap(label, box) is { } distance) pairs.Add((distance, heading, body));
        }
        foreach ((_, int heading, int body) in pairs.OrderBy(pair => pair.Gap).ThenBy(pair => pair.Heading).ThenBy(pair => pair.Body))
        {
            if (taken.Contains(heading) || taken.Contains(body)) continue;
            bodiesOf[heading] = [body];
            taken.Add(heading);
            taken.Add(body);
        }
    }

    private static double? GapBelow(Box label, Box body)
    {
        double shared = Math.Min(label.Right, body.Right) - Math.Max(label.Left, body.Left);
        double gap = body.Top - label.Bottom;
        bool above = shared >= Math.Min(label.Width, body.Width) / 2 && label.Width <= body.Width * 1.5 && label.Top < body.Top;
        return above && gap >= -label.Height / 2 && gap <= Math.Max(label.Height, 24) ? Math.Abs(gap) : null;
    }

    private static double? GapRight(Box label, Box body)
    {
        double middle = Middle(label.Top, label.Bottom);
        double gap = body.Left - label.Right;
        bool beside = middle >= body.Top && middle <= body.Bottom && label.Height <= body.Height * 1.5;
        return beside && gap >= -label.Width / 4 && gap <= Math.Max(label.Width, 60) ? Math.Abs(gap) : null;
    }

    private static double Middle(double start, double end) => (start + end) / 2;
}

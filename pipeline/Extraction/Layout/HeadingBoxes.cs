using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>Joins boxes that belong together whatever the order of the rest: timelines, and small headings with their texts.</summary>
internal static class HeadingBoxes
{
    // a heading stands at its text: not farther than a line, or what a person sets between a label and its entry
    private const double LargestGapBelow = 24;
    private const double LargestGapRight = 60;

    /// <summary>Every element in exactly one unit. A timeline is a group of units in the order of its axis; any other unit is a group of its own,
    /// in the order of their first elements.</summary>
    public static List<ImmutableArray<ReadingUnit>> Join(IReadOnlyList<PlacedElement> elements)
    {
        ImmutableArray<ReadingUnit> timeline = Timeline.Find(elements);
        HashSet<int> taken = [.. timeline.SelectMany(unit => unit.Bodies.Add(unit.Heading!.Value))];
        var groups = new List<ImmutableArray<ReadingUnit>>();
        if (timeline.Length > 0) groups.Add(timeline);
        var bodyOf = new Dictionary<int, int>();
        JoinNearest(elements, bodyOf, taken, GapBelow);
        JoinNearest(elements, bodyOf, taken, GapRight);
        for (int i = 0; i < elements.Count; i++)
        {
            if (bodyOf.TryGetValue(i, out int body)) groups.Add([new ReadingUnit(i, [body])]);
            else if (!taken.Contains(i)) groups.Add([new ReadingUnit(null, [i])]);
        }
        return groups;
    }

    private static void JoinNearest(IReadOnlyList<PlacedElement> elements, Dictionary<int, int> bodyOf, HashSet<int> taken, Func<Box, Box, double?> gap)
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
            bodyOf[heading] = body;
            taken.Add(heading);
            taken.Add(body);
        }
    }

    private static double? GapBelow(Box label, Box body)
    {
        double shared = Math.Min(label.Right, body.Right) - Math.Max(label.Left, body.Left);
        double gap = body.Top - label.Bottom;
        bool above = shared >= Math.Min(label.Width, body.Width) / 2 && label.Width <= body.Width * 1.5 && label.Top < body.Top;
        return above && gap >= -label.Height / 2 && gap <= Math.Max(label.Height, LargestGapBelow) ? Math.Abs(gap) : null;
    }

    private static double? GapRight(Box label, Box body)
    {
        double middle = (label.Top + label.Bottom) / 2;
        double gap = body.Left - label.Right;
        bool beside = middle >= body.Top && middle <= body.Bottom && label.Height <= body.Height * 1.5;
        return beside && gap >= -label.Width / 4 && gap <= Math.Max(label.Width, LargestGapRight) ? Math.Abs(gap) : null;
    }
}

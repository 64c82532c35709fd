using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>
/// Finds a timeline: three or more marks (years, dates, steps) along an axis, and what stands at each of them. The marks may stand in one line, or
/// on both sides of the axis in turn, or as a staircase.
/// </summary>
internal sealed class Timeline
{
    private const int FewestMarks = 3;

    // An entry that is much longer than the distance of two marks is no entry but a text about all of them; where entries change sides they may be twice as long.
    private const double LongestEntry = 1.6;
    private const double LongestEntryOfOneSide = 2.4;
    private readonly IReadOnlyList<PlacedElement> elements;
    private readonly bool vertical;
    private readonly bool inLine;
    private readonly int[] axis;
    private readonly double spacing;

    private Timeline(IReadOnlyList<PlacedElement> elements, int[] axis, bool vertical, bool inLine)
    {
        (this.elements, this.vertical, this.inLine) = (elements, vertical, inLine);
        this.axis = [.. axis.OrderBy(mark => Along(mark)).ThenBy(mark => mark)];
        spacing = Enumerable.Range(1, axis.Length - 1).Min(i => Along(this.axis[i]) - Along(this.axis[i - 1]));
    }

    /// <summary>A unit for each mark, in the order of the axis; empty where the page has no timeline.</summary>
    public static ImmutableArray<ReadingUnit> Find(IReadOnlyList<PlacedElement> elements)
    {
        foreach (Timeline candidate in Candidates(elements))
            if (candidate.Units() is { Length: > 0 } units) return units;
        return [];
    }

    private static IEnumerable<Timeline> Candidates(IReadOnlyList<PlacedElement> elements)
    {
        int[] marks = [.. Enumerable.Range(0, elements.Count).Where(i => elements[i] is { IsMark: true, Box: not null })];
        if (marks.Length < FewestMarks) yield break;
        foreach (bool vertical in new[] { false, true })
        {
            int[] line = marks.Select(mark => marks.Where(other => IsAligned(elements[mark].Box!.Value, elements[other].Box!.Value, vertical)).ToArray())
                .OrderByDescending(aligned => aligned.Length).First();
            if (line.Length >= FewestMarks) yield return new Timeline(elements, line, vertical, inLine: true);
        }
        foreach (bool vertical in new[] { false, true })
            if (AreApart(elements, marks, vertical)) yield return new Timeline(elements, marks, vertical, inLine: false);
    }

    private static bool IsAligned(Box a, Box b, bool vertical) => vertical
        ? Math.Abs(a.Left + a.Right - b.Left - b.Right) <= Math.Min(a.Width, b.Width)
        : Math.Abs(a.Top + a.Bottom - b.Top - b.Bottom) <= Math.Min(a.Height, b.Height);

    // each mark has a piece of the axis for itself
    private static bool AreApart(IReadOnlyList<PlacedElement> elements, int[] marks, bool vertical)
    {
        (double Start, double End)[] pieces = [.. marks.Select(mark => Extent(elements[mark].Box!.Value, vertical)).Order()];
        return Enumerable.Range(1, pieces.Length - 1).All(i => pieces[i].Start >= pieces[i - 1].End);
    }

    private ImmutableArray<ReadingUnit> Units()
    {
        var found = axis.ToDictionary(mark => mark, _ => new List<int>());
        for (int i = 0; i < elements.Count; i++)
            if (!found.ContainsKey(i) && elements[i].Box is { } box && MarkOf(box) is { } mark) found[mark].Add(i);
        if (found.Values.Count(entries => entries.Count > 0) < 2) return [];
        return [.. axis.Select(mark => new ReadingUnit(mark, [.. found[mark].OrderBy(i => elements[i].Box!.Value.Top).ThenBy(i => elements[i].Box!.Value.Left)]))];
    }

    private int? MarkOf(Box box)
    {
        (double start, double end) = Extent(box, vertical);
        if (end - start > spacing * (inLine ? LongestEntry : LongestEntryOfOneSide)) return null;
        int nearest = inLine
            ? axis.OrderByDescending(mark => Shared(mark, start, end)).ThenBy(mark => Math.Abs(Along(mark) - (start + end) / 2)).First()
            : axis.OrderBy(mark => Apart(elements[mark].Box!.Value, box)).ThenBy(mark => Math.Abs(Along(mark) - (start + end) / 2)).First();
        return Shared(nearest, start, end) > 0 || Math.Abs(Along(nearest) - (start + end) / 2) <= spacing * 0.6 ? nearest : null;
    }

    private double Along(int mark)
    {
        (double start, double end) = Extent(elements[mark].Box!.Value, vertical);
        return (start + end) / 2;
    }

    private double Shared(int mark, double start, double end)
    {
        (double from, double to) = Extent(elements[mark].Box!.Value, vertical);
        return Math.Max(0, Math.Min(to, end) - Math.Max(from, start));
    }

    private static double Apart(Box a, Box b)
    {
        double x = Math.Max(0, Math.Max(a.Left, b.Left) - Math.Min(a.Right, b.Right));
        double y = Math.Max(0, Math.Max(a.Top, b.Top) - Math.Min(a.Bottom, b.Bottom));
        return x * x + y * y;
    }

    private static (double Start, double End) Extent(Box box, bool vertical) => vertical ? (box.Top, box.Bottom) : (box.Left, box.Right);
}

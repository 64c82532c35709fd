using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Formats.OpenXml;

/// <summary>Puts series with the same categories and axes into one grid.</summary>
/// <param name="maxPositions">Most grid positions of all series together.</param>
internal sealed class ChartGroups(int maxPositions)
{
    // Series that share categories stand close to each other; looking back without end would cost the square of their number.
    private const int FarthestBack = 16;
    private readonly List<(ReadSeries First, ImmutableArray<string> Categories, List<ChartSeries> Series)> groups = [];
    private long positions;

    /// <summary>Adds a series; false where it would cross the limit.</summary>
    public bool TryAdd(ReadSeries series)
    {
        int index = -1;
        for (int i = groups.Count - 1; i >= 0 && i >= groups.Count - FarthestBack && index < 0; i--)
            if (Fits(groups[i].First, groups[i].Categories, series)) index = i;
        int size = index < 0 ? series.Size : groups[index].Categories.Length;
        if ((positions += size) > maxPositions) return false;
        if (index < 0)
        {
            groups.Add((series, [.. series.Categories, .. Enumerable.Repeat("", size - series.Categories.Length)], []));
            index = groups.Count - 1;
        }
        groups[index].Series.Add(Resized(series.Series, size));
        return true;
    }

    /// <summary>A chart for each group, the title at the first.</summary>
    public IEnumerable<SourceChart> Charts(string? title, Locator place, SourceLayer layer) => groups.Select((group, i) =>
        new SourceChart(place, layer, i == 0 ? title : null, group.Categories, [.. group.Series])
        {
            CategoryTitle = group.First.CategoryTitle,
            ValueTitle = group.First.ValueTitle,
        });

    private static bool Fits(ReadSeries first, ImmutableArray<string> categories, ReadSeries series) =>
        first.ValueTitle == series.ValueTitle && first.CategoryTitle == series.CategoryTitle && series.Size <= categories.Length
        && (series.Categories.IsEmpty || categories.AsSpan()[..series.Categories.Length].SequenceEqual(series.Categories.AsSpan()));

    private static ChartSeries Resized(ChartSeries series, int size) => series with
    {
        Values = [.. series.Values, .. Enumerable.Repeat<string?>(null, size - series.Values.Length)],
    };
}

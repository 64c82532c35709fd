using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Formats.OpenXml;

/// <summary>A series as a chart part tells it.</summary>
/// <param name="Categories">Its categories, perhaps fewer than its values; empty where it has none of its own.</param>
/// <param name="Series">Name and values.</param>
/// <param name="CategoryTitle">See <see cref="SourceChart.CategoryTitle"/>.</param>
/// <param name="ValueTitle">See <see cref="SourceChart.ValueTitle"/>.</param>
internal sealed record ReadSeries(ImmutableArray<string> Categories, ChartSeries Series, string? CategoryTitle, string? ValueTitle)
{
    /// <summary>Positions that it covers.</summary>
    public int Size => Math.Max(Categories.Length, Series.Values.Length);
}

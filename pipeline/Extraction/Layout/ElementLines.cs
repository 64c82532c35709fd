using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>The texts of an element as plain lines, its form aside.</summary>
internal static class ElementLines
{
    /// <summary>Paragraphs of a box, of a table's cells, or the texts of a chart, blank ones left out.</summary>
    public static IEnumerable<SourceParagraph> Of(SourceElement element) => element switch
    {
        SourceTextBox box => box.Paragraphs,
        SourceTable table => table.Cells.SelectMany(cell => cell.Paragraphs),
        SourceChart chart => Texts(chart).Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => new SourceParagraph([new SourceRun(text!, chart.Locator)])),
        _ => [],
    };

    private static IEnumerable<string?> Texts(SourceChart chart) =>
        [chart.Title, chart.CategoryTitle, chart.ValueTitle, .. chart.Categories, .. chart.Series.SelectMany(series => series.Values.Prepend(series.Name))];
}

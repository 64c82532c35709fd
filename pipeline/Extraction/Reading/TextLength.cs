using Extraction.Documents;

namespace Extraction.Reading;

/// <summary>Measures what a reader has read.</summary>
internal static class TextLength
{
    /// <summary>Whether the document's texts have more than <paramref name="most"/> characters together.</summary>
    internal static bool Exceeds(SourceDocument document, int most)
    {
        long total = 0;
        foreach (SourceElement element in document.Pages.SelectMany(page => page.Elements))
        {
            total += Of(element);
            if (total > most) return true;
        }
        return false;
    }

    private static long Of(SourceElement element) => element switch
    {
        SourceTextBox box => Of(box.Paragraphs),
        SourceTable table => table.Cells.Sum(cell => Of(cell.Paragraphs)),
        SourceChart chart => (chart.Title?.Length ?? 0) + (chart.CategoryTitle?.Length ?? 0) + (chart.ValueTitle?.Length ?? 0) + chart.Categories.Sum(category => (long)category.Length)
            + chart.Series.Sum(series => (series.Name?.Length ?? 0) + series.Values.Sum(value => (long)(value?.Length ?? 0))),
        _ => 0,
    };

    private static long Of(IEnumerable<SourceParagraph> paragraphs) => paragraphs.Sum(paragraph => paragraph.Runs.Sum(run => (long)run.Text.Length));
}

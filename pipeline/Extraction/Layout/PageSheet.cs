using System.Globalization;
using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>A page's lines while furniture is looked for.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Frame">How its reader holds it.</param>
/// <param name="Lines">In the source's order, those of ruled tables last.</param>
/// <param name="Ruled">The tables that ruling lines draw; their lines are among <paramref name="Lines"/>.</param>
/// <param name="Panels">Rectangles drawn around what belongs together, the largest first, in the page's frame.</param>
/// <param name="Kind">Number of the first page with the same text: a page shown twice says nothing about what repeats.</param>
internal sealed record PageSheet(int Number, PageFrame Frame, List<PageLine> Lines, IReadOnlyList<PageTable> Ruled, IReadOnlyList<Box> Panels, int Kind)
{
    /// <summary>All pages of a document.</summary>
    public static List<PageSheet> Of(SourceDocument document)
    {
        Dictionary<string, int> firsts = new(StringComparer.Ordinal);
        List<PageSheet> sheets = [];
        foreach (SourcePage page in document.Pages)
        {
            PageFrame frame = PageFrame.Of(page);
            List<PageTable> ruled = [.. page.Elements.OfType<SourceTable>().Select(table => PageTable.Of(table, frame)).OfType<PageTable>()];
            List<PageLine> lines = [.. PageLine.Of(page, frame), .. ruled.SelectMany(table => table.Lines)];
            string text = string.Join('\n', lines.Select(line => line.Text).Where(text => !int.TryParse(text, CultureInfo.InvariantCulture, out _)));
            if (!firsts.TryGetValue(text, out int kind)) firsts[text] = kind = page.Number;
            sheets.Add(new PageSheet(page.Number, frame, lines, ruled, PagePanels.Of(page, frame, lines), kind));
        }
        return sheets;
    }
}

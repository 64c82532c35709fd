using Extraction.Diagnostics;
using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>
/// Arranges documents that say only where each line stands (PDF): finds furniture and tables, puts the rest into reading order
/// and joins wrapped lines. Only geometry and font sizes decide, never a document's wording.
/// </summary>
public sealed class PageLayout : IDocumentLayout
{
    /// <inheritdoc />
    public RawText Arrange(SourceDocument document, DiagnosticBag diagnostics)
    {
        List<PageSheet> pages = PageSheet.Of(document);
        double body = PageSizes.Body(pages.SelectMany(page => page.Lines));
        HashSet<PageLine> furniture = FindFurniture(pages, body);
        var writer = new PageWriter(body, new PageBookmarks(document));
        foreach ((SourcePage page, PageSheet sheet) in document.Pages.Zip(pages))
            writer.Write(page, sheet, furniture);
        return writer.Build(document);
    }

    /// <summary>Cells may well say the same at the same place on many pages, so tables are taken out before repeats are looked for; but
    /// running heads must not be taken for a table's first row, so they go before that. Ruling lines leave no doubt: such a table is
    /// furniture as a whole or not at all.</summary>
    private static HashSet<PageLine> FindFurniture(List<PageSheet> pages, double body)
    {
        HashSet<PageLine> furniture = PageFurniture.FindAtEdges(pages, body);
        foreach (PageTable table in pages.SelectMany(page => page.Ruled))
            if (!table.Lines.All(furniture.Contains)) furniture.ExceptWith(table.Lines);
        List<PageSheet> rest = [];
        foreach (PageSheet page in pages)
        {
            List<PageLine> lines = page.Lines.FindAll(line => !furniture.Contains(line));
            HashSet<PageLine> cells = new(PageTables.Find(lines, page).SelectMany(table => table.Lines), ReferenceEqualityComparer.Instance);
            rest.Add(page with { Lines = lines.FindAll(line => !cells.Contains(line)) });
        }
        furniture.UnionWith(PageFurniture.FindRepeated(rest, body));
        return furniture;
    }
}

using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Layout.Text;

namespace Extraction.Layout;

/// <summary>
/// Finds pages, titles, lists, tables and charts in plain text, which is mostly what another tool extracted from slides.
/// The raw text is the decoded file, character for character; everything is judged by the text's own regularities.
/// </summary>
public sealed class TextLayout : IDocumentLayout
{
    /// <inheritdoc/>
    public RawText Arrange(SourceDocument document, DiagnosticBag diagnostics)
    {
        List<TextPage> pages = TextPages.Of(document);
        WrapWidth wrap = WrapWidth.Of(pages);
        var tables = new List<DraftTable>();
        foreach (TextPage page in pages)
        {
            Parse(page, wrap, tables, diagnostics);
            tables.AddRange(page.Tables);
        }
        foreach (TextPage page in pages)
        {
            page.Blocks.Sort((one, other) => one.Span.CompareTo(other.Span));
            TextCaptions.Set(page);
        }
        List<DraftBlock> blocks = [.. pages.SelectMany(page => page.Blocks)];
        TextOutline.Set(blocks);
        foreach (TextPage page in pages) DatedRuns.Reassign(page.Blocks);
        TextRepeats.Mark(pages);
        return new TextAssembly(document, pages, tables).Build();
    }

    /// <summary>What is certain is taken first: template junk, then tables, then charts; the rest is running text.</summary>
    private static void Parse(TextPage page, WrapWidth wrap, List<DraftTable> before, DiagnosticBag diagnostics)
    {
        HashSet<int> restarts = TemplateJunk.Take(page);
        ColumnTables.TakeMerged(page);
        TabTables.Take(page);
        ParenthesisBoxes.Take(page, before, diagnostics);
        Infographics.Take(page);
        ColumnTables.Take(page);
        new TextFlow(page, wrap, hasTitle: true).Take(restarts);
    }
}

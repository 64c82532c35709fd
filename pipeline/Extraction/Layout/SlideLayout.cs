using Extraction.Diagnostics;
using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>
/// Arranges slides: the title first, then boxes in the order a reader takes them, then speaker notes and furniture.
/// Slides that say the same as an earlier one are marked as repeated.
/// </summary>
public sealed class SlideLayout : IDocumentLayout
{
    /// <inheritdoc />
    public RawText Arrange(SourceDocument document, DiagnosticBag diagnostics)
    {
        var text = new RawTextBuilder();
        var writer = new SlideWriter(text);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (SourcePage page in document.Pages)
        {
            if (page.Hidden)
                diagnostics.Warning("slide-hidden", "layout", "The presentation does not show this slide; its text is read all the same.", new Locator { Page = page.Number });
            int first = text.Blocks.Count;
            writer.Write(page);
            string said = Said(page);
            if (said.Length > 0 && !seen.Add(said)) MarkRepeated(text, first);
        }
        return text.Build(document);
    }

    // what a page says, blanks aside and whatever the order of its boxes in the file
    private static string Said(SourcePage page) => string.Join('\n', page.Elements
        .Where(element => element.Layer == SourceLayer.Content)
        .Select(element => string.Concat(ElementLines.Of(element).SelectMany(line => line.Text.Where(c => !char.IsWhiteSpace(c)))))
        .Order(StringComparer.Ordinal));

    private static void MarkRepeated(RawTextBuilder text, int first)
    {
        for (int i = first; i < text.Blocks.Count; i++)
            if (text.Blocks[i].Role is not (BlockRole.Furniture or BlockRole.Note or BlockRole.Comment)) text.Update(i, block => block with { Role = BlockRole.Repeated });
    }
}

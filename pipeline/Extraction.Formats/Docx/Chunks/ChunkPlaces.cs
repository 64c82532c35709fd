using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Formats.Docx.Chunks;

/// <summary>Gives what an embedded document says a place in the document that embeds it.</summary>
internal static class ChunkPlaces
{
    /// <summary>The element with all its places on one page and in one part; its content is what the embedding text is.</summary>
    public static SourceElement Move(SourceElement element, Locator here, SourceLayer layer)
    {
        Locator place = Move(element.Locator, here);
        SourceLayer moved = element.Layer == SourceLayer.Content ? layer : element.Layer;
        return element switch
        {
            SourceTextBox box => box with { Locator = place, Layer = moved, IsTitle = false, Paragraphs = Move(box.Paragraphs, here) },
            SourceTable table => table with { Locator = place, Layer = moved, Cells = [.. table.Cells.Select(cell => cell with { Paragraphs = Move(cell.Paragraphs, here) })] },
            _ => element with { Locator = place, Layer = moved },
        };
    }

    private static ImmutableArray<SourceParagraph> Move(ImmutableArray<SourceParagraph> paragraphs, Locator here) =>
        [.. paragraphs.Select(paragraph => paragraph with { Runs = [.. paragraph.Runs.Select(run => run with { Locator = Move(run.Locator, here) })] })];

    private static Locator Move(Locator place, Locator here) => place with { Page = here.Page, Part = here.Part };
}

using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Layout;

namespace Extraction.Tests.Layout;

/// <summary>Builds source pages by hand.</summary>
internal static class Pages
{
    public static SourceParagraph Line(string text, int level = 0, bool item = false) =>
        new([new SourceRun(text, new Locator { Page = 1, Shape = text })]) { Level = level, IsListItem = item };

    public static SourceTextBox TextBox(Box? box, params SourceParagraph[] paragraphs) =>
        new(new Locator { Page = 1, Box = box }, SourceLayer.Content, false, [.. paragraphs]);

    public static SourceTextBox Title(string text) => new(new Locator { Page = 1 }, SourceLayer.Content, true, [Line(text)]);

    public static SourceTable Table(params string[][] rows) => new(
        new Locator { Page = 1 }, SourceLayer.Content, rows.Length, rows.Max(row => row.Length),
        [.. rows.SelectMany((row, r) => row.Select((text, c) => new SourceCell(r + 1, c + 1, 1, 1, [Line(text)])))]);

    public static SourceDocument Document(params SourceElement[][] pages) => new(
        SourceFile.FromBytes("test", []), SourceFormat.Pptx, null,
        [.. pages.Select((elements, i) => new SourcePage(i + 1, 720, 540, [.. elements]))]);

    public static RawText Arrange(this IDocumentLayout layout, params SourceElement[][] pages) => layout.Arrange(Document(pages), new DiagnosticBag());

    public static string[] Texts(this RawText raw) => [.. raw.Blocks.Select(block => block.Span.Of(raw.Text))];

    public static string? ParentOf(this RawText raw, string text)
    {
        Block block = raw.Blocks.Single(b => b.Span.Of(raw.Text) == text);
        return block.Parent is { } parent ? raw.Blocks[parent].Span.Of(raw.Text) : null;
    }

    public static BlockRole[] Roles(this RawText raw) => [.. raw.Blocks.Select(block => block.Role)];
}

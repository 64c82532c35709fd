using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Layout;

namespace Extraction.Tests.Assembly;

/// <summary>Grids whose positions are far more than their cells.</summary>
public class HugeTableTests(StagesFixture stages) : IClassFixture<StagesFixture>
{
    private static readonly Locator Place = new() { Page = 1, Table = 1 };

    [Theory]
    [InlineData(1, 5_000, 5_000, 1)]
    [InlineData(3, 1_500, 1_000, 1)]
    [InlineData(1, 1_000, 1_000, 0)]
    public void Tables_beyond_the_positions_that_are_looked_at_are_text(int tables, int rows, int columns, int refused)
    {
        SourceTable table = new(Place, SourceLayer.Content, rows, columns, [new SourceCell(1, 1, rows, columns, [Paragraph("储能")])]);
        DocumentRecord document = stages.Extract(Arranged([.. Enumerable.Repeat(table, tables)])).Document;

        Assert.Equal(refused, document.Diagnostics.Count(diagnostic => diagnostic.Code == "table-too-large"));
    }

    private static SourceParagraph Paragraph(string text) => new([new SourceRun(text, Place)]);

    private static RawText Arranged(SourceElement[] elements)
    {
        var document = new SourceDocument(SourceFile.FromBytes("a.docx", new byte[] { 1 }), SourceFormat.Docx, null, [new SourcePage(1, null, null, [.. elements])]);
        return new DocumentLayouts().For(SourceFormat.Docx).Arrange(document, new DiagnosticBag());
    }
}

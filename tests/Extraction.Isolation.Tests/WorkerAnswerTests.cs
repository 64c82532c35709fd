using System.Collections;
using System.Reflection;
using System.Text.Json;
using Extraction.Diagnostics;
using Extraction.Documents;

namespace Extraction.Isolation.Tests;

public class WorkerAnswerTests
{
    private static readonly SourceFile File = SourceFile.FromBytes("a.pptx", [1, 2, 3]);
    private static readonly Locator Place = new()
    {
        Page = 1,
        Part = "ppt/slides/slide1.xml",
        Shape = "7",
        Table = 2,
        Row = 3,
        Column = 4,
        Paragraph = 5,
        IsRecognized = true,
        Box = new Box(1.5, 2, 3, 4),
    };

    private static readonly SourceParagraph Paragraph = new([new SourceRun("字\ud800", Place) { IsMarkup = true, Link = "https://example.org/" }])
    {
        Level = 1,
        HeadingLevel = 2,
        IsListItem = true,
        Label = "第三条",
        FontSize = 10.5,
    };

    private static readonly SourceDocument Document = new(File, SourceFormat.Pptx, "标题",
    [
        new SourcePage(1, 720, 540,
        [
            new SourceTextBox(Place, SourceLayer.Notes, true, [Paragraph]),
            new SourceTable(Place, SourceLayer.Comments, 2, 3, [new SourceCell(1, 2, 1, 2, [Paragraph])]) { HeaderRows = 1, ColumnEdges = [0, 1.25, 9] },
            new SourceChart(Place, SourceLayer.Furniture, "图", ["一月"], [new ChartSeries("出货量", ["1", null])]) { CategoryTitle = "月", ValueTitle = "万台" },
        ])
        { Hidden = true, Section = "第一部分" },
    ])
    { Outline = [new OutlineEntry(2, "章", 1)] };

    [Fact]
    public void A_document_comes_back_as_it_was()
    {
        var diagnostic = new Diagnostic("pdf-a", "reading", true, "消息", Place);
        WorkerAnswer back = WorkerAnswer.FromBytes(new WorkerAnswer(Document, [diagnostic], null, null).ToBytes(), File);

        Assert.Equal(JsonSerializer.Serialize<object>(Shape(Document)), JsonSerializer.Serialize<object>(Shape(back.Document!)));
        Assert.Equal(diagnostic, Assert.Single(back.Diagnostics));
    }

    /// <summary>A property that is added to a record and forgotten in the writer fails here: it would stand at its default in the test's document.</summary>
    [Fact]
    public void The_document_of_these_tests_sets_every_property()
    {
        object[] records = [Document, Document.Outline[0], Document.Pages[0], .. Document.Pages[0].Elements, Paragraph, Paragraph.Runs[0], Place,
            ((SourceTable)Document.Pages[0].Elements[1]).Cells[0], ((SourceChart)Document.Pages[0].Elements[2]).Series[0]];
        foreach (PropertyInfo property in records.SelectMany(record => record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)).Where(property => property.GetIndexParameters().Length == 0))
            Assert.Contains(records.Where(record => property.DeclaringType!.IsInstanceOfType(record)), record => !IsDefault(property.GetValue(record), property.PropertyType));
    }

    [Fact]
    public void A_failure_comes_back_with_its_code()
    {
        WorkerAnswer back = WorkerAnswer.FromBytes(new WorkerAnswer(null, [], "pdf-damaged", "原因").ToBytes(), File);
        Assert.Equal((null, "pdf-damaged", "原因"), (back.Document, back.Code, back.Message));
    }

    [Fact]
    public void Bytes_that_are_no_answer_are_refused()
    {
        byte[] whole = new WorkerAnswer(Document, [], null, null).ToBytes();
        for (int length = 0; length < whole.Length; length += 7) Assert.Throws<InvalidDataException>(() => WorkerAnswer.FromBytes(whole[..length], File));
    }

    private static bool IsDefault(object? value, Type type) => value switch
    {
        null or false or "" or 0 or 0d => true,
        ICollection items => items.Count == 0,
        SourceLayer layer => layer == SourceLayer.Content,
        _ => type.IsValueType && value.Equals(Activator.CreateInstance(type)),
    };

    /// <summary>Elements as their own types, which the serializer would not look at.</summary>
    private static object Shape(SourceDocument document) => new
    {
        document.Title,
        document.Format,
        document.Outline,
        Pages = document.Pages.Select(page => new { page.Number, page.Width, page.Height, page.Hidden, page.Section, Elements = page.Elements.Select(element => (object)element).ToArray() }),
    };
}

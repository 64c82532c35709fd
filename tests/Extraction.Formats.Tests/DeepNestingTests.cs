using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.Docx;
using Extraction.Formats.Markdown;
using Extraction.Formats.Pptx;
using Extraction.Formats.Tests.OpenXml;
using Extraction.Formats.Tests.Pptx;
using Extraction.Reading;

namespace Extraction.Formats.Tests;

/// <summary>Content nested a hundred thousand levels deep ends as a typed failure, on a stack of ordinary size.</summary>
public class DeepNestingTests
{
    private const int Levels = 100_000;

    [Fact]
    public void Groups_without_end_cost_their_slide_only()
    {
        string groups = Repeat("<p:grpSp>") + PptxFile.Shape(2, null, PptxFile.Line("里")) + Repeat("</p:grpSp>");

        (SourceDocument document, DiagnosticBag diagnostics) = new PptxReader().Read(PptxFile.Of(groups, PptxFile.Shape(2, null, PptxFile.Line("外"))));

        Assert.Equal("pptx-part-unreadable", Assert.Single(diagnostics.Items).Code);
        Assert.Equal(["外"], document.Pages[1].Elements[0].Lines());
    }

    [Fact]
    public void Tables_without_end_are_a_typed_failure()
    {
        const string word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        using var stream = new MemoryStream();
        using (WordprocessingDocument package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
            package.AddMainDocumentPart().Feed(
                $"<w:document xmlns:w=\"{word}\"><w:body>{Repeat("<w:tbl><w:tr><w:tc>")}<w:p/>{Repeat("</w:tc></w:tr></w:tbl>")}</w:body></w:document>");

        Assert.Equal("docx-damaged", new DocxReader().CodeOf(stream.ToArray()));
    }

    [Theory]
    [InlineData("> ", "字")]
    [InlineData("- ", "字")]
    [InlineData("[", "字")]
    [InlineData("**a ", "字")]
    [InlineData("<div>", "字")]
    public void Markdown_without_end_is_read_or_refused_with_a_code(string opening, string inner)
    {
        byte[] content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(opening, 20_000)) + inner);
        try
        {
            new MarkdownReader().Read(SourceFile.FromBytes("a.md", content), new ReadLimits(), new DiagnosticBag(), CancellationToken.None);
        }
        catch (UnreadableDocumentException failure)
        {
            Assert.Equal("markdown-too-deep", failure.Code);
        }
    }

    [Theory]
    [InlineData("*a ")]
    [InlineData("[")]
    public void Marks_that_nest_too_deeply_are_read_as_text(string opening)
    {
        string text = "储能周报\n\n" + string.Concat(Enumerable.Repeat(opening, 20_000)) + "投产\n";

        (SourceDocument document, DiagnosticBag diagnostics) = new MarkdownReader().Read(Encoding.UTF8.GetBytes(text));

        Assert.Equal(["markdown-marks-kept"], diagnostics.Items.Select(item => item.Code));
        Assert.False(diagnostics.HasErrors);
        Assert.Contains("投产", string.Concat(document.Pages[0].Elements.OfType<SourceTextBox>().SelectMany(box => box.Paragraphs).Select(paragraph => paragraph.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public void Spans_that_multiply_are_not_followed()
    {
        string cells = string.Concat(Enumerable.Repeat("<td rowspan=1000 colspan=1000>字</td>", 200));

        (SourceDocument document, _) = new MarkdownReader().Read(Encoding.UTF8.GetBytes($"<table><tr>{cells}</tr></table>\n"));

        Assert.Equal(200, Assert.IsType<SourceTable>(document.Pages[0].Elements[0]).Cells.Length);
    }

    private static string Repeat(string tag) => new StringBuilder().Insert(0, tag, Levels).ToString();
}

using DocumentFormat.OpenXml.Packaging;
using Extraction.Documents;
using Extraction.Formats.Docx;
using Extraction.Formats.Tests.OpenXml;
using static Extraction.Formats.Tests.Docx.DocxFile;

namespace Extraction.Formats.Tests.Docx;

/// <summary>Text in well-formed XML that stands where no producer puts it is still text.</summary>
public class MisplacedTextTests
{
    [Fact]
    public void Cells_outside_of_rows_and_paragraphs_outside_of_cells_follow_their_table()
    {
        string table = $"<w:tbl>{Row(Cell(Par("甲")), Cell(Par("乙")))}{Cell(Par("丙"))}<w:tr>{Par("丁")}{Cell(Par("戊"))}</w:tr>{Par("己")}</w:tbl>";

        SourceElement[] elements = Elements(table + Par("后"));

        Assert.Equal(["甲", "乙", "戊"], Assert.IsType<SourceTable>(elements[0]).Cells.Select(cell => cell.Paragraphs[0].Text));
        Assert.Equal(["丙", "丁", "己", "后"], elements.Skip(1).SelectMany(element => element.Lines()));
    }

    [Fact]
    public void A_frame_of_one_cell_gives_what_stands_beside_the_cell_as_well() =>
        Assert.Equal(["框内", "框外"], Lines($"<w:tbl>{Row(Cell(Par("框内")))}{Par("框外")}</w:tbl>"));

    [Fact]
    public void A_second_body_and_what_stands_behind_the_body_are_read() =>
        Assert.Equal(["一", "二", "三"], Lines($"{Par("一")}</w:body><w:body>{Par("二")}</w:body>{Par("三")}<w:body>"));

    [Fact]
    public void Comments_of_one_number_and_text_between_comments_are_all_read() => Assert.Equal(
        ["文", "甲", "乙", "丙"],
        Elements(Par("文"), main => main.AddNewPart<WordprocessingCommentsPart>().Feed(
            $"<w:comments {Namespaces}><w:comment w:id=\"1\">{Par("甲")}</w:comment><w:comment w:id=\"1\">{Par("乙")}</w:comment>{Par("丙")}</w:comments>"))
            .SelectMany(element => element.Lines()));

    [Fact]
    public void Notes_of_one_number_and_text_between_notes_are_all_read() => Assert.Equal(
        ["文", "甲", "乙", "丙"],
        Elements(Par("文"), main => main.AddNewPart<FootnotesPart>().Feed(
            $"<w:footnotes {Namespaces}><w:footnote w:id=\"1\">{Par("甲")}</w:footnote><w:footnote w:id=\"1\">{Par("乙")}</w:footnote>{Par("丙")}</w:footnotes>"))
            .SelectMany(element => element.Lines()));

    [Fact]
    public void Notes_behind_a_relationship_without_an_id_are_read()
    {
        byte[] file = Of(Par("文"), main => main.AddNewPart<FootnotesPart>("rIdNotes").Feed($"<w:footnotes {Namespaces}><w:footnote w:id=\"1\">{Par("注")}</w:footnote></w:footnotes>"));
        const string list = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes\" Target=\"footnotes.xml\"/></Relationships>";
        SourceDocument document = new DocxReader().Read(TestPackages.WithEntry(file, "word/_rels/document.xml.rels", System.Text.Encoding.UTF8.GetBytes(list))).Document;

        Assert.Equal(["文", "注"], document.Pages.SelectMany(page => page.Elements).SelectMany(element => element.Lines()));
    }
}

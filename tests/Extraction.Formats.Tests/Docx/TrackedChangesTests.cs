using Extraction.Documents;
using static Extraction.Formats.Tests.Docx.DocxFile;

namespace Extraction.Formats.Tests.Docx;

public class TrackedChangesTests
{
    [Fact]
    public void Moved_text_stands_where_it_went() =>
        Assert.Equal(["留至"], Lines(P(T("留") + $"<w:moveFrom>{T("自")}</w:moveFrom><w:moveTo>{T("至")}</w:moveTo>")));

    [Fact]
    public void A_deleted_paragraph_end_joins_the_next_paragraph()
    {
        SourceParagraph[] paragraphs = Paragraphs(Par("前半", "<w:rPr><w:del w:id=\"1\"/></w:rPr>") + Par("后半", "<w:outlineLvl w:val=\"0\"/>") + Par("下一段"));

        Assert.Equal(["前半后半", "下一段"], paragraphs.Select(paragraph => paragraph.Text));
        Assert.Equal([1, 2], paragraphs[0].Runs.Select(run => run.Locator.Paragraph));
        Assert.Equal(1, paragraphs[0].HeadingLevel);
    }

    [Fact]
    public void A_deleted_last_paragraph_end_loses_nothing()
    {
        string deleted = "<w:rPr><w:del w:id=\"1\"/></w:rPr>";
        SourceElement[] elements = Elements(Par("文", deleted) + $"<w:tbl>{Row(Cell(Par("格", deleted)), Cell(Par("邻")))}</w:tbl>" + Par("尾", deleted));

        Assert.Equal(["文"], ((SourceTextBox)elements[0]).Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Equal(["格", "邻"], ((SourceTable)elements[1]).Cells.Select(cell => cell.Paragraphs[0].Text));
        Assert.Equal(["尾"], ((SourceTextBox)elements[2]).Paragraphs.Select(paragraph => paragraph.Text));
    }

    [Fact]
    public void Deleted_cells_are_left_out_and_inserted_rows_kept()
    {
        string table = $"<w:tbl>{Row(Cell(Par("甲")), Cell(Par("删"), "<w:cellDel w:id=\"1\"/>"), Cell(Par("乙")))}<w:tr><w:trPr><w:ins w:id=\"2\"/></w:trPr>{Cell(Par("丙"))}{Cell(Par("丁"))}</w:tr></w:tbl>";
        var read = Assert.IsType<SourceTable>(Assert.Single(Elements(table)));

        Assert.Equal(["甲 1,1", "乙 1,2", "丙 2,1", "丁 2,2"], read.Cells.Select(cell => $"{cell.Paragraphs[0].Text} {cell.Row},{cell.Column}"));
    }

    [Fact]
    public void A_deleted_numbered_paragraph_is_not_counted()
    {
        string list = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
        string deleted = P("<w:del><w:r><w:delText>删</w:delText></w:r></w:del>", Item("1") + "<w:rPr><w:del w:id=\"1\"/></w:rPr>");

        Assert.Equal(["1.", "2."], Paragraphs(Par("甲", Item("1")) + deleted + Par("乙", Item("1")), Numbering(list)).Select(paragraph => paragraph.Label));
    }
}

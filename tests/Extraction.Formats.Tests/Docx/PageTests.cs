using DocumentFormat.OpenXml.Packaging;
using Extraction.Documents;
using Extraction.Formats.Tests.OpenXml;
using static Extraction.Formats.Tests.Docx.DocxFile;

namespace Extraction.Formats.Tests.Docx;

public class PageTests
{
    private const string Break = "<w:r><w:br w:type=\"page\"/></w:r>";
    private const string Recorded = "<w:lastRenderedPageBreak/>";

    [Fact]
    public void A_recorded_break_behind_a_manual_one_is_the_same_break() =>
        Assert.Equal(["一1", "二2", "三3", "四4"], Pages(Par("一") + P(Break) + P(R(Recorded + "<w:t>二</w:t>")) + P(R(Recorded + "<w:t>三</w:t>")) + P(Break + T("四"))));

    [Fact]
    public void The_section_that_begins_says_whether_it_starts_a_page()
    {
        string End(string text, string type) => Par(text, $"<w:sectPr><w:type w:val=\"{type}\"/></w:sectPr>");

        Assert.Equal(["一1", "二1", "三2"], Pages(End("一", "nextPage") + End("二", "continuous") + Par("三") + "<w:sectPr/>"));
    }

    [Fact]
    public void A_paragraph_that_starts_a_page_needs_no_second_break() =>
        Assert.Equal(["零1", "一2", "二3"], Pages(Par("零", "<w:pageBreakBefore/>") + P(Break) + Par("一", "<w:pageBreakBefore/>") + Par("二", "<w:pageBreakBefore/>")));

    [Fact]
    public void Recorded_breaks_of_columns_turn_the_page_behind_the_last_column()
    {
        string columns = Par("左", "<w:sectPr/>") + P(R(Recorded + "<w:t>一</w:t>")) + P(R(Recorded + "<w:t>二</w:t>")) + P(R("<w:br w:type=\"column\"/><w:t>三</w:t>"))
            + Par("四", "<w:sectPr><w:type w:val=\"continuous\"/><w:cols w:num=\"2\"/></w:sectPr>");

        Assert.Equal(["左1", "一1", "二2", "三2", "四2", "五2"], Pages(columns + Par("五") + "<w:sectPr><w:type w:val=\"continuous\"/></w:sectPr>"));
    }

    [Fact]
    public void Headers_stand_on_the_first_page_of_their_section_and_are_read_once()
    {
        string body = Par("一", "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"r1\"/></w:sectPr>")
            + Par("二", "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"r1\"/></w:sectPr>")
            + Par("三") + "<w:sectPr><w:headerReference w:type=\"even\" r:id=\"r2\"/></w:sectPr>";
        SourceElement[] elements = Elements(body, main =>
        {
            main.AddNewPart<HeaderPart>("r2").Feed($"<w:hdr {Namespaces}>{Par("附录")}</w:hdr>");
            main.AddNewPart<HeaderPart>("r1").Feed($"<w:hdr {Namespaces}>{Par("正文")}</w:hdr>");
            main.AddNewPart<FooterPart>("r3").Feed($"<w:ftr {Namespaces}>{Par("未用")}</w:ftr>");
        });

        Assert.Equal(["正文 1", "未用 1", "附录 3"], elements.Where(element => element.Layer == SourceLayer.Furniture).Select(element => $"{element.Lines()[0]} {element.Locator.Page}"));
    }

    private static string[] Pages(string body) =>
        [.. Elements(body).OfType<SourceTextBox>().SelectMany(box => box.Paragraphs).Select(paragraph => paragraph.Text.Trim() + paragraph.Runs[0].Locator.Page)];
}

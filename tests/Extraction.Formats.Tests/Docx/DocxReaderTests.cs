using DocumentFormat.OpenXml.Packaging;
using Extraction.Documents;
using Extraction.Formats.Docx;
using Extraction.Formats.Tests.OpenXml;
using static Extraction.Formats.Tests.Docx.DocxFile;

namespace Extraction.Formats.Tests.Docx;

public class DocxReaderTests
{
    private static readonly DocxReader Reader = new();

    [Fact]
    public void Unknown_wrappers_keep_their_text_and_deletions_lose_it()
    {
        string body = P("<w:smartTag><w:r><w:t>智</w:t></w:r></w:smartTag><w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent><w:r><w:t>控</w:t></w:r></w:sdtContent></w:sdt>"
            + "<w:ins><w:r><w:t>增</w:t></w:r></w:ins><w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom>"
            + "<w:r><w:instrText>PAGE</w:instrText><w:tab/><w:t>尾</w:t><w:br/></w:r><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>");
        (SourceDocument document, _) = Reader.Read(Of(body));

        Assert.Equal(["智控增\t尾\nx"], Assert.Single(document.Pages[0].Elements).Lines());
    }

    [Fact]
    public void Headings_come_from_outline_levels_and_style_names_in_either_language()
    {
        string styles = "<w:style w:type=\"paragraph\" w:styleId=\"a1\"><w:name w:val=\"标题 2\"/></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"2\"><w:name w:val=\"own\"/><w:basedOn w:val=\"1\"/></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"T\"><w:name w:val=\"Title\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"C\"><w:name w:val=\"toc 1\"/></w:style>";
        string body = Par("报告", Style("T")) + Par("目录项", Style("C")) + Par("一级", Style("2")) + Par("二级", Style("a1"))
            + Par("三级", "<w:outlineLvl w:val=\"2\"/>") + Par("正文");
        (SourceDocument document, _) = Reader.Read(Of(body, main => main.AddNewPart<StyleDefinitionsPart>().Feed($"<w:styles {Namespaces}>{styles}</w:styles>")));

        SourceTextBox[] boxes = [.. document.Pages[0].Elements.Cast<SourceTextBox>()];
        Assert.True(boxes[0].IsTitle);
        Assert.Equal(SourceLayer.Furniture, boxes[1].Layer);
        Assert.Equal([1, 2, 3, 0], boxes[2].Paragraphs.Select(paragraph => paragraph.HeadingLevel));
    }

    [Fact]
    public void Lists_keep_their_level()
    {
        (SourceDocument document, _) = Reader.Read(Of(
            Par("项", "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"5\"/></w:numPr>") + Par("非项", "<w:numPr><w:numId w:val=\"0\"/></w:numPr>")));

        var box = Assert.IsType<SourceTextBox>(Assert.Single(document.Pages[0].Elements));
        Assert.Equal([(true, 1), (false, 0)], box.Paragraphs.Select(paragraph => (paragraph.IsListItem, paragraph.Level)));
    }

    [Fact]
    public void A_text_box_is_read_once_behind_its_paragraph()
    {
        string content = $"<w:txbxContent>{Par("框内")}</w:txbxContent>";
        string body = P($"<w:r><w:t>锚点</w:t><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice>"
            + $"<mc:Fallback><w:pict>{content}</w:pict></mc:Fallback></mc:AlternateContent></w:r>") + Par("后文");
        (SourceDocument document, _) = Reader.Read(Of(body));

        Assert.Equal(["锚点", "框内", "后文"], document.Pages[0].Elements.Select(element => Assert.Single(element.Lines())));
    }

    [Fact]
    public void Tables_resolve_merges_mark_headers_and_give_nested_tables_after_them()
    {
        string nested = $"<w:tbl><w:tr>{Cell(Par("内左"))}{Cell(Par("内右"))}</w:tr></w:tbl>";
        string table = "<w:tbl>"
            + $"<w:tr><w:trPr><w:tblHeader/></w:trPr>{Cell(Par("题"), "<w:gridSpan w:val=\"2\"/>")}</w:tr>"
            + $"<w:tr>{Cell(Par("高"), "<w:vMerge w:val=\"restart\"/>")}{Cell(Par("上") + nested)}</w:tr>"
            + $"<w:tr>{Cell(P(""), "<w:vMerge/>")}<w:sdt><w:sdtContent>{Cell(Par("下"))}</w:sdtContent></w:sdt></w:tr>"
            + $"<w:tr><w:trPr><w:del/></w:trPr>{Cell(Par("删"))}</w:tr></w:tbl>";
        (SourceDocument document, _) = Reader.Read(Of(table));

        SourceTable[] tables = [.. document.Pages[0].Elements.Cast<SourceTable>()];
        Assert.Equal((3, 2, 1), (tables[0].Rows, tables[0].Columns, tables[0].HeaderRows));
        Assert.Equal(
            ["题 1,1 1x2", "高 2,1 2x1", "上 2,2 1x1", "下 3,2 1x1"],
            tables[0].Cells.Select(cell => $"{cell.Text()} {cell.Row},{cell.Column} {cell.RowSpan}x{cell.ColumnSpan}"));
        Assert.Equal(["内左", "内右"], tables[1].Cells.Select(cell => cell.Text()));
    }

    [Fact]
    public void A_table_of_one_cell_is_running_text()
    {
        (SourceDocument document, _) = Reader.Read(Of($"<w:tbl><w:tr>{Cell(Par("框") + Par("中"))}</w:tr></w:tbl>"));

        Assert.Equal(["框", "中"], Assert.Single(document.Pages[0].Elements).Lines());
    }

    [Fact]
    public void Notes_stand_on_the_page_of_their_reference_and_headers_are_furniture()
    {
        string body = P("<w:r><w:t>首页</w:t><w:footnoteReference w:id=\"3\"/></w:r>") + P("<w:r><w:br w:type=\"page\"/><w:t>次页</w:t></w:r>");
        (SourceDocument document, _) = Reader.Read(Of(body, main =>
        {
            main.AddNewPart<FootnotesPart>().Feed($"<w:footnotes {Namespaces}><w:footnote w:id=\"3\">{Par("脚注")}</w:footnote></w:footnotes>");
            main.AddNewPart<HeaderPart>().Feed($"<w:hdr {Namespaces}>{Par("页眉")}</w:hdr>");
        }));

        Assert.Equal(["页眉", "首页", "脚注"], document.Pages[0].Elements.Select(element => element.Lines()[0]));
        Assert.Equal(SourceLayer.Furniture, document.Pages[0].Elements[0].Layer);
        Assert.Equal(["次页"], Assert.Single(document.Pages[1].Elements).Lines());
    }

    [Fact]
    public void Recorded_page_breaks_win_over_manual_ones()
    {
        string body = Par("一") + P("<w:r><w:br w:type=\"page\"/></w:r>") + P("<w:r><w:lastRenderedPageBreak/><w:t>二</w:t></w:r>");
        (SourceDocument document, _) = Reader.Read(Of(body));

        Assert.Equal(2, document.Pages.Length);
        Assert.Equal(["二"], document.Pages[1].Elements[0].Lines());
    }

    [Fact]
    public void A_broken_header_leaves_the_body()
    {
        (SourceDocument document, var diagnostics) = Reader.Read(Of(Par("正文"), main => main.AddNewPart<HeaderPart>().Feed("no element")));

        Assert.Equal(["正文"], Assert.Single(document.Pages[0].Elements).Lines());
        Assert.Equal("docx-part-unreadable", Assert.Single(diagnostics.Items).Code);
    }
}

using DocumentFormat.OpenXml.Packaging;
using Extraction.Documents;
using Extraction.Formats.Pptx;
using Extraction.Formats.Tests.OpenXml;
using static Extraction.Formats.Tests.Pptx.PptxFile;

namespace Extraction.Formats.Tests.Pptx;

public class PptxReaderTests
{
    private static readonly PptxReader Reader = new();

    [Fact]
    public void Slides_come_in_the_order_of_the_list_and_hidden_ones_say_so()
    {
        byte[] bytes = Build([Shape(2, null, Line("甲")), Shape(2, null, Line("乙"))], (_, _) => { }, [1, 0], "show=\"0\"");
        (SourceDocument document, _) = Reader.Read(bytes);

        Assert.Equal(["乙", "甲"], document.Pages.Select(page => page.Elements[0].Lines()[0]));
        Assert.All(document.Pages, page => Assert.True(page.Hidden));
        Assert.Equal((720d, 540d), (document.Pages[0].Width, document.Pages[0].Height));
    }

    [Fact]
    public void Runs_join_without_anything_between_them_and_breaks_are_line_ends()
    {
        string paragraph = "<a:p><a:r><a:t>星河</a:t></a:r><a:r><a:t>科技</a:t></a:r><a:br/><a:fld type=\"x\"><a:t>成立</a:t></a:fld></a:p>";
        (SourceDocument document, _) = Reader.Read(Of(Shape(7, (10, 20, 30, 40), paragraph)));

        var box = Assert.IsType<SourceTextBox>(Assert.Single(document.Pages[0].Elements));
        Assert.Equal("星河科技\n成立", Assert.Single(box.Paragraphs).Text);
        Assert.Equal(("7", "ppt/slides/slide1.xml", 1), (box.Locator.Shape, box.Locator.Part, box.Paragraphs[0].Runs[0].Locator.Paragraph));
        Assert.Equal(new Box(10, 20, 40, 60), box.Locator.Box);
    }

    [Fact]
    public void Nested_groups_scale_and_move_their_shapes()
    {
        string Group(string inner) => "<p:grpSp><p:grpSpPr>"
            + Transform("a:xfrm", (100, 100, 200, 200), "<a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"1270000\" cy=\"1270000\"/>") + $"</p:grpSpPr>{inner}</p:grpSp>";
        (SourceDocument document, _) = Reader.Read(Of(Group(Group(Shape(3, (10, 0, 10, 10), Line("深"))))));

        // inner: 100 + 2·10 = 120; outer: 100 + 2·120 = 340
        Assert.Equal(new Box(340, 300, 380, 340), document.Pages[0].Elements[0].Locator.Box);
    }

    [Fact]
    public void Placeholders_take_position_and_bullets_from_layout_and_master()
    {
        string slide = Shape(2, null, Line("目标"), "<p:ph type=\"title\"/>") + Shape(3, null, Line("要点"), "<p:ph idx=\"1\"/>") + Shape(4, null, Line("1"), "<p:ph type=\"sldNum\"/>");
        byte[] bytes = Build([slide], AddLayout, [0]);
        (SourceDocument document, _) = Reader.Read(bytes);

        SourceTextBox[] boxes = [.. document.Pages[0].Elements.Cast<SourceTextBox>()];
        Assert.True(boxes[0].IsTitle);
        Assert.Equal(new Box(1, 2, 4, 6), boxes[0].Locator.Box);
        Assert.Equal(new Box(5, 6, 12, 14), boxes[1].Locator.Box);
        Assert.True(boxes[1].Paragraphs[0].IsListItem);
        Assert.Equal(18, boxes[1].Paragraphs[0].FontSize);
        Assert.Equal(SourceLayer.Furniture, boxes[2].Layer);
    }

    [Fact]
    public void Merged_cells_cover_the_grid_once()
    {
        string Cell(string text, string attributes = "") => $"<a:tc {attributes}><a:txBody>{Line(text)}</a:txBody></a:tc>";
        string table = "<a:tbl><a:tblPr firstRow=\"1\"/>"
            + $"<a:tr>{Cell("表头", "gridSpan=\"2\"")}{Cell("", "hMerge=\"1\"")}</a:tr>"
            + $"<a:tr>{Cell("高", "rowSpan=\"2\"")}{Cell("右上")}</a:tr><a:tr>{Cell("", "vMerge=\"1\"")}{Cell("右下")}</a:tr></a:tbl>";
        (SourceDocument document, _) = Reader.Read(Of(Frame(5, table)));

        var read = Assert.IsType<SourceTable>(document.Pages[0].Elements[0]);
        Assert.Equal((3, 2, 1), (read.Rows, read.Columns, read.HeaderRows));
        Assert.Equal(
            ["表头 1,1 1x2", "高 2,1 2x1", "右上 2,2 1x1", "右下 3,2 1x1"],
            read.Cells.Select(cell => $"{cell.Text()} {cell.Row},{cell.Column} {cell.RowSpan}x{cell.ColumnSpan}"));
    }

    [Fact]
    public void Charts_show_their_values_as_formatted()
    {
        string series = "<c:ser><c:tx><c:strRef><c:strCache><c:pt idx=\"0\"><c:v>占比</c:v></c:pt></c:strCache></c:strRef></c:tx>"
            + "<c:cat><c:strRef><c:strCache><c:pt idx=\"0\"><c:v>教育</c:v></c:pt><c:pt idx=\"1\"><c:v>医疗</c:v></c:pt></c:strCache></c:strRef></c:cat>"
            + "<c:val><c:numRef><c:numCache><c:formatCode>0.00%</c:formatCode><c:pt idx=\"1\"><c:v>0.20739999999999997</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>";
        byte[] bytes = Build([Frame(4, "<c:chart r:id=\"rIdC\"/>")], (slide, _) => slide.AddNewPart<ChartPart>("rIdC").Feed(Chart(
            $"<c:chart><c:title><c:tx><c:rich>{Line("分布")}</c:rich></c:tx></c:title><c:plotArea><c:pieChart>{series}</c:pieChart></c:plotArea></c:chart>")), [0]);
        (SourceDocument document, _) = Reader.Read(bytes);

        var chart = Assert.IsType<SourceChart>(Assert.Single(document.Pages[0].Elements));
        Assert.Equal("分布", chart.Title);
        Assert.Equal(["教育", "医疗"], chart.Categories.ToArray());
        Assert.Equal(new string?[] { null, "20.74%" }, Assert.Single(chart.Series).Values.ToArray());
    }

    [Fact]
    public void SmartArt_gives_its_points_parents_first()
    {
        string Point(string id, string text, string type = "node") => $"<dgm:pt modelId=\"{id}\" type=\"{type}\"><dgm:t>{Line(text)}</dgm:t></dgm:pt>";
        string Link(string source, string target, int order) => $"<dgm:cxn modelId=\"c{source}{target}\" srcId=\"{source}\" destId=\"{target}\" srcOrd=\"{order}\"/>";
        string model = $"<dgm:ptLst><dgm:pt modelId=\"0\" type=\"doc\"/>{Point("3", "子项")}{Point("2", "第二")}{Point("1", "第一")}</dgm:ptLst>"
            + $"<dgm:cxnLst>{Link("0", "2", 1)}{Link("0", "1", 0)}{Link("1", "3", 0)}</dgm:cxnLst>";
        byte[] bytes = Build([Frame(4, "<dgm:relIds r:dm=\"rIdD\"/>")], (slide, _) => slide.AddNewPart<DiagramDataPart>("rIdD").Feed(Diagram(model)), [0]);
        (SourceDocument document, _) = Reader.Read(bytes);

        var box = Assert.IsType<SourceTextBox>(Assert.Single(document.Pages[0].Elements));
        Assert.Equal([("第一", 0), ("子项", 1), ("第二", 0)], box.Paragraphs.Select(paragraph => (paragraph.Text, paragraph.Level)));
    }

    [Fact]
    public void Notes_are_a_layer_of_their_own()
    {
        byte[] bytes = Build([Shape(2, null, Line("正文"))], (slide, _) => slide.AddNewPart<NotesSlidePart>("rIdN").Feed(
            Tree("notes", Shape(3, null, Line("讲稿"), "<p:ph type=\"body\"/>"))), [0]);
        (SourceDocument document, _) = Reader.Read(bytes);

        Assert.Equal([SourceLayer.Content, SourceLayer.Notes], document.Pages[0].Elements.Select(element => element.Layer));
        Assert.Equal(["讲稿"], document.Pages[0].Elements[1].Lines());
    }

    [Fact]
    public void Alternate_content_is_read_once()
    {
        string shapes = $"<mc:AlternateContent><mc:Choice Requires=\"x\">{Shape(2, null, Line("新"))}</mc:Choice><mc:Fallback>{Shape(2, null, Line("旧"))}</mc:Fallback></mc:AlternateContent>";
        (SourceDocument document, _) = Reader.Read(Of(shapes));

        Assert.Equal(["新"], Assert.Single(document.Pages[0].Elements).Lines());
    }

    [Theory]
    [InlineData("ppt/slides/slide2.xml", "no element", "pptx-part-unreadable")]
    [InlineData("ppt/slides/slide2.xml", "<p:sld", "pptx-part-repaired")]
    [InlineData("ppt/slides/slide2.xml", null, "pptx-part-missing")]
    public void A_lost_slide_is_reported_and_the_others_keep_their_numbers(string part, string? content, string code)
    {
        byte[] bytes = TestPackages.WithEntry(
            Of(Shape(2, null, Line("一")), Shape(2, null, Line("二")), Shape(2, null, Line("三"))),
            part,
            content is null ? null : System.Text.Encoding.UTF8.GetBytes(content));
        (SourceDocument document, var diagnostics) = Reader.Read(bytes);

        Assert.Equal([1, 0, 1], document.Pages.Select(page => page.Elements.Length));
        Assert.Equal(["三"], document.Pages[2].Elements[0].Lines());
        var diagnostic = Assert.Single(diagnostics.Items);
        Assert.Equal((code, true, 2), (diagnostic.Code, diagnostic.IsError, diagnostic.Locator?.Page));
    }

    private static void AddLayout(SlidePart slide, int index)
    {
        SlideLayoutPart layout = slide.AddNewPart<SlideLayoutPart>("rIdL");
        layout.Feed(Tree("sldLayout", Shape(2, null, Line("单击"), "<p:ph type=\"title\"/>") + Shape(3, (5, 6, 7, 8), Line("单击"), "<p:ph idx=\"1\"/>")));
        string styles = "<p:txStyles><p:bodyStyle><a:lvl1pPr><a:buChar char=\"•\"/><a:defRPr sz=\"1800\"/></a:lvl1pPr></p:bodyStyle></p:txStyles>";
        layout.AddNewPart<SlideMasterPart>("rIdM").Feed(
            Tree("sldMaster", Shape(2, (1, 2, 3, 4), Line("单击"), "<p:ph type=\"title\"/>")).Replace("</p:sldMaster>", styles + "</p:sldMaster>", StringComparison.Ordinal));
    }
}

using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.Pptx;
using Extraction.Formats.Tests.OpenXml;
using static Extraction.Formats.Tests.Pptx.PptxFile;

namespace Extraction.Formats.Tests.Pptx;

public class SlideReaderTests
{
    private static readonly PptxReader Reader = new();

    [Fact]
    public void Older_comments_are_told_with_their_author()
    {
        DeckPackage deck = new DeckPackage().Slide(Shape(2, null, Line("正文")))
            .Beside(1, "rIdK", "comments", "ppt/comments/comment1.xml", $"<p:cmLst {Namespaces}><p:cm authorId=\"0\"><p:text>请核对数字</p:text></p:cm></p:cmLst>")
            .Relate("ppt/presentation.xml", "rIdA", "commentAuthors", "commentAuthors.xml")
            .Part("ppt/commentAuthors.xml", $"<p:cmAuthorLst {Namespaces}><p:cmAuthor id=\"0\" name=\"王芳\"/></p:cmAuthorLst>");
        SourceElement comment = Reader.Read(deck.Build()).Document.Pages[0].Elements[1];

        Assert.Equal(SourceLayer.Comments, comment.Layer);
        Assert.Equal(["王芳", "请核对数字"], comment.Lines());
    }

    [Fact]
    public void Threads_are_told_with_their_authors_and_replies()
    {
        const string p188 = "xmlns:p188=\"http://schemas.microsoft.com/office/powerpoint/2018/8/main\"";
        DeckPackage deck = new DeckPackage().Slide(Shape(2, null, Line("正文")))
            .Beside(1, "rIdK", "comments", "ppt/comments/modernComment_1.xml",
                $"<p188:cmLst {p188} {Namespaces}><p188:cm authorId=\"{{A}}\"><p188:replyLst><p188:reply authorId=\"{{B}}\"><p188:txBody>{Line("已改")}</p188:txBody></p188:reply></p188:replyLst><p188:txBody>{Line("数字不对")}</p188:txBody></p188:cm></p188:cmLst>")
            .Relate("ppt/presentation.xml", "rIdA", "authors", "authors.xml")
            .Part("ppt/authors.xml", $"<p188:authorLst {p188}><p188:author id=\"{{A}}\" name=\"王芳\"/><p188:author id=\"{{B}}\" name=\"李雷\"/></p188:authorLst>");
        var thread = Assert.IsType<SourceTextBox>(Reader.Read(deck.Build()).Document.Pages[0].Elements[1]);

        Assert.Equal([("王芳", 0), ("数字不对", 0), ("李雷", 1), ("已改", 1)], thread.Paragraphs.Select(line => (line.Text, line.Level)));
        Assert.Equal(("ppt/authors.xml", 1), (thread.Paragraphs[0].Runs[0].Locator.Part, thread.Paragraphs[0].Runs[0].Locator.Page));
    }

    [Fact]
    public void Texts_of_layout_and_master_are_furniture_of_the_first_slide_that_shows_them_and_prompts_are_none()
    {
        string shapes = Shape(2, (0, 0, 100, 20), Line("公司机密")) + Shape(3, null, Line("单击此处"), "<p:ph type=\"title\"/>");
        DeckPackage deck = WithLayout(new DeckPackage().Slide(Shape(2, null, Line("一")), "showMasterSp=\"0\"").Slide(Shape(2, null, Line("二"))).Slide(Shape(2, null, Line("三"))), shapes, "");
        SourceDocument document = Reader.Read(deck.Build()).Document;

        Assert.Equal(["一", "二|公司机密|母版", "三"], document.Pages.Select(page => string.Join('|', page.Elements.SelectMany(element => element.Lines()))));
        Assert.Equal((SourceLayer.Furniture, "ppt/slideLayouts/slideLayout1.xml"), (document.Pages[1].Elements[1].Layer, document.Pages[1].Elements[1].Locator.Part));
    }

    [Fact]
    public void A_layout_that_hides_the_masters_shapes_shows_none_of_their_text()
    {
        DeckPackage deck = WithLayout(new DeckPackage().Slide(Shape(2, null, Line("一"))), Shape(2, null, Line("版式")), "showMasterSp=\"0\"");

        Assert.Equal(["一", "版式"], Reader.Read(deck.Build()).Document.Pages[0].Elements.SelectMany(element => element.Lines()));
    }

    [Fact]
    public void What_no_reader_of_the_slide_sees_is_furniture()
    {
        string hidden = Shape(4, (10, 10, 10, 10), Line("隐藏")).Replace("name=\"s\"", "name=\"s\" hidden=\"1\"", StringComparison.Ordinal);
        string shapes = Shape(2, (-200, 0, 100, 20), Line("左外")) + Shape(3, (700, 0, 100, 20), Line("半外")) + hidden + Shape(5, (10, 10, 10, 10), Line("页脚"), "<p:ph type=\"ftr\"/>");
        SourceDocument document = Reader.Read(Of(shapes)).Document;

        Assert.Equal(
            [("左外", SourceLayer.Furniture), ("半外", SourceLayer.Content), ("隐藏", SourceLayer.Furniture), ("页脚", SourceLayer.Furniture)],
            document.Pages[0].Elements.Select(element => (element.Lines()[0], element.Layer)));
    }

    [Theory]
    [InlineData("2023年市场规模柱状图", true)]
    [InlineData("A picture containing text", true)]
    [InlineData("图片 3", false)]
    [InlineData("Picture 12", false)]
    [InlineData("截图.png", false)]
    [InlineData("C:\\Users\\a\\图 1.jpg", false)]
    [InlineData("timg_2023", false)]
    [InlineData("https://example.org/a", false)]
    public void Alternative_texts_are_furniture_and_file_names_are_none(string description, bool isText)
    {
        string picture = $"<p:pic><p:nvPicPr><p:cNvPr id=\"7\" name=\"图\" descr=\"{description}\"/></p:nvPicPr><p:spPr>{Transform("a:xfrm", (1, 2, 3, 4))}</p:spPr></p:pic>";
        SourceElement[] elements = [.. Reader.Read(Of(picture)).Document.Pages[0].Elements];

        Assert.Equal(isText ? [description] : [], elements.SelectMany(element => element.Lines()));
        Assert.All(elements, element => Assert.Equal((SourceLayer.Furniture, "7", new Box(1, 2, 4, 6)), (element.Layer, element.Locator.Shape, element.Locator.Box!.Value)));
    }

    [Fact]
    public void Links_are_kept_as_text_and_links_to_slides_are_none()
    {
        string shapes = Shape(2, null, "<a:p><a:r><a:rPr><a:hlinkClick r:id=\"rIdH\"/></a:rPr><a:t>官网</a:t></a:r><a:r><a:rPr><a:hlinkClick r:id=\"rIdS\"/></a:rPr><a:t>下一页</a:t></a:r></a:p>");
        DeckPackage deck = new DeckPackage().Slide(shapes).Relate(DeckPackage.SlideName(1), "rIdH", "hyperlink", "https://example.org/", external: true)
            .Relate(DeckPackage.SlideName(1), "rIdS", "slide", "slide1.xml");
        var box = Assert.IsType<SourceTextBox>(Assert.Single(Reader.Read(deck.Build()).Document.Pages[0].Elements));

        Assert.Equal(["https://example.org/", null], box.Paragraphs[0].Runs.Select(run => run.Link));
    }

    [Fact]
    public void Automatic_numbers_are_labels_and_not_text()
    {
        string Numbered(string text, int level = 0) => Line(text, $"<a:pPr lvl=\"{level}\"><a:buAutoNum type=\"ea1ChsPeriod\"/></a:pPr>");
        var box = Assert.IsType<SourceTextBox>(Assert.Single(Reader.Read(Of(Shape(2, null, Numbered("甲") + Numbered("细", 1) + "<a:p/>" + Numbered("乙")))).Document.Pages[0].Elements));

        Assert.Equal([("一、", "甲"), ("一、", "细"), ("二、", "乙")], box.Paragraphs.Select(line => (line.Label, line.Text)));
        Assert.All(box.Paragraphs, line => Assert.True(line.IsListItem));
    }

    [Fact]
    public void Notes_keep_free_texts_and_lose_a_broken_page_only()
    {
        DeckPackage deck = new DeckPackage().Slide(Shape(2, null, Line("正文")))
            .Beside(1, "rIdN", "notesSlide", "ppt/notesSlides/notesSlide1.xml", Tree("notes", Shape(2, null, Line("讲稿"), "<p:ph type=\"body\"/>") + Shape(3, (0, 0, 9, 9), Line("另注")) + Shape(4, null, Line("7"), "<p:ph type=\"sldNum\"/>")))
            .Slide(Shape(2, null, Line("其余"))).Relate(DeckPackage.SlideName(2), "rIdN", "notesSlide", "../notesSlides/none.xml");
        (SourceDocument document, DiagnosticBag diagnostics) = Reader.Read(deck.Build());

        Assert.Equal([SourceLayer.Content, SourceLayer.Notes, SourceLayer.Notes, SourceLayer.Furniture], document.Pages[0].Elements.Select(element => element.Layer));
        Assert.Null(document.Pages[0].Elements[2].Locator.Box);
        Assert.Equal(["其余"], document.Pages[1].Elements.SelectMany(element => element.Lines()));
        Assert.Equal(("pptx-part-missing", 2), (Assert.Single(diagnostics.Items).Code, diagnostics.Items[0].Locator?.Page));
    }

    [Fact]
    public void Formulas_and_text_in_foreign_elements_are_read()
    {
        const string math = "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" xmlns:a14=\"http://schemas.microsoft.com/office/drawing/2010/main\"";
        string formula = $"<a:p><a:r><a:t>面积</a:t></a:r><a14:m {math}><m:oMath><m:r><m:t>S=ab</m:t></m:r></m:oMath></a14:m></a:p>";
        string canvas = $"<x:lockedCanvas xmlns:x=\"urn:x\"><a:sp><a:txSp><a:txBody>{Line("画布")}</a:txBody></a:txSp></a:sp></x:lockedCanvas>";

        Assert.Equal(["面积S=ab", "画布"], Reader.Read(Of(Shape(2, null, formula) + Frame(3, canvas))).Document.Pages[0].Elements.SelectMany(element => element.Lines()));
    }

    private static DeckPackage WithLayout(DeckPackage deck, string shapes, string attributes)
    {
        for (int slide = 1; slide <= 3; slide++) deck.Relate(DeckPackage.SlideName(slide), "rIdL", "slideLayout", "../slideLayouts/slideLayout1.xml");
        return deck.Part("ppt/slideLayouts/slideLayout1.xml", Tree("sldLayout", shapes, attributes))
            .Relate("ppt/slideLayouts/slideLayout1.xml", "rIdM", "slideMaster", "../slideMasters/slideMaster1.xml")
            .Part("ppt/slideMasters/slideMaster1.xml", Tree("sldMaster", Shape(2, (0, 0, 50, 20), Line("母版"))));
    }
}

using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.Pptx;
using Extraction.Formats.Tests.OpenXml;
using static Extraction.Formats.Tests.Pptx.PptxFile;

namespace Extraction.Formats.Tests.Pptx;

public class SlideListTests
{
    [Fact]
    public void Slides_know_their_section()
    {
        DeckPackage deck = new DeckPackage().Slide(Shape(2, null, Line("一"))).Slide(Shape(2, null, Line("二")));
        deck.Presentation += "<p:extLst><p:ext><p14:sectionLst xmlns:p14=\"http://schemas.microsoft.com/office/powerpoint/2010/main\">"
            + "<p14:section name=\"市场概况\"><p14:sldIdLst><p14:sldId id=\"257\"/></p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst>";

        Assert.Equal([null, "市场概况"], new PptxReader().Read(deck.Build()).Document.Pages.Select(page => page.Section));
    }

    [Fact]
    public void A_slide_that_the_presentation_does_not_list_is_named_and_not_read()
    {
        byte[] deck = new DeckPackage().Slide(Shape(2, null, Line("一"))).Slide(Shape(2, null, Line("弃")), listed: false).Build();
        (SourceDocument document, DiagnosticBag diagnostics) = new PptxReader().Read(deck);

        Assert.Equal(["一"], document.Pages.SelectMany(page => page.Elements).SelectMany(element => element.Lines()));
        Diagnostic said = Assert.Single(diagnostics.Items);
        Assert.Equal(("pptx-slide-not-listed", false, "ppt/slides/slide2.xml"), (said.Code, said.IsError, said.Locator?.Part));
    }

    [Fact]
    public void A_file_that_was_cut_off_behind_a_workbook_inside_it_is_still_a_presentation()
    {
        byte[] workbook = DeckPackage.Workbook("0", ["甲", 1]);
        byte[] deck = new DeckPackage().Slide(Shape(2, null, Line("一"))).Part("ppt/embeddings/book.xlsx", workbook).Build();
        byte[] cut = deck[..(deck.AsSpan().IndexOf(workbook) + workbook.Length + 10)];
        (SourceDocument document, DiagnosticBag diagnostics) = new PptxReader().Read(cut);

        Assert.Equal(["一"], document.Pages.SelectMany(page => page.Elements).SelectMany(element => element.Lines()));
        Assert.True(diagnostics.HasErrors);
    }

    [Fact]
    public void An_entry_that_strayed_from_the_list_still_names_its_slide_and_it_is_said()
    {
        DeckPackage deck = new DeckPackage().Slide(Shape(2, null, Line("一"))).Slide(Shape(2, null, Line("二")));
        byte[] damaged = TestPackages.WithEntry(deck.Build(), "ppt/presentation.xml", System.Text.Encoding.UTF8.GetBytes(
            $"<p:presentation {Namespaces}><p:sldIdLst><p:sldId id=\"256\" r:id=\"rIdS1\"/></p:sldIdLst><p:extLst><p:sldId id=\"257\" r:id=\"rIdS2\"/></p:extLst></p:presentation>"));
        (SourceDocument document, DiagnosticBag diagnostics) = new PptxReader().Read(damaged);

        Assert.Equal(["一", "二"], document.Pages.SelectMany(page => page.Elements).SelectMany(element => element.Lines()));
        Assert.Equal(("pptx-order-guessed", true), (Assert.Single(diagnostics.Items).Code, diagnostics.HasErrors));
    }

    [Fact]
    public void A_damaged_link_takes_the_slide_that_nobody_links_to()
    {
        DeckPackage deck = new DeckPackage().Slide(Shape(2, null, Line("一"))).Slide(Shape(2, null, Line("二"))).Slide(Shape(2, null, Line("三")));
        byte[] damaged = TestPackages.WithEntry(deck.Build(), "ppt/presentation.xml", System.Text.Encoding.UTF8.GetBytes(
            $"<p:presentation {Namespaces}><p:sldIdLst><p:sldId id=\"256\" r:id=\"rIdS1\"/><p:sldId id=\"257\" r:id=\"rIdX2\"/><p:sldId id=\"258\" r:id=\"rIdS3\"/></p:sldIdLst></p:presentation>"));
        (SourceDocument document, DiagnosticBag diagnostics) = new PptxReader().Read(damaged);

        Assert.Equal(["一", "二", "三"], document.Pages.SelectMany(page => page.Elements).SelectMany(element => element.Lines()));
        Assert.Equal(["pptx-part-missing", "pptx-slide-guessed"], diagnostics.Items.Select(item => item.Code));
    }
}

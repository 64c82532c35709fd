using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Layout;
using static Extraction.Tests.Layout.Sheets;

namespace Extraction.Tests.Layout;

public class PageBookmarksTests
{
    [Fact]
    public void A_line_that_a_bookmark_of_its_page_names_is_a_heading_of_its_level()
    {
        SourceDocument document = Document(
            Page(Line("港口概况", 60, 60, 24), Line("沿海港口去年完成的货物吞吐量又创了新高。", 60, 120)),
            Page(Line("航线 与班次", 60, 60), Line("每周三班。", 60, 120), Line("港口概况", 60, 180))) with
        { Outline = [new OutlineEntry(1, "港口概况", 1), new OutlineEntry(3, "航线与班次", 2)] };

        RawText raw = new PageLayout().Arrange(document, new DiagnosticBag());

        Assert.Equal([BlockRole.Title, BlockRole.Paragraph, BlockRole.Heading, BlockRole.Paragraph, BlockRole.Paragraph], raw.Blocks.Select(block => block.Role));
        Assert.Equal(3, raw.Blocks[2].Level);
    }

    [Fact]
    public void Remarks_come_behind_the_content_as_comments()
    {
        RawText raw = Arrange(Page(Line("请核对。", 60, 80, 12, SourceLayer.Comments), Line("港口吞吐量去年又创了新高。", 60, 100)));

        Assert.Equal([BlockRole.Paragraph, BlockRole.Comment], raw.Blocks.Select(block => block.Role));
    }
}

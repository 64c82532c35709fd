using Extraction.Documents;
using static Extraction.Tests.Layout.Sheets;

namespace Extraction.Tests.Layout;

public class PageFrameTests
{
    [Fact]
    public void Vertical_text_is_read_from_right_to_left_and_wrapped_like_any_other()
    {
        RawText raw = Arrange(Page(
            Column("港口记事", 520, 24),
            Column("沿海港口去年完成的货物吞吐量一百零八亿吨同比增长百分之七其中", 460, 12),
            Column("外贸货物四十五亿吨。", 440, 12)));

        Assert.Equal(["港口记事", "沿海港口去年完成的货物吞吐量一百零八亿吨同比增长百分之七其中\n外贸货物四十五亿吨。"], Texts(raw));
        Assert.Equal(BlockRole.Title, raw.Blocks[0].Role);
        Assert.Equal(new Box(440, 60, 472, 420), raw.Map.Locate(raw.Blocks[1].Span).Box);
    }

    [Fact]
    public void A_page_turned_upwards_is_read_from_its_foot()
    {
        RawText raw = Arrange(Page(
            Turned("自东港出发的航线共有十二条，", new Box(100, 500, 112, 668), 12, 90),
            Turned("每周三班。", new Box(120, 608, 132, 668), 12, 90),
            Turned("附录", new Box(60, 620, 84, 668), 24, 90)));

        Assert.Equal("附录", raw.Blocks[0].Span.Of(raw.Text));
        Assert.Equal("自东港出发的航线共有十二条，", raw.Blocks[1].Span.Of(raw.Text).Split('\n')[0]);
    }

    [Fact]
    public void A_large_text_askew_is_a_watermark()
    {
        RawText raw = Arrange(Page(
            Line("港口吞吐量去年又创了新高。", 60, 100), Line("内河港口的增速更快一些。", 60, 400), Turned("内部资料", new Box(100, 150, 300, 350), 60, 45)));

        Assert.Equal("内部资料", Assert.Single(raw.Blocks, block => block.Role == BlockRole.Furniture).Span.Of(raw.Text));
    }

    private static SourceTextBox Column(string text, double x, double size) =>
        Turned(text, new Box(x, 60, x + size, 60 + (text.Length * size)), size, 270);
}

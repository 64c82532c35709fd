using Extraction.Documents;
using Extraction.Layout;
using static Extraction.Tests.Layout.Pages;

namespace Extraction.Tests.Layout;

public class FlowLayoutTests
{
    private static readonly FlowLayout Layout = new();

    [Fact]
    public void Headings_nest_by_level_and_govern_across_boxes_and_pages()
    {
        SourceParagraph Heading(string text, int level) => Line(text) with { HeadingLevel = level };
        RawText raw = Layout.Arrange(
            [Title("年度报告"), TextBox(null, Heading("总论", 1), Heading("背景", 2), Line("背景的正文。"))],
            [TextBox(null, Line("第二页的正文。"), Heading("展望", 1), Line("展望的正文。"))]);

        Assert.Equal("年度报告", raw.ParentOf("总论"));
        Assert.Equal("总论", raw.ParentOf("背景"));
        Assert.Equal("背景", raw.ParentOf("第二页的正文。"));
        Assert.Equal("展望", raw.ParentOf("展望的正文。"));
        Assert.Equal("年度报告", raw.ParentOf("展望"));
    }

    [Fact]
    public void Numbered_lines_are_headings_where_no_style_says_so()
    {
        RawText raw = Layout.Arrange([TextBox(null, Line("第一章 概况"), Line("一、行业背景"), Line("（一）市场规模"), Line("市场持续增长。"), Line("二、需求旺盛，供给不足。"))]);

        Assert.Equal([BlockRole.Heading, BlockRole.Heading, BlockRole.Heading, BlockRole.Paragraph, BlockRole.Paragraph], raw.Roles());
        Assert.Equal("（一）市场规模", raw.ParentOf("市场持续增长。"));
    }

    [Fact]
    public void Larger_short_lines_are_title_and_headings()
    {
        SourceParagraph Sized(string text, double size) => Line(text) with { FontSize = size };
        RawText raw = Layout.Arrange([TextBox(null, Sized("产业观察", 22), Sized("这是一段足够长的正文，说明情况。", 10.5), Sized("竞争格局", 14), Sized("这是另一段足够长的正文。", 10.5))]);

        Assert.Equal([BlockRole.Title, BlockRole.Paragraph, BlockRole.Heading, BlockRole.Paragraph], raw.Roles());
    }

    [Fact]
    public void A_caption_names_the_table_below_it()
    {
        RawText raw = Layout.Arrange([TextBox(null, Line("表 1 企业名单")), Table(["企业", "城市"], ["星河", "上海"]), TextBox(null, Line("数据来源：公开资料"))]);

        Assert.Equal(BlockRole.Caption, raw.Blocks[0].Role);
        Assert.Equal(0, raw.Tables[0].Caption);
        Assert.Equal(BlockRole.Caption, raw.Blocks[^1].Role);
    }

    [Fact]
    public void Furniture_follows_its_page_and_hangs_on_nothing()
    {
        var header = new SourceTextBox(new Locator { Page = 1 }, SourceLayer.Furniture, false, [Line("内部资料")]);
        RawText raw = Layout.Arrange([header, TextBox(null, Line("一、总则"), Line("正文。"))]);

        Assert.Equal([BlockRole.Heading, BlockRole.Paragraph, BlockRole.Furniture], raw.Roles());
        Assert.Null(raw.ParentOf("内部资料"));
    }
}

using Extraction.Diagnostics;
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

    [Fact]
    public void A_chart_in_a_header_is_lines_of_furniture()
    {
        var chart = new SourceChart(new Locator { Page = 1 }, SourceLayer.Furniture, "销量", ["2023年"], [new ChartSeries("星河", ["15"])]);
        RawText raw = Layout.Arrange([chart, TextBox(null, Line("正文。"))]);

        Assert.Equal("正文。\n销量\n2023年\n星河\n15", raw.Text.Trim());
        Assert.Equal(4, raw.Roles().Count(role => role == BlockRole.Furniture));
    }

    [Fact]
    public void Numbers_that_a_list_shows_make_headings_and_captions_as_typed_ones_do()
    {
        SourceParagraph Item(string label, string text) => Line(text, item: true) with { Label = label };
        RawText raw = Layout.Arrange([TextBox(null, Item("一、", "行业背景"), Item("（一）", "规模"), Item("1.", "普通条目"), Item("图1", "产业链"), Item("二、", "本条要求如下。"))]);

        Assert.Equal([BlockRole.Heading, BlockRole.Heading, BlockRole.ListItem, BlockRole.Caption, BlockRole.ListItem], raw.Roles());
        Assert.Equal(["一、", "（一）", "1.", "图1", "二、"], raw.Blocks.Select(block => block.Label));
    }

    [Fact]
    public void All_lines_of_a_declared_title_are_title()
    {
        var title = new SourceTextBox(new Locator { Page = 1 }, SourceLayer.Content, true, [Line("人工智能产业"), Line("年度报告")]);
        RawText raw = Layout.Arrange([TextBox(null, Line("某研究院")), title, TextBox(null, Line("正文。"))]);

        Assert.Equal([BlockRole.Paragraph, BlockRole.Title, BlockRole.Title, BlockRole.Paragraph], raw.Roles());
    }

    [Fact]
    public void The_largest_short_lines_of_a_cover_are_the_title_wherever_they_stand()
    {
        SourceParagraph Sized(string text, double size) => Line(text) with { FontSize = size };
        RawText raw = Layout.Arrange([TextBox(null, Sized("某研究院", 14), Sized("产业", 26), Sized("观察", 26), Sized("这是一段足够长的正文，说明情况，写了又写。", 10.5))]);

        Assert.Equal(["产业", "观察"], raw.Blocks.Where(block => block.Role == BlockRole.Title).Select(block => block.Span.Of(raw.Text)));
    }

    [Fact]
    public void A_line_that_the_properties_name_is_the_title()
    {
        SourceDocument document = Document([TextBox(null, Line("第3期"), Line("数字 经济报告"), Line("正文。"))]) with { Title = "数字经济报告" };
        RawText raw = Layout.Arrange(document, new DiagnosticBag());

        Assert.Equal(BlockRole.Title, raw.Blocks[1].Role);
    }

    [Fact]
    public void A_table_that_repeats_its_header_in_a_second_one_is_one_table()
    {
        RawText raw = Layout.Arrange([Table(["企业", "城市"], ["星河", "上海"])], [Table(["企业", "城市"], ["云帆", "北京"])]);

        Assert.Equal((3, 2, 1), (Assert.Single(raw.Tables).Rows, raw.Tables[0].Columns, raw.Tables[0].HeaderRows));
        Assert.Equal(["企业", "城市"], raw.Blocks.Where(block => block.Role == BlockRole.Repeated).Select(block => block.Span.Of(raw.Text)));
        Assert.Equal((1, 3, 2), (raw.Blocks[^1].Cell!.Table, raw.Blocks[^1].Cell!.Row, raw.Blocks[^1].Cell!.Column));
    }

    [Fact]
    public void A_line_that_says_so_continues_a_table_and_any_other_line_does_not()
    {
        SourceTable first = Table(["企业", "城市"], ["星河", "上海"]);

        Assert.Single(Layout.Arrange([first, TextBox(null, Line("续表1")), Table(["1", "2"])]).Tables);
        Assert.Equal(2, Layout.Arrange([first, TextBox(null, Line("另一张表：")), Table(["1", "2"])]).Tables.Length);
        Assert.Equal(2, Layout.Arrange([first, Table(["指标", "数值"], ["甲", "1"])]).Tables.Length);
    }

    [Fact]
    public void Notes_stay_behind_their_paragraph_and_comments_wait_for_the_end_of_the_page()
    {
        SourceTextBox Layered(string text, SourceLayer layer) => new(new Locator { Page = 1 }, layer, false, [Line(text) with { Label = "1" }]);
        RawText raw = Layout.Arrange([TextBox(null, Line("甲。")), Layered("注。", SourceLayer.Notes), Layered("批注", SourceLayer.Comments), TextBox(null, Line("乙。"))]);

        Assert.Equal(["甲。", "注。", "乙。", "批注"], raw.Texts());
        Assert.Equal([BlockRole.Paragraph, BlockRole.Note, BlockRole.Paragraph, BlockRole.Comment], raw.Roles());
    }
}

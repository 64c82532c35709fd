using Extraction.Documents;
using Extraction.Layout;
using static Extraction.Tests.Layout.Pages;

namespace Extraction.Tests.Layout;

public class TableWriterTests
{
    [Fact]
    public void Cells_become_blocks_with_addresses_places_and_a_header_row()
    {
        RawText raw = new SlideLayout().Arrange([Table(["企业", "成立时间"], ["星河科技", "2019年"], ["", "2020年"])]);

        Assert.Equal(["企业", "成立时间", "星河科技", "2019年", "2020年"], raw.Texts());
        Assert.Equal(new CellAddress(1, 3, 2), raw.Blocks[4].Cell);
        Assert.Equal([true, true, false, false, false], raw.Blocks.Select(block => block.Cell!.IsHeader));
        Assert.Equal(new TableGrid(1, TableKind.Table, 3, 2, 1, null), Assert.Single(raw.Tables));
        Locator place = raw.Map.Locate(raw.Blocks[4].Span);
        Assert.Equal((1, 3, 2), (place.Table, place.Row, place.Column));
    }

    [Fact]
    public void Charts_put_series_in_the_first_row_and_categories_in_the_first_column()
    {
        var chart = new SourceChart(
            new Locator { Page = 1 }, SourceLayer.Content, "占比", ["教育", "医疗"], [new ChartSeries("2023", ["20.74%", null]), new ChartSeries("2024", ["1", "2"])]);
        RawText raw = new SlideLayout().Arrange([chart]);

        Assert.Equal(["占比", "2023", "2024", "教育", "20.74%", "1", "医疗", "2"], raw.Texts());
        Assert.Equal(new TableGrid(1, TableKind.Chart, 3, 3, 1, 0), Assert.Single(raw.Tables));
        Assert.Equal(BlockRole.Caption, raw.Blocks[0].Role);
        Assert.Equal(new CellAddress(1, 3, 3), raw.Blocks[^1].Cell);
    }

    [Fact]
    public void A_chart_says_what_its_categories_and_values_are()
    {
        var chart = new SourceChart(new Locator { Page = 1 }, SourceLayer.Content, "规模", ["2023"], [new ChartSeries("全国", ["12.5"])]) { CategoryTitle = "年份", ValueTitle = "亿元" };
        RawText raw = new SlideLayout().Arrange([chart]);

        Assert.Equal(["规模", "亿元", "年份", "全国", "2023", "12.5"], raw.Texts());
        Assert.Equal([BlockRole.Caption, BlockRole.Caption], raw.Roles().Take(2));
        Assert.Equal((new CellAddress(1, 1, 1, IsHeader: true), 0), (raw.Blocks[2].Cell, raw.Tables[0].Caption));
    }

    [Theory]
    [InlineData("名称", "金额", 1)]
    [InlineData("指标", "12.5%", 0)]
    [InlineData("名称", "1200", 0)]
    [InlineData("2022", "2023", 1)]
    [InlineData("本公司于二〇二〇年在上海成立并开始运营。", "金额", 0)]
    public void The_first_row_is_a_header_when_it_holds_labels(string first, string second, int expected) =>
        Assert.Equal(expected, HeaderRows.Guess(Table([first, second], ["甲", "1"], ["乙", "2"])));

    [Fact]
    public void A_cell_of_several_paragraphs_is_one_block()
    {
        var table = new SourceTable(new Locator { Page = 1 }, SourceLayer.Content, 1, 2,
            [new SourceCell(1, 1, 1, 1, [Line("一"), Line("二")]), new SourceCell(1, 2, 1, 1, [Line("三")])]);

        Assert.Equal(["一\n二", "三"], new SlideLayout().Arrange([table]).Texts());
    }
}

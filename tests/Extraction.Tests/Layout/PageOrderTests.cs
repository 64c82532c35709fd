using Extraction.Documents;
using static Extraction.Tests.Layout.Sheets;

namespace Extraction.Tests.Layout;

public class PageOrderTests
{
    [Fact]
    public void Cards_in_a_grid_are_read_row_by_row()
    {
        RawText raw = Arrange(Page(
            Line("航运要览", 40, 40, 30),
            Line("东港", 40, 120, 20), Line("南港", 240, 120, 20), Line("西港", 440, 120, 20),
            Line("集装箱干线", 40, 146), Line("散货码头", 240, 146), Line("滚装航线", 440, 146),
            Line("北港", 40, 190, 20), Line("甬港", 240, 190, 20), Line("江港", 440, 190, 20),
            Line("油品码头", 40, 216), Line("矿石中转", 240, 216), Line("内河驳船", 440, 216)));

        Assert.Equal(
            ["航运要览", "东港", "集装箱干线", "南港", "散货码头", "西港", "滚装航线", "北港", "油品码头", "甬港", "矿石中转", "江港", "内河驳船"], Texts(raw));
    }

    [Fact]
    public void A_value_is_read_with_its_label_and_is_no_heading()
    {
        RawText raw = Arrange(Page(
            Line("326万家", 60, 100, 30), Line("449亿元", 360, 100, 30), Line("注册企业", 80, 140), Line("行业总产值", 380, 140),
            Line("57%", 60, 190, 30), Line("12条", 360, 190, 30), Line("同比增长的企业", 80, 230), Line("新开航线", 380, 230)));

        Assert.Equal(["326万家", "注册企业", "449亿元", "行业总产值", "57%", "同比增长的企业", "12条", "新开航线"], Texts(raw));
        Assert.All(raw.Blocks, block => Assert.Equal(BlockRole.Paragraph, block.Role));
    }

    [Fact]
    public void Years_beside_what_happened_head_it()
    {
        RawText raw = Arrange(Page(
            Line("2021年", 40, 100, 16), Line("港口完成了自动化改造，", 140, 100), Line("首条干线开通。", 140, 118),
            Line("2022年", 40, 160, 16), Line("两家港务集团合并为一家，", 140, 160), Line("运力因此翻番。", 140, 178),
            Line("2023年", 40, 220, 16), Line("吞吐量居全国第一，", 140, 220), Line("投资仍在增加。", 140, 238)));

        Assert.Equal(["2021年", "2022年", "2023年"], raw.Blocks.Where(block => block.Role != BlockRole.Paragraph).Select(block => block.Span.Of(raw.Text)));
        Assert.Equal(0, raw.Text.IndexOf("2021年\n港口", StringComparison.Ordinal));
        Assert.Contains("首条干线开通。\n2022年\n两家", raw.Text, StringComparison.Ordinal);
        Assert.Contains("运力因此翻番。\n2023年\n吞吐", raw.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_panel_holds_is_read_on_its_own()
    {
        SourcePage page = Page(
            Line("东港", 60, 120), Line("集装箱", 60, 150), Line("西港", 340, 120), Line("散货", 340, 150),
            Line("南港", 60, 240), Line("滚装", 60, 270), Line("北港", 340, 240), Line("油品", 340, 270))
            with
        { Panels = [new Box(50, 100, 290, 200), new Box(330, 100, 570, 200), new Box(50, 220, 290, 320), new Box(330, 220, 570, 320)] };

        RawText raw = Arrange(page);

        Assert.Equal(["东港", "集装箱", "西港", "散货", "南港", "滚装", "北港", "油品"], Texts(raw));
        Assert.Empty(raw.Tables);
    }

    [Fact]
    public void Stripes_behind_the_rows_of_a_table_are_no_panels()
    {
        SourcePage page = Page(
            Line("港口", 60, 100), Line("航线", 300, 100), Line("东港", 60, 130), Line("集装箱与滚装的干线，", 300, 130), Line("每周三班", 300, 144),
            Line("西港", 60, 174), Line("以散货为主", 300, 174), Line("南港", 60, 204), Line("油品码头两座，", 300, 204), Line("另有储罐", 300, 218))
            with
        { Panels = [new Box(50, 125, 550, 165), new Box(50, 200, 550, 240)] };

        Assert.Equal(4, Assert.Single(Arrange(page).Tables).Rows);
    }
}

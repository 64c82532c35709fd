using CsCheck;
using Extraction.Documents;
using Extraction.Layout;
using static Extraction.Tests.Layout.Pages;

namespace Extraction.Tests.Layout;

public class SlideLayoutTests
{
    private static readonly SlideLayout Layout = new();

    [Fact]
    public void The_title_comes_first_and_governs()
    {
        RawText raw = Layout.Arrange([TextBox(new Box(0, 100, 300, 300), Line("星河公司完成融资，金额两亿元。")), Title("融资动态")]);

        Assert.Equal(["融资动态", "星河公司完成融资，金额两亿元。"], raw.Texts());
        Assert.Equal([BlockRole.Title, BlockRole.Paragraph], raw.Roles());
        Assert.Equal("融资动态", raw.ParentOf("星河公司完成融资，金额两亿元。"));
    }

    [Fact]
    public void List_items_hang_on_the_item_or_line_above_them_and_not_on_another_box()
    {
        RawText raw = Layout.Arrange([
            TextBox(new Box(0, 0, 300, 100), Line("公司进展如下，共有三项："), Line("甲项进展", 0, true), Line("甲项细节", 1, true), Line("乙项进展", 0, true)),
            TextBox(new Box(0, 200, 300, 300), Line("丙项进展", 1, true), Line("丁项进展", 1, true)),
        ]);

        Assert.Equal("公司进展如下，共有三项：", raw.ParentOf("甲项进展"));
        Assert.Equal("甲项进展", raw.ParentOf("甲项细节"));
        Assert.Equal("公司进展如下，共有三项：", raw.ParentOf("乙项进展"));
        Assert.Null(raw.ParentOf("丙项进展"));
        Assert.NotEqual(raw.Blocks[0].Container, raw.Blocks[^1].Container);
    }

    [Fact]
    public void A_small_box_above_a_text_is_its_heading_and_no_other_boxes()
    {
        RawText raw = Layout.Arrange([
            TextBox(new Box(0, 0, 100, 20), Line("技术路线")), TextBox(new Box(0, 25, 300, 100), Line("采用混合架构。"), Line("降低成本。")),
            TextBox(new Box(0, 300, 300, 400), Line("另一段没有标题的文字在此。"), Line("到此为止。")),
        ]);

        Assert.Equal(BlockRole.Heading, raw.Blocks[0].Role);
        Assert.Equal("技术路线", raw.ParentOf("降低成本。"));
        Assert.Null(raw.ParentOf("到此为止。"));
    }

    [Fact]
    public void A_year_inside_a_box_governs_the_lines_up_to_the_next_year()
    {
        RawText raw = Layout.Arrange([TextBox(new Box(0, 0, 300, 300), Line("2022年"), Line("发布首个版本"), Line("2023年"), Line("开放源代码"))]);

        Assert.Equal("2022年", raw.ParentOf("发布首个版本"));
        Assert.Equal("2023年", raw.ParentOf("开放源代码"));
    }

    [Fact]
    public void A_slide_that_repeats_another_is_marked_whatever_the_order_of_its_boxes()
    {
        SourceElement[] first = [TextBox(new Box(0, 0, 50, 50), Line("甲 的说明。")), TextBox(new Box(0, 60, 50, 90), Line("乙的说明。"))];
        SourceElement[] second = [TextBox(new Box(0, 60, 50, 90), Line("乙的说明。")), TextBox(new Box(0, 0, 50, 50), Line("甲的说明。"))];
        RawText raw = Layout.Arrange(first, second);

        Assert.Equal([BlockRole.Paragraph, BlockRole.Paragraph, BlockRole.Repeated, BlockRole.Repeated], raw.Roles());
        Assert.Equal([1, 1, 2, 2], raw.Blocks.Select(block => block.Page));
    }

    [Fact]
    public void Notes_and_furniture_follow_the_content()
    {
        SourceTextBox Of(SourceLayer layer, string text) => new(new Locator { Page = 1 }, layer, false, [Line(text)]);
        RawText raw = Layout.Arrange([Of(SourceLayer.Furniture, "3"), Of(SourceLayer.Notes, "讲稿"), Of(SourceLayer.Content, "正文在这里。")]);

        Assert.Equal([BlockRole.Paragraph, BlockRole.Note, BlockRole.Furniture], raw.Roles());
    }

    [Fact]
    public void Tables_and_charts_beside_the_content_are_lines_and_no_grids()
    {
        SourceTable table = Table(["保密", "内部"]) with { Layer = SourceLayer.Furniture };
        var chart = new SourceChart(new Locator { Page = 1 }, SourceLayer.Furniture, "标志", ["甲"], [new ChartSeries(null, ["1"])]);
        SourceTextBox comment = TextBox(null, Line("请核对")) with { Layer = SourceLayer.Comments };
        RawText raw = Layout.Arrange([table, chart, comment]);

        Assert.Equal(["请核对", "保密", "内部", "标志", "甲", "1"], raw.Texts());
        Assert.Equal(BlockRole.Comment, raw.Blocks[0].Role);
        Assert.All(raw.Blocks.Skip(1), block => Assert.Equal((BlockRole.Furniture, null), (block.Role, block.Cell)));
        Assert.Empty(raw.Tables);
    }

    [Fact]
    public void A_title_at_the_bottom_of_the_slide_comes_first()
    {
        SourceTextBox title = Title("结论先行") with { Locator = new Locator { Page = 1, Box = new Box(0, 480, 700, 530) } };

        Assert.Equal(["结论先行", "正文在这里。"], Layout.Arrange([TextBox(new Box(0, 0, 700, 400), Line("正文在这里。")), title]).Texts());
    }

    [Fact]
    public void Steps_of_a_process_govern_what_stands_at_them_above_and_below()
    {
        SourceElement At(int x, int y, string text) => TextBox(new Box(x, y, x + 120, y + 40), Line(text));
        RawText raw = Layout.Arrange([
            At(40, 240, "01"), At(200, 240, "02"), At(360, 240, "03"), At(30, 120, "收集需求，访谈客户。"), At(190, 320, "设计方案，内部评审。"), At(350, 120, "交付上线，持续运营。")]);

        Assert.Equal(["01", "收集需求，访谈客户。", "02", "设计方案，内部评审。", "03", "交付上线，持续运营。"], raw.Texts());
        Assert.Equal("02", raw.ParentOf("设计方案，内部评审。"));
    }

    [Fact]
    public void Blocks_leave_blank_margins_out_and_the_text_keeps_them()
    {
        RawText raw = Layout.Arrange([TextBox(null, Line("　正文在这里。 "))]);

        Assert.Equal("正文在这里。", Assert.Single(raw.Texts()));
        Assert.Equal("　正文在这里。 ", raw.Text);
    }

    [Fact]
    public void Every_character_is_in_the_text_once_and_blocks_are_separate_lines()
    {
        Gen<SourceParagraph> line = Gen.Select(Gen.String["甲乙丙2 0年月\n。"], Gen.Int[0, 2], Gen.Bool).Select((text, level, item) => Line(text, level, item));
        Gen<SourceElement> box = Gen.Select(line.Array[0, 4], Gen.Int[0, 600], Gen.Int[0, 400], Gen.Int[0, 1])
            .Select((lines, x, y, kind) => kind == 0 && lines.Length > 0
                ? Table([.. lines.Select(l => new[] { l.Text, "值" })])
                : (SourceElement)TextBox(new Box(x, y, x + 100, y + 40), lines));
        box.Array[0, 6].Array[1, 3].Sample(pages =>
        {
            RawText raw = Layout.Arrange(pages);
            Assert.Equal(Letters(string.Concat(pages.SelectMany(page => page).SelectMany(Paragraphs).Select(p => p.Text))), Letters(raw.Text));
            for (int i = 1; i < raw.Blocks.Length; i++)
                Assert.Contains('\n', raw.Text[raw.Blocks[i - 1].Span.End..raw.Blocks[i].Span.Start]);
            Assert.All(raw.Blocks, block => Assert.True(block.Parent is null || block.Parent < block.Index));
        }, iter: 200);
    }

    private static IEnumerable<SourceParagraph> Paragraphs(SourceElement element) => element switch
    {
        SourceTextBox box => box.Paragraphs,
        SourceTable table => table.Cells.SelectMany(cell => cell.Paragraphs),
        _ => [],
    };

    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Order());
}

using CsCheck;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Layout;

namespace Extraction.Tests.Layout;

public class TextLayoutTests
{
    [Fact]
    public void Rows_set_apart_by_tabs_are_a_table_whose_first_cell_reaches_down()
    {
        RawText raw = Arrange("牌照\n\n批次\t机构\t城市\n首批\t甲银行\t深圳\n\t乙银行\t成都\n次批\t丙银行\t武汉\n");

        Assert.Equal((4, 3, 1), (Assert.Single(raw.Tables).Rows, raw.Tables[0].Columns, raw.Tables[0].HeaderRows));
        Assert.Equal(new CellAddress(1, 2, 1, RowSpan: 2), raw.Blocks.Single(block => block.Span.Of(raw.Text) == "首批").Cell);
        Assert.Equal(new CellAddress(1, 3, 2), raw.Blocks.Single(block => block.Span.Of(raw.Text) == "乙银行").Cell);
        Assert.True(raw.Blocks.Single(block => block.Span.Of(raw.Text) == "机构").Cell!.IsHeader);
    }

    [Fact]
    public void A_line_with_one_space_before_it_starts_a_page_and_is_its_title()
    {
        RawText raw = Arrange(" 动力电池概况\n• 甲公司量产。\n• 乙公司扩产。\n• 丙公司停产。\n 02\n市场格局\n• 丁公司上市。\n");
        Assert.Equal(["动力电池概况", "市场格局"], Texts(raw, BlockRole.Title));
        Assert.Equal(["02"], Texts(raw, BlockRole.Furniture));
        Assert.Equal(2, raw.Blocks[^1].Page);
        Assert.Equal(2, raw.Map.Locate(raw.Blocks[^1].Span).Page);
        Assert.Equal(7, raw.Map.Locate(raw.Blocks[^1].Span).Paragraph);
    }

    [Fact]
    public void A_form_feed_starts_a_page_and_spaces_then_do_not()
    {
        RawText raw = Arrange("首页标题\n 缩进的一行\n\f次页标题\n正文。\n");
        Assert.Equal(["首页标题", "次页标题"], Texts(raw, BlockRole.Title));
        Assert.Equal(2, raw.Blocks[^1].Page);
    }

    [Fact]
    public void A_wrapped_item_is_one_block_over_the_blank_lines_that_a_tool_put_in_and_inside_a_word()
    {
        string first = "◦ 某晶圆厂在无锡建成十二英寸生产线，月产能达到四万片，产品覆盖二十八纳米和四十纳米，主要客户来自 Auto";
        string second = "◦ 另一家设计公司推出车规级控制芯片，通过功能安全认证，已经向七家整车企业供货，全年出货量超过三千万颗，同";
        RawText raw = Arrange($" 芯片\n\n• 制造：\n\n{first}\n\nmotive 和工业领域。\n\n{second}\n\n比增长一倍。\n\n• 设计：\n");
        Assert.Equal([first + "\n\nmotive 和工业领域。", second + "\n\n比增长一倍。"], Texts(raw, BlockRole.ListItem).Take(2));
        Assert.Equal("• 制造：", Text(raw, Parent(raw, Find(raw, "◦ 某晶圆厂"))));
        Assert.Equal("芯片", Text(raw, Parent(raw, Find(raw, "• 制造"))));
        Assert.Equal(BlockRole.Heading, Find(raw, "• 制造").Role);
    }

    [Theory]
    [InlineData("沿海港口完成的货物吞吐量达到一百零八亿吨，\n", 60_000)]
    [InlineData("机构\t城市\n甲银行\t深圳\n乙银行\t成都\n\n名称 (\n上海\n北京\n)\n\n", 8_000)]
    [InlineData("“", 500_000)]
    public async Task Long_texts_take_no_square_of_their_length(string piece, int count)
    {
        string text = new System.Text.StringBuilder().Insert(0, piece, count).ToString();

        RawText raw = await Task.Run(() => Arrange(text)).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(text.Length, raw.Text.Length);
    }

    [Fact]
    public void Short_lines_behind_each_other_stay_apart()
    {
        RawText raw = Arrange(" 版图\n整车厂\n电池厂\n充电运营\n");
        Assert.Equal(["整车厂", "电池厂", "充电运营"], Texts(raw, BlockRole.Paragraph));
    }

    [Fact]
    public void Template_junk_is_furniture_and_the_line_behind_it_a_title()
    {
        RawText raw = Arrange(" 03\n新药研发\n\n32pt\n\n: R10 G20 B30\n\n:\n\n黑体\n\n新药研发进展\n\n• 某药企的抗体药获批上市。\n");
        Assert.Equal(["新药研发", "新药研发进展"], Texts(raw, BlockRole.Title));
        Assert.Equal("新药研发进展", Text(raw, Parent(raw, Find(raw, "• 某药企"))));
        Assert.Contains(raw.Blocks, block => block.Role == BlockRole.Furniture && Text(raw, block).Contains("黑体", StringComparison.Ordinal));
    }

    [Fact]
    public void A_font_name_alone_is_no_junk() =>
        Assert.Contains("黑体", Texts(Arrange(" 字体产业\n正文说明。\n黑体\n其他说明。\n"), BlockRole.Paragraph));

    [Fact]
    public void Tabbed_lines_are_a_table_and_an_empty_leading_cell_belongs_to_the_cell_above()
    {
        RawText raw = Arrange(" 牌照\n\t批次\n\t机构\n\t城市\n\n\t首批\n\t甲银行\n\t深圳\n\n\t\n\t乙银行\n\t成都\n");
        TableGrid table = Assert.Single(raw.Tables);
        Assert.Equal((3, 3, 1), (table.Rows, table.Columns, table.HeaderRows));
        Assert.Equal((2, 1, 2), (Find(raw, "首批").Cell!.Row, Find(raw, "首批").Cell!.Column, Find(raw, "首批").Cell!.RowSpan));
        Assert.Equal((3, 2), (Find(raw, "乙银行").Cell!.Row, Find(raw, "乙银行").Cell!.Column));
        Assert.True(Find(raw, "机构").Cell!.IsHeader);
        Assert.Equal(3, raw.Map.Locate(Find(raw, "成都").Span).Column);
    }

    [Fact]
    public void A_table_that_runs_on_in_a_box_with_its_header_again_is_one_grid()
    {
        RawText raw = Arrange(" 牌照\n\t批次\n\t机构\n\t城市\n\n\t首批\n\t甲银行\n\t深圳\n\n\t\n\t乙银行\n\t成都\n\n说明：按拼音排序 (\n批次\n机构\n城市\n次批\n丙银行\n武汉\n丁银行\n西安\n戊银行\n厦门\n)\n");
        Assert.Equal(6, Assert.Single(raw.Tables).Rows);
        Assert.Equal((4, 3), (Find(raw, "次批").Cell!.Row, Find(raw, "次批").Cell!.RowSpan));
        Assert.Equal((6, 3), (Find(raw, "厦门").Cell!.Row, Find(raw, "厦门").Cell!.Column));
        Assert.Equal(["批次", "机构", "城市"], Texts(raw, BlockRole.Repeated));
        Assert.Equal(["说明：按拼音排序"], Texts(raw, BlockRole.Caption));
    }

    [Fact]
    public void Columns_on_one_line_are_a_table()
    {
        RawText raw = Arrange(" 阶段\n导入期\t成长期\t成熟期\n2015-2017年\t2018-2020年\t2021-2023年\n");
        Assert.Equal((2, 3, 1), (raw.Tables[0].Rows, raw.Tables[0].Columns, raw.Tables[0].HeaderRows));
        Assert.Equal((2, 2), (Find(raw, "2018-2020年").Cell!.Row, Find(raw, "2018-2020年").Cell!.Column));
    }

    [Fact]
    public void Years_and_periods_govern_the_dated_items_below_them()
    {
        RawText raw = Arrange(" 大事记\n2019\n• 3.5甲车企建厂\n•\t6.18\t乙车企交付\n\n2 0 2 3年1 0⽉⾄2 0 2 3年1 2⽉\n".Replace('⾄', '至') + "•\t1 0 . 9\t丙车企出海\n");
        Assert.Equal("2019", Text(raw, Parent(raw, Find(raw, "•\t6.18"))));
        Assert.StartsWith("2 0 2 3年", Text(raw, Parent(raw, Find(raw, "•\t1 0 . 9"))), StringComparison.Ordinal);
        Assert.Equal(BlockRole.Heading, Find(raw, "2019").Role);
    }

    [Fact]
    public void A_run_that_goes_back_in_the_year_belongs_to_the_only_year_without_items()
    {
        RawText raw = Arrange(" 大事记\n2022\n\n\n2021\n• 4.2甲公司融资\n• 8.10乙公司上市\n\n• 2.7丙公司扩产\n• 3.1丁公司并购\n");
        Assert.Equal("2021", Text(raw, Parent(raw, Find(raw, "• 8.10"))));
        Assert.Equal("2022", Text(raw, Parent(raw, Find(raw, "• 2.7"))));
        Assert.Equal("2022", Text(raw, Parent(raw, Find(raw, "• 3.1"))));
    }

    [Fact]
    public void A_run_that_goes_back_belongs_to_the_page_where_no_single_year_fits()
    {
        RawText raw = Arrange(" 大事记\n2021\n• 4.2甲公司融资\n• 8.10乙公司上市\n\n• 2.7丙公司扩产\n");
        Assert.Equal("大事记", Text(raw, Parent(raw, Find(raw, "• 2.7"))));
    }

    [Fact]
    public void Labels_and_values_stuck_together_or_above_each_other_are_rows()
    {
        RawText raw = Arrange(" 用途\n动力31.5%\t储能22.1%\n\n消费 9.4%\n其他\n37.0%\n");
        TableGrid table = Assert.Single(raw.Tables);
        Assert.Equal((TableKind.Infographic, 4, 2), (table.Kind, table.Rows, table.Columns));
        Assert.Equal([("动力", "31.5%"), ("储能", "22.1%"), ("消费", "9.4%"), ("其他", "37.0%")], Pairs(raw, 1));
    }

    [Theory]
    [InlineData("(\n10.5%\n40%\n49.5%\nQ1\nQ2\nQ3\n)")]
    [InlineData("(\n10.5% 40% 49.5% Q1 Q2 Q3\n)")]
    public void The_values_of_a_chart_pair_with_as_many_labels(string box)
    {
        RawText raw = Arrange($" 销量\n季度销量分布\n\n{box}\n");
        Assert.Equal([("Q1", "10.5%"), ("Q2", "40%"), ("Q3", "49.5%")], Pairs(raw, 1));
        Assert.Equal("季度销量分布", Text(raw, raw.Blocks[raw.Tables[0].Caption!.Value]));
    }

    [Fact]
    public void An_item_that_a_page_carries_over_is_repeated_and_stays_under_its_heading()
    {
        RawText raw = Arrange(" 中小银行\n• 转型：\n◦ 某城商行把贷款审批时间缩短到一天。\n 中小银行\n◦ 某城商行把贷款审批时间缩短到一天。\n◦ 某农商行上线了自助设备和远程柜台。\n");
        Block repeated = Assert.Single(raw.Blocks, block => block.Role == BlockRole.Repeated);
        Assert.Equal(2, repeated.Page);
        Assert.Equal("• 转型：", Text(raw, Parent(raw, Find(raw, "◦ 某农商行"))));
    }

    [Fact]
    public void Sources_and_notes_are_captions() =>
        Assert.Equal(["数据来源：行业协会"], Texts(Arrange(" 份额\n正文内容如下。\n数据来源：行业协会\n"), BlockRole.Caption));

    [Fact]
    public void Any_text_comes_out_whole_with_ordered_blocks_and_valid_cells() =>
        Gen.OneOf(new[] { " 标题", "• 项", "◦ 子项：", "\t格", "\t", "", "2021", "甲20%\t乙30%", "图 (", "(", ")", "12%", "Q1", "35pt", "\f新页", "a\tb", "长" + new string('长', 50), "• 3.1事" }.Select(Gen.Const).ToArray())
            .List[0, 30].Sample(iter: 3000, assert: lines =>
            {
                string text = string.Join('\n', lines);
                RawText raw = Arrange(text);
                Assert.Equal(text, raw.Text);
                for (int i = 0; i < raw.Blocks.Length; i++)
                {
                    Assert.True(raw.Blocks[i].Span.Length > 0 && (i == 0 || raw.Blocks[i - 1].Span.End <= raw.Blocks[i].Span.Start));
                    if (raw.Blocks[i].Cell is { } cell)
                        Assert.True(cell.Row + cell.RowSpan - 1 <= raw.Tables[cell.Table - 1].Rows && cell.Column <= raw.Tables[cell.Table - 1].Columns);
                }
            });

    private static RawText Arrange(string text)
    {
        var lines = new List<SourceParagraph>();
        int start = 0, number = 0;
        while (start < text.Length)
        {
            int end = text.IndexOf('\n', start) is var at && at >= 0 ? at + 1 : text.Length;
            lines.Add(new SourceParagraph([new SourceRun(text[start..end], new Locator { Page = 1, Paragraph = ++number })]));
            start = end;
        }
        var page = new SourcePage(1, null, null, [new SourceTextBox(new Locator(), SourceLayer.Content, false, [.. lines])]);
        return new TextLayout().Arrange(new SourceDocument(SourceFile.FromBytes("a.txt", []), SourceFormat.Text, null, [page]), new DiagnosticBag());
    }

    private static string Text(RawText raw, Block block) => block.Span.Of(raw.Text);

    private static IEnumerable<string> Texts(RawText raw, BlockRole role) => raw.Blocks.Where(block => block.Role == role).Select(block => Text(raw, block));

    private static Block Find(RawText raw, string start) => raw.Blocks.First(block => Text(raw, block).StartsWith(start, StringComparison.Ordinal));

    private static Block Parent(RawText raw, Block block) => raw.Blocks[block.Parent!.Value];

    private static IEnumerable<(string, string)> Pairs(RawText raw, int table) => raw.Blocks.Where(block => block.Cell?.Table == table)
        .GroupBy(block => block.Cell!.Row).OrderBy(row => row.Key)
        .Select(row => (Text(raw, row.Single(cell => cell.Cell!.Column == 1)), Text(raw, row.Single(cell => cell.Cell!.Column == 2))));
}

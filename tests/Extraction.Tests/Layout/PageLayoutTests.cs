using CsCheck;
using Extraction.Documents;
using static Extraction.Tests.Layout.Sheets;

namespace Extraction.Tests.Layout;

public class PageLayoutTests
{
    [Fact]
    public void Wrapped_lines_are_one_block_with_their_line_ends_and_sentences_after_a_stop_are_not()
    {
        RawText raw = Arrange(Page(
            Line("沿海港口去年完成货物吞吐量一百零八亿吨，同比增长百分之六点九，其中外贸货物吞", 60, 100),
            Line("吐量四十五亿吨。", 60, 118),
            Line("内河港口的增速更快。", 60, 136)));

        Assert.Equal(
            ["沿海港口去年完成货物吞吐量一百零八亿吨，同比增长百分之六点九，其中外贸货物吞\n吐量四十五亿吨。", "内河港口的增速更快。"],
            Texts(raw));
        Assert.All(raw.Blocks, block => Assert.Equal(BlockRole.Paragraph, block.Role));
    }

    [Fact]
    public void Short_lines_of_one_list_stay_apart()
    {
        RawText raw = Arrange(Page(Line("散货码头", 60, 100), Line("油品码头", 60, 118), Line("滚装码头", 60, 136)));

        Assert.Equal(["散货码头", "油品码头", "滚装码头"], Texts(raw));
    }

    [Fact]
    public void Two_columns_are_read_one_after_the_other()
    {
        string[] left = ["左栏第一行的文字正好写满了一整行，所以它在下", "面接着写，第二行也写满了整整一行，于是再写到", "第三行才结束。"];
        string[] right = ["右栏第一行的文字也正好写满一整行，所以它也要", "在下面接着写，第二行也写满整整一行，于是又到", "第三行结束。"];
        RawText raw = Arrange(Page(
            [.. left.Select((text, i) => Line(text, 40, 100 + (18 * i))), .. right.Select((text, i) => Line(text, 320, 100 + (18 * i)))]));

        Assert.Equal([string.Join('\n', left), string.Join('\n', right)], Texts(raw));
    }

    [Fact]
    public void Title_heading_and_items_have_roles_levels_and_parents()
    {
        RawText raw = Arrange(Page(
            Line("航运大事记", 60, 40, 28),
            Line("2023年", 60, 110, 18),
            Line("• 新航线开通，连接了十二个港口和三个内陆的集装箱场站", 60, 150),
            Line("◦ 首航船舶满载", 84, 170),
            Line("• 运价回落到三年之前的水平，多数船公司因此减少了运力", 60, 190)));

        Assert.Equal(
            [BlockRole.Title, BlockRole.Heading, BlockRole.ListItem, BlockRole.ListItem, BlockRole.ListItem], raw.Blocks.Select(block => block.Role));
        Assert.Equal([null, 0, 1, 2, 1], raw.Blocks.Select(block => block.Parent));
        Assert.Equal([0, 1, 0, 1, 0], raw.Blocks.Select(block => block.Level));
    }

    [Fact]
    public void Aligned_cells_are_a_table_whose_wrapped_cells_are_joined()
    {
        RawText raw = Arrange(Page(
            Line("港口", 60, 100), Line("航线", 200, 100), Line("说明", 320, 100),
            Line("东港", 60, 130), Line("12条", 200, 130), Line("集装箱与滚装的干线，", 320, 130),
            Line("每周三班", 320, 144),
            Line("西港", 60, 174), Line("8条", 200, 174), Line("以散货为主", 320, 174)));

        Assert.Equal(new TableGrid(1, TableKind.Table, 3, 3, 1, null), Assert.Single(raw.Tables));
        Assert.Equal("集装箱与滚装的干线，\n每周三班", CellText(raw, 2, 3));
        Assert.Equal("8条", CellText(raw, 3, 2));
        Assert.True(raw.Blocks[0].Cell!.IsHeader);
        Assert.False(raw.Blocks[3].Cell!.IsHeader);
    }

    [Fact]
    public void Labels_that_overlap_by_chance_are_no_table()
    {
        RawText raw = Arrange(Page(
            Line("码头", 60, 100), Line("堆场", 260, 100),
            Line("闸口与查验", 75, 140), Line("铁路", 300, 140),
            Line("航道", 110, 180), Line("内陆集装箱场站", 200, 180)));

        Assert.Empty(raw.Tables);
        Assert.Equal(6, raw.Blocks.Length);
    }

    [Fact]
    public void An_empty_first_cell_widens_the_one_above()
    {
        RawText raw = Arrange(Page(
            Line("海区", 60, 100), Line("港口", 200, 100), Line("吞吐量", 320, 100),
            Line("北部", 60, 130), Line("东港", 200, 130), Line("12万", 320, 130),
            Line("西港", 200, 160), Line("9万", 320, 160),
            Line("南部", 60, 190), Line("新港", 200, 190), Line("7万", 320, 190)));

        Assert.Equal(new CellAddress(1, 2, 1, RowSpan: 2), raw.Blocks.Single(block => block.Span.Of(raw.Text) == "北部").Cell);
        Assert.Equal(4, Assert.Single(raw.Tables).Rows);
    }

    [Fact]
    public void A_table_goes_on_over_the_page_and_its_repeated_head_is_no_second_head()
    {
        SourceElement[] Head() => [Line("港口", 60, 100), Line("航线", 200, 100)];
        SourceElement[] Row(string port, string lines, double y) => [Line(port, 60, y), Line(lines, 200, y)];
        RawText raw = Arrange(
            Page([.. Head(), .. Row("东港", "12条", 130), .. Row("西港", "8条", 160)]),
            Page([.. Head(), .. Row("南港", "6条", 130), .. Row("北港", "5条", 160)]));

        Assert.Equal(5, Assert.Single(raw.Tables).Rows);
        Assert.Equal("5条", CellText(raw, 5, 2));
        Assert.Equal(["港口", "航线"], raw.Blocks.Where(block => block.Role == BlockRole.Repeated).Select(block => block.Span.Of(raw.Text)));
    }

    [Fact]
    public void Page_numbers_and_running_heads_are_furniture_but_repeated_cells_are_not()
    {
        SourcePage[] pages =
        [
            .. Enumerable.Range(1, 3).Select(number => Page(
                Line("航运研究院", 60, 20, 9), Line($"{number + 4}", 300, 780, 9),
                Line($"第{number}港", 60, 130), Line("海事局", 200, 130), Line("西港", 60, 160), Line("海事局", 200, 160),
                Line("东港", 60, 190), Line("海事局", 200, 190))),
        ];
        RawText raw = Arrange(pages);

        string[] furniture = [.. raw.Blocks.Where(block => block.Role == BlockRole.Furniture).Select(block => block.Span.Of(raw.Text))];
        Assert.Equal(["航运研究院", "5", "航运研究院", "6", "航运研究院", "7"], furniture);
        Assert.Equal(9, raw.Blocks.Count(block => block.Role == BlockRole.Cell && block.Span.Of(raw.Text) == "海事局"));
    }

    [Fact]
    public void A_page_that_says_what_an_earlier_one_said_is_repeated()
    {
        SourcePage Once() => Page(Line("去年全国港口完成集装箱吞吐量三亿标准箱，比上年增长了百分之四点九。", 60, 100));
        RawText raw = Arrange(Once(), Once());

        Assert.Equal([BlockRole.Paragraph, BlockRole.Repeated], raw.Blocks.Select(block => block.Role));
    }

    [Fact]
    public void Every_character_is_in_the_text_once_and_blocks_lie_between_line_ends()
    {
        Gen<SourceElement> line = Gen.Select(
            Gen.String[Gen.Char["港口航线12条•。 ABC"], 1, 12], Gen.Int[0, 20], Gen.Int[0, 25], Gen.Int[0, 2],
            (text, x, y, size) => (SourceElement)Line(text, 25 * x, 30 * y, 10 + (4 * size)));
        line.Array[0, 25].Array[1, 4].Sample(pages =>
        {
            RawText raw = Arrange([.. pages.Select(elements => Page(elements))]);
            string source = string.Concat(pages.SelectMany(elements => elements).Cast<SourceTextBox>().Select(box => box.Paragraphs[0].Text));
            Assert.Equal(Letters(source), Letters(raw.Text));
            Assert.Equal(Letters(source), Letters(string.Concat(Texts(raw))));
            Assert.All(raw.Blocks, block => Assert.True(block.Span.Start == 0 || raw.Text[block.Span.Start - 1] == '\n'));
            Assert.All(raw.Blocks, block => Assert.Equal('\n', raw.Text[block.Span.End]));
            Assert.All(raw.Blocks, block => Assert.True(block.Parent is null || block.Parent < block.Index));
        });
    }

    [Fact]
    public void A_ruled_table_has_the_cells_that_its_lines_draw()
    {
        RawText raw = Arrange(Page(Ruled([60, 160, 300], Cell(1, 1, "海区"), Cell(1, 2, "港口"), Cell(2, 1, "北部", rows: 2), Cell(2, 2, "东", "港"), Cell(3, 2))));

        Assert.Equal(new TableGrid(1, TableKind.Table, 3, 2, 1, null), Assert.Single(raw.Tables));
        Assert.Equal(["海区", "港口", "北部", "东\n港"], Texts(raw));
        Assert.Equal(new CellAddress(1, 2, 1, RowSpan: 2), raw.Blocks[2].Cell);
    }

    [Fact]
    public void A_ruled_table_goes_on_over_the_page_in_the_same_columns()
    {
        RawText raw = Arrange(
            Page(Ruled([60, 160, 300], Cell(1, 1, "海区"), Cell(1, 2, "港口"), Cell(2, 1, "北部"), Cell(2, 2, "东港"))),
            Page(Ruled([60, 160, 300], Cell(1, 1, "海区", rows: 2), Cell(1, 2, "港口"), Cell(2, 2, "西港"), Cell(3, 1, "南部"), Cell(3, 2, "新港"))),
            Page(Ruled([60, 160, 300], Cell(1, 1, "东部"), Cell(1, 2, "甬港"), Cell(2, 1, "西部"), Cell(2, 2, "江港"))));

        Assert.Equal(new TableGrid(1, TableKind.Table, 6, 2, 1, null), Assert.Single(raw.Tables));
        Assert.Equal(2, raw.Blocks.Single(block => block.Span.Of(raw.Text) == "北部").Cell!.RowSpan);
        Assert.Equal("江港", CellText(raw, 6, 2));
        Assert.Equal(2, raw.Blocks.Count(block => block.Role == BlockRole.Repeated));
    }

    [Fact]
    public void Other_edges_of_the_columns_begin_another_ruled_table()
    {
        RawText raw = Arrange(
            Page(Ruled([60, 160, 300], Cell(1, 1, "海区"), Cell(1, 2, "港口"), Cell(2, 1, "北部"), Cell(2, 2, "东港"))),
            Page(Ruled([60, 200, 300], Cell(1, 1, "航线"), Cell(1, 2, "班次"), Cell(2, 1, "环岛"), Cell(2, 2, "每周三班"))));

        Assert.Equal([2, 2], raw.Tables.Select(table => table.Rows));
    }

    private static SourceTable Ruled(double[] edges, params SourceCell[] cells) => new(
        new Locator { Box = new Box(edges[0], 100, edges[^1], 300) }, SourceLayer.Content, cells.Max(cell => cell.Row + cell.RowSpan - 1), edges.Length - 1, [.. cells])
    { ColumnEdges = [.. edges] };

    /// <summary>A cell of lines, 140 points and 30 points a column and row.</summary>
    private static SourceCell Cell(int row, int column, params string[] lines) => Cell(row, column, 1, lines);

    private static SourceCell Cell(int row, int column, string line, int rows) => Cell(row, column, rows, [line]);

    private static SourceCell Cell(int row, int column, int rows, string[] lines) =>
        new(row, column, rows, 1, [.. lines.SelectMany((line, i) => Line(line, 140 * column, 80 + (30 * row) + (14 * i)).Paragraphs)]);
}

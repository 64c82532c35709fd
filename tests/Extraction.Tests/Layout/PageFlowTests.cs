using Extraction.Documents;
using static Extraction.Tests.Layout.Sheets;

namespace Extraction.Tests.Layout;

public class PageFlowTests
{
    [Fact]
    public void A_sentence_that_ends_at_the_margin_does_not_end_its_paragraph()
    {
        RawText raw = Arrange(Page(Lines(60, 100,
            "沿海港口去年完成的货物吞吐量一百零八亿吨，同比增长百分之七。",
            "其中外贸货物吞吐量四十五亿吨，内河港口的增速更快一些，长江沿",
            "线尤其如此。")));

        Assert.Single(raw.Blocks);
    }

    [Fact]
    public void An_indent_begins_a_paragraph_even_behind_a_full_line()
    {
        RawText raw = Arrange(Page(
            Line("沿海港口去年完成的货物吞吐量一百零八亿吨，同比增长百分之七，", 60, 100),
            Line("其中外贸货物吞吐量四十五亿吨，内河港口的增速还要更快一些的。", 60, 118),
            Line("线路方面，去年新开了二十七条远洋航线，大多通往东南亚的港", 84, 136),
            Line("口。", 60, 154)));

        Assert.Equal(2, raw.Blocks.Length);
    }

    [Fact]
    public void A_closing_parenthesis_behind_a_number_is_no_item()
    {
        RawText raw = Arrange(Page(Lines(60, 100,
            "沿海港口去年完成的货物吞吐量一百零八亿吨，同比增速（参见表",
            "8），其中外贸货物四十五亿吨，内河港口的增速更快一些，长江沿",
            "线尤其如此。")));

        Assert.Single(raw.Blocks);
    }

    [Fact]
    public void A_paragraph_goes_on_in_the_next_column()
    {
        RawText raw = Arrange(Page([
            .. Lines(40, 100, "左栏第一行的文字正好写满了一整行，所以它在下", "面接着写，第二行也写满了整整一行，于是再写到", "第三行也还是没有写完，这句话要到下一栏的第一"),
            .. Lines(320, 100, "行才算结束，而右栏的第二行也一样写满整整一行", "于是又到第三行结束。")]));

        Assert.Single(raw.Blocks);
    }

    [Fact]
    public void The_name_of_a_figure_beside_a_text_comes_after_it()
    {
        RawText raw = Arrange(Page(
            Line("沿海港口去年完成的货物吞吐量达到了一百零八亿吨", 40, 100), Line("，其中外贸货物吞吐量四十五亿吨，而内河港口的增", 40, 118),
            Line("图1 吞吐量", 400, 125, 9),
            Line("速更快一些，长江沿线尤其如此，多数码头已经满载", 40, 136), Line("运行。", 40, 154)));

        Assert.Equal([BlockRole.Paragraph, BlockRole.Caption], raw.Blocks.Select(block => block.Role));
    }

    [Fact]
    public void Lines_in_a_panel_that_leave_its_side_free_are_no_wrapped_text()
    {
        SourcePage page = Page(Lines(60, 110, "成熟码头的价格竞争仍在继续进行着", "新建码头的自动化水平有所提高了", "内河码头的整合已经接近尾声阶段")) with { Panels = [new Box(50, 100, 560, 200)] };

        Assert.Equal(3, Arrange(page).Blocks.Length);
    }

    [Fact]
    public void Entries_of_a_table_of_contents_stay_apart_and_are_no_headings()
    {
        RawText raw = Arrange(Page(Lines(60, 100, "一、港口概况..............................1", "二、航线与班次............................12", "三、投资与展望............................27")));

        Assert.Equal(3, raw.Blocks.Length);
        Assert.DoesNotContain(raw.Blocks, block => block.Role == BlockRole.Heading);
    }
}

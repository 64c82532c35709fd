using System.Text;
using Extraction.Documents;
using Extraction.Formats.Html;
using Extraction.Formats.Tests.OpenXml;

namespace Extraction.Formats.Tests.Html;

public class HtmlReaderTests
{
    [Fact]
    public void Headings_paragraphs_and_lists_keep_their_order_and_levels()
    {
        SourceParagraph[] read = Paragraphs("<h1>行业周报</h1><p>一段<b>文字</b>。</p><ul><li>甲<ul><li>乙</li></ul></li></ul><ol start=3><li>丙</li><li>丁</li></ol>");

        Assert.Equal(["行业周报", "一段文字。", "甲", "乙", "丙", "丁"], read.Select(paragraph => paragraph.Text));
        Assert.Equal([1, 0, 0, 0, 0, 0], read.Select(paragraph => paragraph.HeadingLevel));
        Assert.Equal([0, 1, 0, 0], read.Where(paragraph => paragraph.IsListItem).Select(paragraph => paragraph.Level));
        Assert.Equal([null, null, "3.", "4."], read.Where(paragraph => paragraph.IsListItem).Select(paragraph => paragraph.Label));
    }

    [Fact]
    public void White_space_collapses_and_line_ends_between_Chinese_are_none() =>
        Assert.Equal(["星河半导体发布 Nova 2 芯片\n第二行"], Paragraphs("<p>  星河半导体\n   发布 Nova\n 2   芯片 <br> 第二行</p>").Select(paragraph => paragraph.Text));

    [Fact]
    public void Tables_keep_their_spans()
    {
        SourceTable table = Assert.IsType<SourceTable>(Assert.Single(Read(
            "<table><thead><tr><th>公司</th><th>轮次</th></tr></thead><tr><td rowspan=2>星河</td><td>A轮</td></tr><tr><td>B轮</td></tr><tr><td colspan=2>合计</td></tr></table>").Elements));

        Assert.Equal((4, 2, 1), (table.Rows, table.Columns, table.HeaderRows));
        Assert.Equal(
            ["1,1 1x1 公司", "1,2 1x1 轮次", "2,1 2x1 星河", "2,2 1x1 A轮", "3,2 1x1 B轮", "4,1 1x2 合计"],
            table.Cells.Select(cell => $"{cell.Row},{cell.Column} {cell.RowSpan}x{cell.ColumnSpan} {cell.Paragraphs[0].Text}"));
    }

    [Fact]
    public void What_is_not_shown_is_dropped_and_what_stands_around_is_furniture()
    {
        SourcePage page = Read("<nav>首页</nav><script>x</script><p hidden>a</p><p style='display: none'>b</p><article><header><h1>题</h1></header><ruby>漢<rt>han</rt></ruby></article><footer>版权</footer>");

        Assert.Equal(["首页", "版权"], page.Elements.Where(element => element.Layer == SourceLayer.Furniture).SelectMany(element => element.Lines()));
        Assert.Equal(["题", "漢"], page.Elements.Where(element => element.Layer == SourceLayer.Content).SelectMany(element => element.Lines()));
    }

    [Fact]
    public void Links_stay_text_with_their_address()
    {
        SourceRun link = Paragraphs("<p>见<a href='https://example.org/a'>公告</a>。</p>")[0].Runs[1];
        Assert.Equal(("公告", "https://example.org/a"), (link.Text, link.Link));
    }

    [Fact]
    public void A_table_around_tables_is_a_page_layout() =>
        Assert.Equal(["左", "右"], Read("<table><tr><td>左<table><tr><td>1</td><td>2</td></tr></table></td><td>右</td></tr></table>").Elements.OfType<SourceTextBox>().SelectMany(box => box.Lines()));

    [Fact]
    public void A_declared_character_set_is_used()
    {
        Encoding gbk = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;
        byte[] bytes = gbk.GetBytes("<html><head><meta charset=\"gb2312\"></head><body><p>镕基</p></body></html>");
        Assert.Equal(["镕基"], Assert.Single(new HtmlReader().Read(bytes).Document.Pages[0].Elements).Lines());
    }

    [Fact]
    public void Deep_nesting_is_a_loss_that_is_said() =>
        Assert.Equal("html-too-deep", Assert.Single(new HtmlReader().Read(Encoding.UTF8.GetBytes("<p>前</p>" + string.Concat(Enumerable.Repeat("<div>", 400)) + "深")).Diagnostics.Items).Code);

    private static SourcePage Read(string body) => new HtmlReader().Read(Encoding.UTF8.GetBytes("<!DOCTYPE html><html><body>" + body)).Document.Pages[0];

    private static SourceParagraph[] Paragraphs(string body) => [.. Read(body).Elements.Cast<SourceTextBox>().SelectMany(box => box.Paragraphs)];
}

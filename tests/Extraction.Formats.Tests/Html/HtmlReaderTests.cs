using System.Text;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.Html;
using Extraction.Formats.Tests.OpenXml;
using Extraction.Reading;

namespace Extraction.Formats.Tests.Html;

public class HtmlReaderTests
{
    [Fact]
    public void Headings_paragraphs_and_lists_keep_their_order_and_levels()
    {
        SourcePage page = Read("<h1>行业周报</h1><h2>要闻</h2><p>一段<b>文字</b>。</p><ul><li>甲<ul><li>乙</li></ul></li></ul><ol start=3><li>丙<p>续</p></li><li>丁</li></ol>");
        SourceParagraph[] read = [.. page.Elements.Cast<SourceTextBox>().SelectMany(box => box.Paragraphs)];

        Assert.Equal(["行业周报", "要闻", "一段文字。", "甲", "乙", "丙", "续", "丁"], read.Select(paragraph => paragraph.Text));
        Assert.True(Assert.IsType<SourceTextBox>(page.Elements[0]).IsTitle);
        Assert.Equal([0, 2, 0, 0, 0, 0, 0, 0], read.Select(paragraph => paragraph.HeadingLevel));
        Assert.Equal([0, 1, 0, 0], read.Where(paragraph => paragraph.IsListItem).Select(paragraph => paragraph.Level));
        Assert.Equal([null, null, "3.", "4."], read.Where(paragraph => paragraph.IsListItem).Select(paragraph => paragraph.Label));
        Assert.Equal(1, read[6].Level);
    }

    [Theory]
    [InlineData("<ol type=a><li>x<li value=27>y</ol>", "a.", "aa.")]
    [InlineData("<ol type=I start=4><li>x<li>y</ol>", "IV.", "V.")]
    [InlineData("<ol reversed><li>x<li>y</ol>", "2.", "1.")]
    public void Numbers_of_items_are_those_that_a_browser_shows(string html, string first, string second) =>
        Assert.Equal([first, second], Paragraphs(html).Select(paragraph => paragraph.Label));

    [Theory]
    [InlineData("<p>  星河半导体\n   发布 Nova\n 2   芯片 </p>", "星河半导体发布 Nova 2 芯片")]
    [InlineData("<p>甲公司 <b> 乙公司</b></p>", "甲公司 乙公司")]
    [InlineData("<p>“甲”\n——乙</p>", "“甲”——乙")]
    [InlineData("<p>a&nbsp;&amp;&#x4e2d;&lt;b</p>", "a\u00A0&中<b")]
    [InlineData("<p>研究<br>报告</p>", "研究|报告")]
    [InlineData("<h2>研究<br>报告</h2>", "研究\n报告")]
    [InlineData("<p>他说<q>好</q></p>", "他说“好”")]
    [InlineData("<ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>字", "漢字")]
    [InlineData("<pre>一\n  二</pre>", "一|  二")]
    [InlineData("<dl><dt>甲</dt><dd>一家公司</dd></dl>", "甲|一家公司")]
    [InlineData("<div>甲<span>乙</span><div>丙</div>丁</div>", "甲乙|丙|丁")]
    [InlineData("<table><tr><td>一格之内</td></tr></table>", "一格之内")]
    public void Text_is_what_a_reader_of_the_page_sees(string html, string expected) =>
        Assert.Equal(expected, string.Join('|', Paragraphs(html).Select(paragraph => paragraph.Text)));

    [Fact]
    public void Tables_keep_their_spans()
    {
        SourceTable table = Assert.IsType<SourceTable>(Assert.Single(Read(
            "<table><tfoot><tr><td colspan=2>合计</td></tr></tfoot><thead><tr><th>公司</th><th>轮次</th></tr></thead><tr><td rowspan=0>星河</td><td>A轮</td></tr><tr><td>B轮</td></tr></table>").Elements));

        Assert.Equal((4, 2, 1), (table.Rows, table.Columns, table.HeaderRows));
        Assert.Equal(
            ["1,1 1x1 公司", "1,2 1x1 轮次", "2,1 2x1 星河", "2,2 1x1 A轮", "3,2 1x1 B轮", "4,1 1x2 合计"],
            table.Cells.Select(cell => $"{cell.Row},{cell.Column} {cell.RowSpan}x{cell.ColumnSpan} {cell.Paragraphs[0].Text}"));
    }

    [Fact]
    public void A_caption_stands_before_its_table_and_a_table_in_a_cell_behind_it()
    {
        SourcePage page = Read("<table><caption>表1 融资</caption><tr><th>公司</th><th>明细</th></tr><tr><td>甲</td><td>见内<table><tr><td>1</td><td>2</td></tr></table></td></tr></table>");
        Assert.Equal(["表1 融资"], page.Elements[0].Lines());
        Assert.Equal(4, Assert.IsType<SourceTable>(page.Elements[1]).Cells.Length);
        Assert.Equal(["1", "2"], Assert.IsType<SourceTable>(page.Elements[2]).Cells.Select(cell => cell.Paragraphs[0].Text));
    }

    [Fact]
    public void A_table_around_tables_is_a_page_layout() =>
        Assert.Equal(["左", "右"], Read("<table><tr><td>左<table><tr><td>1</td><td>2</td></tr></table></td><td>右</td></tr></table>").Elements.OfType<SourceTextBox>().SelectMany(box => box.Lines()));

    [Fact]
    public void What_stands_around_or_is_not_shown_is_furniture_and_code_of_the_page_is_nothing()
    {
        SourcePage page = Read("<nav>首页</nav><script>x</script><style>y</style><p hidden>a</p><p style='display: none'>b</p><article><header><h1>题</h1></header>文</article><pre><code>int x;</code></pre><footer>版权</footer>");

        Assert.Equal(["首页", "a", "b", "int x;", "版权"], page.Elements.Where(element => element.Layer == SourceLayer.Furniture).SelectMany(element => element.Lines()));
        Assert.Equal(["题", "文"], page.Elements.Where(element => element.Layer == SourceLayer.Content).SelectMany(element => element.Lines()));
    }

    [Fact]
    public void A_picture_or_hidden_text_does_not_cut_its_sentence()
    {
        SourcePage page = Read("<p>甲公司<img alt='标志'>发布<span style='display:none'>广告</span>新品</p>");
        Assert.Equal(["甲公司发布新品"], page.Elements[0].Lines());
        Assert.Equal([["标志"], ["广告"]], page.Elements.Skip(1).Select(element => element.Lines()));
        Assert.All(page.Elements.Skip(1), element => Assert.Equal(SourceLayer.Furniture, element.Layer));
    }

    [Fact]
    public void Links_stay_text_with_their_address()
    {
        SourceRun link = Paragraphs("<p>见<a href='https://example.org/a'>公告</a>。</p>")[0].Runs[1];
        Assert.Equal(("公告", "https://example.org/a"), (link.Text, link.Link));
    }

    [Fact]
    public void Paragraphs_are_numbered_in_the_pages_order_cells_included()
    {
        SourcePage page = Read("<p>一</p><table><tr><td>二</td><td>三</td></tr></table><p>四</p>");
        Assert.Equal([1, 2, 4], page.Elements.Select(element => element.Locator.Paragraph));
    }

    [Theory]
    [InlineData(54936, "<html><head><meta charset=\"gb2312\"></head><body><p>镕基今年</p></body></html>")]
    [InlineData(54936, "<html><body><p>镕基今年以来，我国动力电池的产量有所增长</p></body></html>")]
    [InlineData(950, "<html><head><meta http-equiv='Content-Type' content='text/html; charset=big5'></head><p>鎔基今年</p></html>")]
    [InlineData(65001, "<html><head><meta charset=\"gb2312\"></head><body><p>镕基今年</p></body></html>")]
    [InlineData(1200, "<html><body><p>镕基今年</p></body></html>")]
    [InlineData(1201, "<html><body><p>镕基今年</p></body></html>")]
    [InlineData(932, "<html><head><meta charset=shift_jis></head><p>今年の基</p></html>")]
    public void The_character_set_is_declared_or_found_and_a_wrong_declaration_is_not_believed(int codePage, string html)
    {
        Encoding encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);
        SourceFile file = SourceFile.FromBytes("a.txt", encoding.GetBytes(html));
        Assert.Equal(SourceFormat.Html, FormatSniffer.Detect(file));
        var diagnostics = new DiagnosticBag();
        string line = Assert.Single(new HtmlReader().Read(file, new ReadLimits(), diagnostics, CancellationToken.None).Pages[0].Elements).Lines()[0];
        Assert.Contains(line, html, StringComparison.Ordinal);
        Assert.True(line.Length >= 4);
        Assert.Empty(diagnostics.Items);
    }

    [Theory]
    [InlineData("quoted-printable", "<p>=E5=82=A8=E8=83=BD=\r\n=E7=94=B5=E7=AB=99 a=3Db</p>")]
    [InlineData("base64", "PHA+5YKo6IO955S1\r\n56uZIGE9YjwvcD4=")]
    [InlineData("8bit", "<p>储能电站 a=b</p>")]
    public void A_web_archive_gives_its_page(string encoding, string body)
    {
        string archive = $"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--b\"\r\n\r\n----b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n----b\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{body}\r\n----b--\r\n";
        SourceFile file = SourceFile.FromBytes("a.mht", Encoding.UTF8.GetBytes(archive));
        Assert.Equal(SourceFormat.Html, FormatSniffer.Detect(file));
        Assert.Equal(["储能电站 a=b"], Assert.Single(new HtmlReader().Read(file.Content.ToArray()).Document.Pages[0].Elements).Lines());
    }

    [Fact]
    public void A_fragment_of_another_document_keeps_that_documents_place()
    {
        SourceElement element = Assert.Single(HtmlReader.Elements("<p>甲</p><p>乙</p>", new Locator { Page = 3, Part = "word/afchunk.htm" }, new ReadLimits(), CancellationToken.None));
        Assert.Equal(["甲", "乙"], element.Lines());
        Assert.Equal(new Locator { Page = 3, Part = "word/afchunk.htm", Paragraph = 1 }, element.Locator);
    }

    [Theory]
    [InlineData("html-empty", "<html><body><script>document.write('x')</script></body></html>")]
    [InlineData("html-archive-without-page", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: image/png\n\nx\n--b--\n")]
    [InlineData("html-archive-damaged", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPGh0=bWw+PHA+5a2X\n--b--\n")]
    public void What_holds_no_text_is_refused(string code, string html) => Assert.Equal(code, Refused(html));

    [Fact]
    public void Hostile_nesting_ends_early_and_typed()
    {
        Assert.Equal("html-too-deep", Refused(Many("<div>", 300_000)));
        Assert.Equal("html-too-deep", Refused(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<b a={i}>x"))));
        Assert.Equal("html-too-deep", Refused(Many("<a><div></b>", 100_000)));
        Assert.Equal("html-too-complex", Refused(string.Concat(Enumerable.Range(0, 250).Select(i => $"<b a={i}>")) + Many("<p>x", 300_000)));
        Assert.Equal("html-too-complex", Refused(Many("<br>", 100), new ReadLimits { MaxPartElements = 50 }));
    }

    [Fact]
    public void Wide_spans_do_not_multiply_what_the_file_holds()
    {
        SourceTable table = Assert.IsType<SourceTable>(Assert.Single(Read("<table><tr>" + Many("<td colspan=1000 rowspan=65534>x", 3000) + "</tr></table>").Elements));
        Assert.Equal(3000, table.Cells.Length);
        Assert.Equal(3000, table.Columns);
    }

    [Fact]
    public void A_column_in_which_no_cell_begins_is_none()
    {
        SourceTable table = Assert.IsType<SourceTable>(Assert.Single(Read("<table><tr><td colspan=2>星河<td colspan=3>远航</tr><tr><td colspan=4>合计<td>12</tr></table>").Elements));
        Assert.Equal(3, table.Columns);
        Assert.Equal([(1, 1, 1), (1, 2, 2), (2, 1, 2), (2, 3, 1)], table.Cells.Select(cell => (cell.Row, cell.Column, cell.ColumnSpan)));
    }

    [Fact]
    public void Spans_down_the_rows_are_bounded_together()
    {
        SourceTable table = Assert.IsType<SourceTable>(Assert.Single(Read("<table>" + Many("<tr><td rowspan=65534>甲<td>乙</tr>", 3000) + "</table>").Elements));
        Assert.True(table.Cells.Sum(cell => (long)cell.RowSpan * cell.ColumnSpan) <= new ReadLimits().MaxGridPositions + table.Cells.Length);
    }

    private static string Many(string piece, int count) => new StringBuilder().Insert(0, piece, count).ToString();

    private static string Refused(string html, ReadLimits? limits = null) => Assert.Throws<UnreadableDocumentException>(() => new HtmlReader()
        .Read(SourceFile.FromBytes("a.html", Encoding.UTF8.GetBytes(html)), limits ?? new ReadLimits(), new DiagnosticBag(), CancellationToken.None)).Code;

    private static SourcePage Read(string body) => new HtmlReader().Read(Encoding.UTF8.GetBytes("<!DOCTYPE html><html><body>" + body)).Document.Pages[0];

    private static SourceParagraph[] Paragraphs(string body) => [.. Read(body).Elements.Cast<SourceTextBox>().SelectMany(box => box.Paragraphs)];
}

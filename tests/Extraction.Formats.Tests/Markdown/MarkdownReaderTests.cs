using System.Text;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.Markdown;
using Extraction.Layout;
using Extraction.Reading;

namespace Extraction.Formats.Tests.Markdown;

public class MarkdownReaderTests
{
    [Fact]
    public void Headings_lists_and_paragraphs_become_blocks_over_the_untouched_text()
    {
        const string text = "---\ntitle: \"储能周报\"\n---\n# 储能周报\r\n\n## 项目\n\n- 甲公司**投产**一期\n  - 产能两吉瓦时\n- 乙公司[签约](https://example.com/a)\n\n正文一段，\n分两行。\n";
        RawText raw = Arrange(text);
        Assert.Equal(text, raw.Text);
        Assert.Equal("储能周报", raw.Document.Title);
        Assert.Equal([(BlockRole.Title, "储能周报"), (BlockRole.Heading, "项目"), (BlockRole.ListItem, "甲公司**投产**一期"),
            (BlockRole.ListItem, "产能两吉瓦时"), (BlockRole.ListItem, "乙公司[签约"), (BlockRole.Paragraph, "正文一段，\n分两行。")],
            raw.Blocks.Select(block => (block.Role, block.Span.Of(raw.Text))));
        Assert.Equal([null, 0, 1, 2, 1, 1], raw.Blocks.Select(block => block.Parent));
        Assert.Equal(8, raw.Map.Locate(raw.Blocks[2].Span).Paragraph);
    }

    [Fact]
    public void A_pipe_table_is_a_grid()
    {
        const string text = "|企业|份额|\n|:-|-:|\n|[甲](http://a.example)|31%|\n|乙||\n";
        RawText raw = Arrange(text);
        Assert.Equal(text, raw.Text);
        Assert.Equal(new TableGrid(1, TableKind.Table, 3, 2, 1, null), Assert.Single(raw.Tables));
        Assert.Equal([("企业", 1, 1), ("份额", 1, 2), ("甲", 2, 1), ("31%", 2, 2), ("乙", 3, 1)],
            raw.Blocks.Select(block => (block.Span.Of(raw.Text), block.Cell!.Row, block.Cell.Column)));
    }

    [Fact]
    public void An_HTML_table_with_spans_is_a_grid()
    {
        const string text = "<table>\n<tr><th>批次</th><th>机构</th></tr>\n<tr><td rowspan=\"2\">首批</td><td>甲<br>银行</td></tr>\n<tr><td>乙银行</td></tr>\n<tr><td colspan=2>合计两家\n</table>\n";
        RawText raw = Arrange(text);
        Assert.Equal(text, raw.Text);
        Assert.Equal(new TableGrid(1, TableKind.Table, 4, 2, 1, null), Assert.Single(raw.Tables));
        Assert.Equal([(1, 1, 1, 1), (1, 2, 1, 1), (2, 1, 2, 1), (2, 2, 1, 1), (3, 2, 1, 1), (4, 1, 1, 2)],
            raw.Blocks.Select(block => (block.Cell!.Row, block.Cell.Column, block.Cell.RowSpan, block.Cell.ColumnSpan)));
        Assert.Equal("合计两家", raw.Blocks[^1].Span.Of(raw.Text));
    }

    [Fact]
    public void An_HTML_table_that_is_never_closed_is_read_to_the_end_of_its_block()
    {
        RawText raw = Arrange("<table><tr><td>首批<td>甲银行\n\n正文\n");
        Assert.Equal(["首批", "甲银行", "正文"], raw.Blocks.Select(block => block.Span.Of(raw.Text)));
    }

    [Fact]
    public void Blocks_of_HTML_are_paragraphs_headings_items_and_captioned_tables()
    {
        const string text = "<div align=center><h1>储能周报</h1><p>一段<br>二段</p><ul><li>甲<li>乙</ul><style>p{}</style></div>\n\n<table><caption>表1</caption><tr><td>丙</td></tr></table>之后<p>尾</p>\n";
        RawText raw = Arrange(text);
        Assert.Equal(text, raw.Text);
        Assert.Equal([(BlockRole.Title, "储能周报"), (BlockRole.Paragraph, "一段"), (BlockRole.Paragraph, "二段"), (BlockRole.ListItem, "甲"), (BlockRole.ListItem, "乙"),
            (BlockRole.Paragraph, "表1"), (BlockRole.Cell, "丙"), (BlockRole.Paragraph, "之后"), (BlockRole.Paragraph, "尾")],
            raw.Blocks.Select(block => (block.Role, block.Span.Of(raw.Text))));
    }

    [Fact]
    public void Fenced_code_is_furniture_in_its_place_and_indented_text_is_text()
    {
        RawText raw = Arrange("前\n\n```csharp\nint x;\n```\n\n    首行缩进的正文\n\n后\n");
        Assert.Equal([(BlockRole.Paragraph, "前"), (BlockRole.Furniture, "int x;"), (BlockRole.Paragraph, "首行缩进的正文"), (BlockRole.Paragraph, "后")],
            raw.Blocks.Select(block => (block.Role, block.Span.Of(raw.Text))));
    }

    [Fact]
    public void Footnotes_definitions_tasks_alerts_and_deletions_keep_their_text()
    {
        const string text = "正文[^1]继续。\n\n[^1]: 脚注一。\n\n术语\n:   定义\n\n- [x] 完成\n- [ ] 待办\n\n> [!NOTE]\n> 提醒\n\n~~旧~~5~10倍\n";
        RawText raw = Arrange(text);
        Assert.Equal(text, raw.Text);
        string blocks = string.Join('|', raw.Blocks.Select(block => block.Span.Of(raw.Text)));
        Assert.All(new[] { "继续。", "脚注一。", "术语", "定义", "完成", "待办", "提醒", "旧~~5~10倍" }, words => Assert.Contains(words, blocks, StringComparison.Ordinal));
    }

    [Fact]
    public void A_backslash_before_a_sign_is_markup()
    {
        RawText raw = Arrange("|名\\|称|\n|---|\n|1\\*2|\n");
        string Visible(int cell) => string.Concat(((SourceTable)raw.Document.Pages[0].Elements[0]).Cells[cell].Paragraphs[0].Runs.Where(run => !run.IsMarkup).Select(run => run.Text));
        Assert.Equal(("名|称", "1*2"), (Visible(0), Visible(1)));
    }

    [Theory]
    [InlineData("[", 50_000)]
    [InlineData("- ", 3_000)]
    [InlineData("*a_", 20_000)]
    [InlineData("<div>", 20_000)]
    [InlineData("|a", 20_000)]
    public void Hostile_lines_are_text_or_a_typed_failure_in_bounded_time(string piece, int count)
    {
        byte[] content = Encoding.UTF8.GetBytes(new StringBuilder().Insert(0, piece, count).Append(" 文字\n|-|\n").ToString());
        Exception? problem = Record.Exception(() => new MarkdownReader().Read(SourceFile.FromBytes("a.md", content), new ReadLimits(), new DiagnosticBag(), CancellationToken.None));
        Assert.True(problem is null or UnreadableDocumentException, $"{problem}");
    }

    [Fact]
    public void A_paragraph_of_endless_links_is_text_with_its_marks()
    {
        var diagnostics = new DiagnosticBag();
        byte[] content = Encoding.UTF8.GetBytes(new StringBuilder().Insert(0, "[甲](b", 100_000).ToString());

        SourceDocument document = new MarkdownReader().Read(SourceFile.FromBytes("a.md", content), new ReadLimits(), diagnostics, CancellationToken.None);

        Assert.Equal("markdown-marks-kept", Assert.Single(diagnostics.Items).Code);
        Assert.Equal(100_000, new MarkdownLayout().Arrange(document, diagnostics).Text.Count(letter => letter == '甲'));
    }

    [Fact]
    public void A_row_of_endless_columns_is_text_and_costs_no_square_of_them()
    {
        string line = "*a_ " + new string('|', 200_000);

        Assert.Contains("字", Arrange(line + "字\n|-|\n").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_is_a_typed_failure_or_text_never_another_exception()
    {
        byte[] content = Encoding.UTF8.GetBytes(new string('>', 5000) + " 文字");
        Exception? problem = Record.Exception(() => new MarkdownReader().Read(SourceFile.FromBytes("a.md", content), new ReadLimits(), new DiagnosticBag(), CancellationToken.None));
        Assert.True(problem is null or UnreadableDocumentException);
    }

    private static RawText Arrange(string text)
    {
        var diagnostics = new DiagnosticBag();
        SourceDocument document = new MarkdownReader().Read(SourceFile.FromBytes("a.md", Encoding.UTF8.GetBytes(text)), new ReadLimits(), diagnostics, CancellationToken.None);
        return new MarkdownLayout().Arrange(document, diagnostics);
    }
}

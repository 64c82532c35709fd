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

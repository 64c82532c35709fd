using System.Text;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.Text;
using Extraction.Reading;

namespace Extraction.Formats.Tests.Text;

public class PlainTextReaderTests
{
    private const string Simplified = "新能源汽车产业发展报告\n今年以来，我国动力电池的产量和销量都有所增长，企业经营情况良好。\n";
    private const string Traditional = "半導體產業發展報告\n今年以來，我國積體電路的產量和銷量都有所增長，企業經營情況良好。\n";

    [Theory]
    [InlineData(65001, Simplified)]
    [InlineData(54936, Simplified)]
    [InlineData(950, Traditional)]
    [InlineData(1200, Simplified)]
    [InlineData(1201, Simplified)]
    [InlineData(1200, "我国动力电池的产量和销量都有所增长，企业经营情况良好。")]
    [InlineData(1201, "我国动力电池的产量和销量都有所增长，企业经营情况良好。")]
    [InlineData(54936, "储能")]
    [InlineData(54936, "2023年银行业报告")]
    [InlineData(950, "業績說明")]
    [InlineData(54936, "龘𠮷野家")]
    public void The_encoding_is_found_without_a_mark(int codePage, string text)
    {
        Encoding encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);
        Assert.Equal(text, TextOf(Read(encoding.GetBytes(text), out DiagnosticBag diagnostics)));
        Assert.Empty(diagnostics.Items);
    }

    [Theory]
    [InlineData(932, "これは日本語の文章です。会社は二〇二三年に新製品を発表しました。電池の生産も始まります。")]
    [InlineData(949, "이것은 한국어 문장입니다. 회사는 신제품을 발표했다. 배터리 생산도 시작합니다.")]
    public void What_its_neighbours_write_is_not_read_as_Chinese(int codePage, string text)
    {
        string repeated = string.Concat(Enumerable.Repeat(text + "\n", 20));
        Assert.Equal(repeated, TextOf(Read(CodePagesEncodingProvider.Instance.GetEncoding(codePage)!.GetBytes(repeated), out _)));
    }

    [Fact]
    public void Characters_that_an_encoding_leaves_to_private_agreement_are_a_loss()
    {
        byte[] traditional = CodePagesEncodingProvider.Instance.GetEncoding(950)!.GetBytes(string.Concat(Enumerable.Repeat("我們的公司在這個市場上，為人民來發展。\n", 20)));

        Read([.. traditional, 0xFA, 0x40], out DiagnosticBag diagnostics);

        Diagnostic loss = Assert.Single(diagnostics.Items);
        Assert.Equal(("text-private-characters", true, 21), (loss.Code, loss.IsError, loss.Locator!.Paragraph));
    }

    [Fact]
    public void A_byte_order_mark_is_not_text() => Assert.Equal("银行", TextOf(Read([0xEF, 0xBB, 0xBF, .. "银行"u8], out _)));

    [Fact]
    public void A_stray_byte_is_reported_with_its_line_and_does_not_change_the_encoding()
    {
        string text = TextOf(Read([.. Encoding.UTF8.GetBytes(Simplified), 0xFF, .. Encoding.UTF8.GetBytes(Simplified)], out DiagnosticBag diagnostics));
        Assert.Contains("\uFFFD新能源", text, StringComparison.Ordinal);
        Diagnostic loss = Assert.Single(diagnostics.Items);
        Assert.Equal(("text-invalid-bytes", true, 3), (loss.Code, loss.IsError, loss.Locator!.Paragraph));
    }

    [Fact]
    public void Lines_keep_their_ends_and_their_numbers_and_a_form_feed_starts_a_page()
    {
        SourceDocument document = Read("a\r\nb\rc\n\n\fd"u8.ToArray(), out _);
        Assert.Equal(["a\r\n", "b\r", "c\n", "\n"], document.Pages[0].Elements.Cast<SourceTextBox>().Single().Paragraphs.Select(line => line.Text));
        SourceRun last = document.Pages[1].Elements.Cast<SourceTextBox>().Single().Paragraphs.Single().Runs.Single();
        Assert.Equal(("\fd", 2, 5), (last.Text, last.Locator.Page, last.Locator.Paragraph));
    }

    [Fact]
    public void White_space_alone_cannot_be_read() =>
        Assert.Equal("text-empty", Assert.Throws<UnreadableDocumentException>(() => Read(" \n\t"u8.ToArray(), out _)).Code);

    private static SourceDocument Read(byte[] content, out DiagnosticBag diagnostics) =>
        new PlainTextReader().Read(SourceFile.FromBytes("a.txt", content), new ReadLimits(), diagnostics = new DiagnosticBag(), CancellationToken.None);

    private static string TextOf(SourceDocument document) => string.Concat(document.Pages.SelectMany(page => page.Elements)
        .Cast<SourceTextBox>().SelectMany(box => box.Paragraphs).Select(line => line.Text));
}

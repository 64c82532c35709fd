using System.Text;
using DocumentFormat.OpenXml.Packaging;
using Extraction.Documents;
using Extraction.Formats.Tests.OpenXml;
using static Extraction.Formats.Tests.Docx.DocxFile;

namespace Extraction.Formats.Tests.Docx.Chunks;

public class ChunkTests
{
    private static readonly string Body = Par("前") + "<w:altChunk r:id=\"rC\"/>" + Par("后");

    [Fact]
    public void An_embedded_Word_document_is_read_where_it_stands()
    {
        byte[] inner = Of(Par("内文") + $"<w:tbl>{Row(Cell(Par("左")), Cell(Par("右")))}</w:tbl>");
        SourceElement[] elements = Elements(Body, Chunk(AlternativeFormatImportPartType.WordprocessingML, inner));

        Assert.Equal(["前", "内文", "左右", "后"], elements.Select(AllText));
        Assert.All(elements, element => Assert.Equal(1, element.Locator.Page));
    }

    [Fact]
    public void A_web_page_is_read_without_its_tags_scripts_and_styles()
    {
        string page = "<html><head><title>题</title><style>p{}</style></head><body><h1>标题</h1><p>一&amp;<b>二</b>\n三</p><script>x</script><!-- 不见 --><table><tr><td>甲</td><td>乙</td></tr></table></body></html>";

        Assert.Equal(["前", "标题", "一&二 三", "甲", "乙", "后"], Lines(Body, Chunk(AlternativeFormatImportPartType.Html, Encoding.UTF8.GetBytes(page))));
    }

    [Fact]
    public void A_web_archive_is_decoded()
    {
        string archive = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"X\"\r\n\r\n--X\r\nContent-Type: text/html; charset=\"utf-8\"\r\n"
            + "Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>=E6=96=87=\r\n=E6=9C=AC</p>\r\n--X--\r\n";

        Assert.Equal(["前", "文本", "后"], Lines(Body, Chunk(AlternativeFormatImportPartType.Mht, Encoding.ASCII.GetBytes(archive))));
    }

    [Fact]
    public void Plain_text_is_read_line_by_line() =>
        Assert.Equal(["前", "第一行", "第二行", "后"], Lines(Body, Chunk(AlternativeFormatImportPartType.TextPlain, Encoding.UTF8.GetBytes("第一行\r\n\r\n第二行"))));

    [Fact]
    public void What_cannot_be_read_is_an_error_and_the_rest_stays()
    {
        (SourceDocument document, var diagnostics) = Read(Body, Chunk(AlternativeFormatImportPartType.Rtf, "{\\rtf1 x}"u8.ToArray()));

        Assert.Equal("docx-embedded-document", Assert.Single(diagnostics.Items).Code);
        Assert.True(diagnostics.HasErrors);
        Assert.Equal(["前", "后"], document.Pages[0].Elements.Select(AllText));
    }

    [Fact]
    public void Documents_inside_documents_end()
    {
        byte[] bytes = Of(Par("底"));
        for (int i = 0; i < 4; i++) bytes = Of(Par($"层{i}") + "<w:altChunk r:id=\"rC\"/>", Chunk(AlternativeFormatImportPartType.WordprocessingML, bytes));
        (SourceDocument document, var diagnostics) = new Extraction.Formats.Docx.DocxReader().Read(bytes);

        Assert.Equal(["层3", "层2", "层1"], document.Pages[0].Elements.Select(AllText));
        Assert.Equal(["docx-embedded-document"], diagnostics.Items.Select(item => item.Code));
    }

    private static Action<MainDocumentPart> Chunk(PartTypeInfo type, byte[] bytes) => main =>
    {
        using var stream = new MemoryStream(bytes);
        main.AddAlternativeFormatImportPart(type, "rC").FeedData(stream);
    };

    private static string AllText(SourceElement element) => element is SourceTable table
        ? string.Concat(table.Cells.Select(cell => cell.Text()))
        : string.Concat(((SourceTextBox)element).Paragraphs.Select(paragraph => paragraph.Text));
}

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.Docx;
using Extraction.Formats.Pictures;
using Extraction.Formats.Pptx;
using Extraction.Formats.Tests.OpenXml;
using Extraction.Formats.Tests.Pptx;
using Extraction.Reading;

namespace Extraction.Formats.Tests.Pictures;

public sealed class RecognizedPackageReaderTests
{
    // only the first bytes matter to a recognizer that sees the same in every picture
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 1, 2, 3];

    [Fact]
    public void A_picture_of_several_lines_on_a_slide_is_content_in_its_box()
    {
        (SourceDocument document, DiagnosticBag diagnostics) = Read(new FixedRecognizer(0.9, "第一行", "第二行", "第三行"), Deck(Picture("")));

        SourceTextBox box = Assert.IsType<SourceTextBox>(Assert.Single(document.Pages[0].Elements));
        Assert.Equal(SourceLayer.Content, box.Layer);
        Assert.Equal("7", box.Locator.Shape);
        Assert.Equal(new Box(120, 110, 144, 150), box.Locator.Box);
        Assert.Equal("ocr-used", Assert.Single(diagnostics.Items).Code);
    }

    [Fact]
    public void A_label_in_a_picture_is_kept_and_not_extracted_from()
    {
        (SourceDocument document, DiagnosticBag diagnostics) = Read(new FixedRecognizer(0.9, "商标"), Deck(Picture("")));

        Assert.Equal(SourceLayer.Furniture, Assert.Single(document.Pages[0].Elements).Layer);
        Assert.Empty(diagnostics.Items);
    }

    [Fact]
    public void What_is_cropped_away_is_not_read()
    {
        (SourceDocument document, _) = Read(new FixedRecognizer(0.9, "第一行", "第二行", "第三行", "第四行"), Deck(Picture("<a:srcRect t=\"20000\"/>")));

        Assert.DoesNotContain(document.Pages[0].Elements.OfType<SourceTextBox>(), box => box.Paragraphs.Any(paragraph => paragraph.Text.Contains('一', StringComparison.Ordinal)));
        Assert.Contains(document.Pages[0].Elements.OfType<SourceTextBox>(), box => box.Paragraphs.Any(paragraph => paragraph.Text.Contains('四', StringComparison.Ordinal)));
    }

    [Fact]
    public void The_same_picture_is_recognized_once()
    {
        var recognizer = new FixedRecognizer(0.9, "第一行", "第二行", "第三行");

        Read(recognizer, Deck(Picture(""), Picture("")));

        Assert.Equal(1, recognizer.Asked);
    }

    [Fact]
    public void Pictures_in_documents_are_read()
    {
        (SourceDocument document, _) = new RecognizedPackageReader(new DocxReader(), new FixedRecognizer(0.9, "第一行", "第二行", "第三行")).Read(Letter());

        Assert.Contains(document.Pages[0].Elements.OfType<SourceTextBox>(), box => box.Locator.IsRecognized && box.Paragraphs.Length == 3);
    }

    private static (SourceDocument Document, DiagnosticBag Diagnostics) Read(IPictureRecognizer recognizer, byte[] deck) =>
        new RecognizedPackageReader(new PptxReader(), recognizer).Read(deck);

    private static string Picture(string crop) =>
        "<p:pic><p:nvPicPr><p:cNvPr id=\"7\" name=\"p\"/></p:nvPicPr><p:blipFill><a:blip r:embed=\"rIdPicture\"/>" + crop + "</p:blipFill><p:spPr>"
        + PptxFile.Transform("a:xfrm", (100, 100, 200, 100)) + "</p:spPr></p:pic>";

    private static byte[] Deck(params string[] slides) => PptxFile.Build(
        slides,
        (slide, _) =>
        {
            using var bytes = new MemoryStream(Png);
            slide.AddImagePart(ImagePartType.Png, "rIdPicture").FeedData(bytes);
        },
        Enumerable.Range(0, slides.Length));

    private static byte[] Letter()
    {
        using var stream = new MemoryStream();
        using (WordprocessingDocument package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            MainDocumentPart main = package.AddMainDocumentPart();
            using var bytes = new MemoryStream(Png);
            main.AddImagePart(ImagePartType.Png, "rIdPicture").FeedData(bytes);
            main.Feed(
                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
                + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body><w:p><w:r><w:t>正文</w:t></w:r>"
                + "<w:r><w:drawing><a:blip r:embed=\"rIdPicture\"/></w:drawing></w:r></w:p></w:body></w:document>");
        }
        return stream.ToArray();
    }
}

using System.Text;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.Pdf;
using Extraction.Formats.Pictures;
using Extraction.Formats.Tests.OpenXml;
using Extraction.Reading;

namespace Extraction.Formats.Tests.Pictures;

public sealed class RecognizedPdfReaderTests
{
    [Fact]
    public void A_scanned_page_gets_its_text_from_its_picture_with_boxes_in_points()
    {
        (SourceDocument document, DiagnosticBag diagnostics) = new RecognizedPdfReader(new PdfReader(), new FixedRecognizer(0.9, "宁德时代发布凝聚态电池")).Read(Scan());

        SourceTextBox box = Assert.IsType<SourceTextBox>(Assert.Single(document.Pages[0].Elements));
        Assert.Equal(SourceLayer.Content, box.Layer);
        Assert.Equal("宁德时代发布凝聚态电池\n", Assert.Single(box.Paragraphs).Text);
        Assert.Equal(new Box(20, 40, 108, 80), box.Locator.Box);
        Assert.All(box.Paragraphs[0].Runs, run => Assert.True(run is { Locator.IsRecognized: true, Confidence: 0.9 }));
        Assert.Equal(new Box(20, 40, 84, 80), box.Paragraphs[0].Runs[0].Locator.Box);
        Assert.Equal("ocr-used", Assert.Single(diagnostics.Items).Code);
        Assert.False(diagnostics.HasErrors);
    }

    [Fact]
    public void Doubtful_lines_are_kept_and_not_extracted_from()
    {
        (SourceDocument document, DiagnosticBag diagnostics) = new RecognizedPdfReader(new PdfReader(), new FixedRecognizer(0.4, "木纹")).Read(Scan());

        Assert.Equal(SourceLayer.Furniture, Assert.Single(document.Pages[0].Elements).Layer);
        Assert.Contains("doubtful", Assert.Single(diagnostics.Items).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_recognizer_the_loss_stays_an_error_that_says_how_to_get_one()
    {
        (_, DiagnosticBag diagnostics) = new RecognizedPdfReader(new PdfReader(), null).Read(Scan());

        Diagnostic loss = Assert.Single(diagnostics.Items);
        Assert.True(loss is { Code: "pdf-page-without-text", IsError: true });
        Assert.Contains("extraction ocr install", loss.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_recognized_when_that_is_not_wanted()
    {
        var recognizer = new FixedRecognizer(0.9, "文字");
        var diagnostics = new DiagnosticBag();

        new RecognizedPdfReader(new PdfReader(), recognizer).Read(SourceFile.FromBytes("scan.pdf", Scan()), new ReadLimits { Recognition = RecognitionScope.None }, diagnostics, default);

        Assert.Equal(0, recognizer.Asked);
        Assert.True(diagnostics.HasErrors);
    }

    [Fact]
    public void A_recognizer_that_cannot_work_leaves_the_loss_and_its_own_cause()
    {
        (_, DiagnosticBag diagnostics) = new RecognizedPdfReader(new PdfReader(), new BrokenRecognizer()).Read(Scan());

        Assert.Equal(["ocr-unavailable", "pdf-page-without-text"], diagnostics.Items.Select(item => item.Code));
    }

    [Fact]
    public void A_picture_with_a_page_number_on_it_is_recognized_beside_the_number()
    {
        (SourceDocument document, DiagnosticBag diagnostics) = new RecognizedPdfReader(new PdfReader(), new FixedRecognizer(0.9, "宁德时代发布凝聚态电池")).Read(Scan("7"));

        Assert.Equal(["7\n", "宁德时代发布凝聚态电池\n"], document.Pages[0].Elements.OfType<SourceTextBox>().Select(box => box.Paragraphs[0].Text).Order(StringComparer.Ordinal));
        Assert.Equal("ocr-used", Assert.Single(diagnostics.Items).Code);
    }

    [Fact]
    public void A_picture_under_a_page_of_text_is_left_alone()
    {
        var recognizer = new FixedRecognizer(0.9, "文字");

        (_, DiagnosticBag diagnostics) = new RecognizedPdfReader(new PdfReader(), recognizer).Read(Scan("The text of this page says more than one line of print does."));

        Assert.Equal(0, recognizer.Asked);
        Assert.Empty(diagnostics.Items);
    }

    [Fact]
    public void A_picture_with_a_page_number_on_it_that_cannot_be_recognized_is_no_loss_that_is_known()
    {
        (_, DiagnosticBag diagnostics) = new RecognizedPdfReader(new PdfReader(), new BrokenRecognizer()).Read(Scan("7"));

        Assert.False(Assert.Single(diagnostics.Items).IsError);
    }

    [Theory]
    [InlineData("pdf-page-without-text", false)]
    [InlineData("pdf-page-failed", true)]
    [InlineData("pdf-page-damaged", true)]
    public void What_is_recognized_of_a_damaged_page_does_not_make_it_whole(string code, bool staysLost)
    {
        (SourceDocument document, DiagnosticBag diagnostics) = new RecognizedPdfReader(new LossyReader(code), new FixedRecognizer(0.9, "宁德时代发布凝聚态电池")).Read(Scan());

        Assert.NotEmpty(document.Pages[0].Elements);
        Assert.Equal(staysLost, diagnostics.HasErrors);
    }

    private sealed class LossyReader(string code) : IDocumentReader
    {
        public SourceDocument Read(SourceFile file, ReadLimits limits, DiagnosticBag diagnostics, CancellationToken cancellation)
        {
            diagnostics.Error(code, "reading", "Lost.", new Locator { Page = 1 });
            return new SourceDocument(file, SourceFormat.Pdf, null, [new SourcePage(1, 200, 400, [])]);
        }
    }

    private sealed class BrokenRecognizer : IPictureRecognizer
    {
        public RecognizedPicture Recognize(ReadOnlyMemory<byte> picture, CancellationToken cancellation) =>
            throw new PictureRecognitionException("ocr-unavailable", "The models are damaged.");
    }

    /// <summary>A page of 200 by 400 points that a picture of two by two pixels fills, with a line of text at its foot.</summary>
    private static byte[] Scan(string text = "")
    {
        string content = "q 200 0 0 400 0 0 cm /I Do Q" + (text.Length > 0 ? $" BT /F 6 Tf 10 10 Td ({text}) Tj ET" : "");
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 400]/Contents 4 0 R/Resources<</Font<</F 6 0 R>>/XObject<</I 5 0 R>>>>>>",
            $"<</Length {content.Length}>>stream\n{content}\nendstream",
            "<</Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8/Length 4>>stream\nabcd\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (int index = 0; index < objects.Length; index++)
        {
            offsets.Add(pdf.Length);
            pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{objects[index]}\nendobj\n");
        }
        int table = pdf.Length;
        pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (int offset in offsets) pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"trailer<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }
}

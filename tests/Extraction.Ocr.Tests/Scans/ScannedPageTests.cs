using System.Diagnostics;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.Pdf;
using Extraction.Formats.Pictures;
using Extraction.Ocr.Benchmark;
using Extraction.Ocr.Models;
using Extraction.Reading;
using SkiaSharp;

namespace Extraction.Ocr.Tests.Scans;

/// <summary>Scanned pages in the codings that only a drawing program decodes.</summary>
public sealed class ScannedPageTests : IDisposable
{
    private const string Font = "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc";
    private const double MostErrors = 0.015;
    private static readonly string[] Paragraphs =
    [
        "2024年3月，宁德时代与理想汽车签署战略合作协议，合同金额约为45亿元。",
        "全国新增光伏装机216.88GW，同比增长148.1%。",
    ];

    private readonly PictureRecognizer recognizer = new(ModelFolder.Default());

    public void Dispose() => recognizer.Dispose();

    [SkippableFact]
    public void A_page_scanned_as_a_fax_gives_its_text()
    {
        (bool[,] rows, _, string text) = Drawn();

        AssertGives(text, ScannedPage.Of(Picture(rows, $"/BitsPerComponent 1/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns {rows.GetLength(1)}/Rows {rows.GetLength(0)}>>"), FaxBits.Of(rows)));
    }

    [SkippableFact]
    public void A_page_scanned_as_JBIG2_gives_its_text()
    {
        (bool[,] rows, _, string text) = Drawn();

        byte[] data = ScannedPage.Jbig2(rows.GetLength(1), rows.GetLength(0), FaxBits.Of(rows));
        AssertGives(text, ScannedPage.Of(Picture(rows, "/BitsPerComponent 1/Filter/JBIG2Decode"), data));
    }

    [SkippableFact]
    public void A_page_scanned_as_JPEG_2000_gives_its_text()
    {
        (bool[,] rows, byte[] file, string text) = Drawn();

        AssertGives(text, ScannedPage.Of(Picture(rows, "/BitsPerComponent 8/Filter/JPXDecode").Replace("DeviceGray", "DeviceRGB", StringComparison.Ordinal), Jpeg2000(file)));
    }

    private void AssertGives(string text, byte[] pdf)
    {
        Needed.Program("pdftoppm", "-v");
        var diagnostics = new DiagnosticBag();

        SourceDocument document = new RecognizedPdfReader(new PdfReader(), recognizer).Read(SourceFile.FromBytes("scan.pdf", pdf), new ReadLimits(), diagnostics, default);

        string reading = string.Concat(document.Pages[0].Elements.OfType<SourceTextBox>().SelectMany(box => box.Paragraphs).Select(paragraph => paragraph.Text));
        (int errors, int characters) = EditDistance.Of(text, reading);
        Assert.True(errors <= MostErrors * characters, reading);
        Assert.Equal(["ocr-used"], diagnostics.Items.Select(item => item.Code));
    }

    private static string Picture(bool[,] rows, string coding) =>
        FormattableString.Invariant($"/Width {rows.GetLength(1)}/Height {rows.GetLength(0)}/ColorSpace/DeviceGray{coding}");

    /// <summary>A page in black and white, with the dark edge that scanners leave: poppler takes a row of JBIG2 without any black for one like the row above.</summary>
    private static (bool[,] Rows, byte[] File, string Text) Drawn()
    {
        Needed.Models();
        Needed.Font(Font);
        (byte[] file, string text) = PageDrawing.Draw(new PageStyle(PageLayout.Prose, Font, 300), Paragraphs);
        using SKBitmap bitmap = SKBitmap.Decode(file);
        bool[,] rows = new bool[bitmap.Height, bitmap.Width];
        for (int y = 0; y < bitmap.Height; y++)
            for (int x = 0; x < bitmap.Width; x++) rows[y, x] = x == 0 || bitmap.GetPixel(x, y).Green < 128;
        return (rows, file, text);
    }

    /// <summary>Coded by OpenJPEG's program, which few machines have; the coding is too large for a test to write.</summary>
    private static byte[] Jpeg2000(byte[] png)
    {
        Skip.IfNot(Needed.Starts("opj_compress", "-h"), "opj_compress is not installed (Debian: libopenjp2-tools).");
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            (string from, string to) = (Path.Combine(folder, "page.png"), Path.Combine(folder, "page.jp2"));
            File.WriteAllBytes(from, png);
            using Process process = Process.Start(new ProcessStartInfo("opj_compress", ["-i", from, "-o", to, "-r", "20"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return File.ReadAllBytes(to);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

using System.Collections.Immutable;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Reading;

namespace Extraction.Formats.Pictures;

/// <summary>
/// Reads PDF files and recognizes the pages whose text the file does not say: scanned pages and pages with fonts that cannot be mended.
/// Codes: <c>ocr-used</c> (a warning), <c>ocr-page-not-drawn</c>, <c>ocr-over-limit</c>, and those of <see cref="PictureRecognitionException"/>.
/// </summary>
public sealed class RecognizedPdfReader : IDocumentReader
{
    private const string Stage = "reading";
    private const string Remedy = " To have such pages recognized, run 'extraction ocr install' once.";

    // what the PDF reader says where letters are lost that a picture of the page shows
    private static readonly ImmutableHashSet<string> Curable =
        ["pdf-page-without-text", "pdf-page-unreadable", "pdf-font-unreadable", "pdf-font-missing", "pdf-letters-unknown", "pdf-page-damaged", "pdf-font-damaged", "pdf-page-failed"];

    private readonly IDocumentReader inner;
    private readonly IPictureRecognizer? recognizer;

    /// <summary>Takes the reader of text and the recognizer; null where none is installed.</summary>
    public RecognizedPdfReader(IDocumentReader inner, IPictureRecognizer? recognizer) => (this.inner, this.recognizer) = (inner, recognizer);

    /// <inheritdoc />
    public SourceDocument Read(SourceFile file, ReadLimits limits, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var first = new DiagnosticBag();
        SourceDocument document;
        try
        {
            document = inner.Read(file, limits, first, cancellation);
        }
        catch (UnreadableDocumentException)
        {
            foreach (Diagnostic item in first.Items) diagnostics.Add(item);
            throw;
        }
        bool recognizes = recognizer is not null && limits.Recognition != RecognitionScope.None;
        var cured = new Dictionary<int, bool>();
        if (recognizes && first.Items.Any(IsCurable)) document = Recognized(document, file, limits, first, diagnostics, cured, cancellation);
        foreach (Diagnostic item in first.Items)
        {
            if (!IsCurable(item) || !cured.GetValueOrDefault(item.Locator!.Page!.Value))
                diagnostics.Add(IsCurable(item) && recognizer is null ? item with { Message = item.Message + Remedy } : item);
        }
        return document;
    }

    private static bool IsCurable(Diagnostic item) => Curable.Contains(item.Code) && item.Locator?.Page is not null;

    private SourceDocument Recognized(
        SourceDocument document, SourceFile file, ReadLimits limits, DiagnosticBag first, DiagnosticBag diagnostics, Dictionary<int, bool> cured, CancellationToken cancellation)
    {
        using var drawer = new PdfPageDrawer(file.Content);
        using var pictures = new PdfPagePictures(file, limits);
        var reading = new PdfPageRecognition(recognizer!, drawer, pictures, diagnostics);
        SourcePage[] pages = [.. document.Pages];
        foreach (int number in first.Items.Where(IsCurable).Select(item => item.Locator!.Page!.Value).Distinct().Order())
        {
            if (cured.Count >= limits.MaxRecognizedPictures)
            {
                diagnostics.Error("ocr-over-limit", Stage, $"Only {limits.MaxRecognizedPictures} pages of the file were recognized; split it, or raise --ocr-limit.", new Locator { Page = number });
                break;
            }
            int index = Array.FindIndex(pages, page => page.Number == number);
            // a scan may show no text, but a page that draws letters must give some
            bool mayBeEmpty = first.Items.Where(item => IsCurable(item) && item.Locator!.Page == number).All(item => item.Code == "pdf-page-without-text");
            SourcePage? page = index < 0 ? null : reading.Read(pages[index], mayBeEmpty, cancellation);
            cured[number] = page is not null;
            if (page is not null) pages[index] = page;
        }
        return document with { Pages = [.. pages] };
    }
}

using System.Collections.Immutable;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Reading;

namespace Extraction.Formats.Pictures;

/// <summary>
/// Reads PDF files and recognizes the pages whose text the file does not say: scanned pages, also with a page number or a stamp on them, and
/// pages with fonts that cannot be mended.
/// Codes: <c>ocr-used</c> (a warning), <c>ocr-page-not-drawn</c>, <c>ocr-over-limit</c>, and those of <see cref="PictureRecognitionException"/>.
/// </summary>
public sealed class RecognizedPdfReader : IDocumentReader
{
    private const string Stage = "reading";

    // about a line: what a scanner, a stamp or a page number puts onto a page that is a picture
    private const int ScantCharacters = 40;
    private const string Remedy = " To have such pages recognized, run 'extraction ocr install' once.";

    // what the PDF reader says where letters are lost that a picture of the page shows
    private static readonly ImmutableHashSet<string> Curable =
        ["pdf-page-without-text", "pdf-page-unreadable", "pdf-font-unreadable", "pdf-font-missing", "pdf-letters-unknown", "pdf-page-damaged", "pdf-font-damaged", "pdf-page-failed"];

    // of these a picture gives what can be had, but a damaged page may be drawn in part: the loss stays
    private static readonly ImmutableHashSet<string> Damage = ["pdf-page-damaged", "pdf-font-damaged", "pdf-page-failed"];

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
        var cured = new HashSet<int>();
        if (recognizer is not null && limits.Recognition != RecognitionScope.None)
            document = Recognized(document, file, limits, first, diagnostics, cured, cancellation);
        foreach (Diagnostic item in first.Items)
        {
            if (!IsCurable(item) || Damage.Contains(item.Code) || !cured.Contains(item.Locator!.Page!.Value))
                diagnostics.Add(IsCurable(item) && recognizer is null ? item with { Message = item.Message + Remedy } : item);
        }
        return document;
    }

    private static bool IsCurable(Diagnostic item) => Curable.Contains(item.Code) && item.Locator?.Page is not null;

    private SourceDocument Recognized(
        SourceDocument document, SourceFile file, ReadLimits limits, DiagnosticBag first, DiagnosticBag diagnostics, HashSet<int> cured, CancellationToken cancellation)
    {
        using var drawer = new PdfPageDrawer(file.Content);
        using var pictures = new PdfPagePictures(file, limits);
        var reading = new PdfPageRecognition(recognizer!, drawer, pictures, diagnostics);
        ILookup<int, string> losses = first.Items.Where(IsCurable).ToLookup(item => item.Locator!.Page!.Value, item => item.Code);
        SourcePage[] pages = [.. document.Pages];
        int left = limits.MaxRecognizedPictures;
        foreach ((int index, bool isLost) in Wanted(pages, losses, pictures))
        {
            int number = pages[index].Number;
            if (left-- == 0)
            {
                Stop(diagnostics, limits.MaxRecognizedPictures, number, isLost);
                break;
            }
            // a scan may show no text, but a page that draws letters must give some
            bool mayBeEmpty = losses[number].All(code => code == "pdf-page-without-text");
            if (reading.Read(pages[index], isLost, mayBeEmpty, cancellation) is not { } page) continue;
            if (isLost) cured.Add(number);
            pages[index] = page;
        }
        return document with { Pages = [.. pages] };
    }

    /// <summary>Pages whose text is lost, then pages that are a picture with a stamp or a page number on it.</summary>
    private static IEnumerable<(int Index, bool IsLost)> Wanted(SourcePage[] pages, ILookup<int, string> losses, PdfPagePictures pictures)
    {
        IEnumerable<int> lost = Enumerable.Range(0, pages.Length).Where(index => losses.Contains(pages[index].Number));
        IEnumerable<int> pictured = Enumerable.Range(0, pages.Length)
            .Where(index => !losses.Contains(pages[index].Number) && HasScantText(pages[index]) && pictures.Fill(pages[index].Number));
        return [.. lost.Select(index => (index, true)), .. pictured.Select(index => (index, false))];
    }

    private static bool HasScantText(SourcePage page)
    {
        IEnumerable<SourceTextBox> boxes = page.Elements.OfType<SourceTextBox>();
        return page.Elements.All(element => element is SourceTextBox)
            && boxes.SelectMany(box => box.Paragraphs).Sum(paragraph => paragraph.Text.Count(each => !char.IsWhiteSpace(each))) is > 0 and < ScantCharacters;
    }

    private static void Stop(DiagnosticBag diagnostics, int most, int page, bool isLost)
    {
        string message = $"Only {most} pages of the file were recognized; split it, or raise --ocr-limit.";
        var place = new Locator { Page = page };
        if (isLost) diagnostics.Error("ocr-over-limit", Stage, message, place);
        else diagnostics.Warning("ocr-over-limit", Stage, message, place);
    }
}

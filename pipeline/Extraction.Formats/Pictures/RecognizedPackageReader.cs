using System.Collections.Immutable;
using System.Security.Cryptography;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.OpenXml;
using Extraction.Formats.OpenXml.Zip;
using Extraction.Reading;

namespace Extraction.Formats.Pictures;

/// <summary>
/// Reads presentations and documents and recognizes the text of their pictures, each picture once. Codes: <c>ocr-used</c> (a warning),
/// <c>ocr-over-limit</c>, <c>ocr-picture-undecodable</c> and the others of <see cref="PictureRecognitionException"/>, all warnings: what stands
/// in pictures comes on top of the text that the file says.
/// </summary>
public sealed class RecognizedPackageReader : IDocumentReader
{
    private const string Stage = "reading";

    // fewer lines are a logo, a label or a caption within a photograph
    private const int MinLines = 3;

    // to find that a picture holds no text costs a quarter of reading a page
    private const int LooksPerReading = 4;
    private readonly IDocumentReader inner;
    private readonly IPictureRecognizer? recognizer;

    /// <summary>Takes the reader of text and the recognizer; null where none is installed.</summary>
    public RecognizedPackageReader(IDocumentReader inner, IPictureRecognizer? recognizer) => (this.inner, this.recognizer) = (inner, recognizer);

    /// <inheritdoc />
    public SourceDocument Read(SourceFile file, ReadLimits limits, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        SourceDocument document = inner.Read(file, limits, diagnostics, cancellation);
        if (recognizer is null || limits.Recognition != RecognitionScope.All) return document;
        // the reader has said already what is wrong with the package
        var session = new PartSession(document.Format == SourceFormat.Pptx ? "pptx" : "docx", limits, new DiagnosticBag(), cancellation);
        OfficePackage package = OfficePackage.Open(file, session);
        IEnumerable<PlacedPicture> pictures = document.Format == SourceFormat.Pptx ? SlidePictures.Of(package, session, document) : DocumentPictures.Of(package, session, document);
        return WithPictures(document, pictures, limits, diagnostics, cancellation);
    }

    private SourceDocument WithPictures(
        SourceDocument document, IEnumerable<PlacedPicture> pictures, ReadLimits limits, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        int read = 0;
        SourcePage[] pages = [.. document.Pages];
        foreach (PlacedPicture picture in pictures)
        {
            using EntryStream content = picture.Part.Open();
            byte[] bytes = content.ToArray();
            int index = Array.FindIndex(pages, page => page.Number == picture.Place.Page);
            if (index < 0 || !PictureBytes.AreDecodable(bytes) || !seen.Add(Convert.ToHexStringLower(SHA256.HashData(bytes)))) continue;
            if (read == limits.MaxRecognizedPictures || seen.Count > (long)LooksPerReading * limits.MaxRecognizedPictures)
            {
                diagnostics.Warning("ocr-over-limit", Stage, $"Only the file's first {seen.Count - 1} pictures were recognized; split it, or raise --ocr-limit.", picture.Place);
                break;
            }
            ImmutableArray<SourceElement> found = TextOf(picture, bytes, diagnostics, cancellation);
            if (found.Any(element => element.Layer == SourceLayer.Content)) read++;
            pages[index] = pages[index] with { Elements = pages[index].Elements.AddRange(found) };
        }
        return document with { Pages = [.. pages] };
    }

    private ImmutableArray<SourceElement> TextOf(PlacedPicture placed, byte[] bytes, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        try
        {
            RecognizedPicture picture = recognizer!.Recognize(bytes, cancellation);
            List<RecognizedLine> lines = [.. picture.Lines.Where(line => placed.Shows(picture, line.Box))];
            if (lines.Count == 0) return [];
            bool isText = lines.Count(PictureText.IsTrusted) >= MinLines;
            if (isText) diagnostics.Warning("ocr-used", Stage, $"{lines.Count} lines of text were recognized in a picture.", placed.Place);
            return [.. PictureText.Of(picture, lines, placed.Place, placed.Map(picture)).Select(box => isText ? box : box with { Layer = SourceLayer.Furniture })];
        }
        catch (PictureRecognitionException failure)
        {
            diagnostics.Warning(failure.Code, Stage, failure.Message, placed.Place);
            return [];
        }
    }
}

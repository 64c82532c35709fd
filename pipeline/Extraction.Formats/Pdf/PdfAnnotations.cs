using Extraction.Diagnostics;
using Extraction.Documents;
using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Extraction.Formats.Pdf;

/// <summary>Text that stands in annotations and form fields instead of the page's own content. The form's tree is never walked,
/// because a damaged one has no end: each field is met as its widget on the page.</summary>
internal static class PdfAnnotations
{
    private const int MaxAnnotations = 10_000;

    public static List<SourceTextBox> Of(Page page, int number, DiagnosticBag diagnostics)
    {
        List<SourceTextBox> boxes = [];
        try
        {
            int count = 0;
            foreach (Annotation annotation in page.GetAnnotations())
            {
                if (++count > MaxAnnotations)
                {
                    diagnostics.Error("pdf-annotations-over-limit", "reading", $"Only the first {MaxAnnotations} annotations were read.", new Locator { Page = number });
                    break;
                }
                if (TextOf(annotation) is { } text) boxes.Add(ToBox(text, annotation.Rectangle, page.Height, number));
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            diagnostics.Error(
                "pdf-annotations-failed", "reading", $"The page's annotations cannot be read: {error.GetType().Name}.", new Locator { Page = number });
        }
        return boxes;
    }

    private static string? TextOf(Annotation annotation)
    {
        string? text = annotation.Type switch
        {
            AnnotationType.Link or AnnotationType.Popup => null,
            AnnotationType.Widget => FieldValue(annotation.AnnotationDictionary),
            _ => annotation.Content,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    private static string? FieldValue(DictionaryToken field) =>
        !field.TryGet(NameToken.V, out IToken value) ? null : value switch
        {
            StringToken text => text.Data,
            HexToken hex => hex.Data,
            _ => null,
        };

    private static SourceTextBox ToBox(string text, PdfRectangle rectangle, double pageHeight, int page)
    {
        var box = PdfBoxes.Rounded(new Box(
            Math.Min(rectangle.Left, rectangle.Right), pageHeight - Math.Max(rectangle.Top, rectangle.Bottom),
            Math.Max(rectangle.Left, rectangle.Right), pageHeight - Math.Min(rectangle.Top, rectangle.Bottom)));
        string[] lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        return new SourceTextBox(
            new Locator { Page = page, Box = box }, SourceLayer.Content, false,
            [.. lines.Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => PdfBoxes.ToParagraph(PdfText.Clean(line), null, page, box))]);
    }
}

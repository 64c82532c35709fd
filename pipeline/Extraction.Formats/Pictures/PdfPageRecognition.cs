using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Reading;

namespace Extraction.Formats.Pictures;

/// <summary>Recognizes one page of a PDF file after the other.</summary>
internal sealed class PdfPageRecognition(IPictureRecognizer recognizer, PdfPageDrawer drawer, PdfPagePictures pictures, DiagnosticBag diagnostics)
{
    private const string Stage = "reading";

    // a line that stands so far on text that was read is that text
    private const double MostCovered = 0.5;

    /// <summary>The page with what its picture shows; null where it could not be recognized: its letters' own diagnostic stands then.</summary>
    /// <param name="page">What was read of it.</param>
    /// <param name="isLost">Whether text of it is known to be lost, so that what stands in the way is an error.</param>
    /// <param name="mayBeEmpty">Whether it may show no text at all.</param>
    /// <param name="cancellation">Ends it.</param>
    public SourcePage? Read(SourcePage page, bool isLost, bool mayBeEmpty, CancellationToken cancellation)
    {
        var place = new Locator { Page = page.Number };
        try
        {
            double? side = page is { Width: { } width, Height: { } height } ? Math.Max(width, height) : null;
            List<SourceElement>? boxes = drawer.Draw(page.Number, side, cancellation) is { } drawn
                ? OfWhole(drawn, page, place, cancellation)
                : OfPictures(page, place, cancellation);
            if (boxes is null)
            {
                string cause = drawer.IsMissing ? "pdftoppm is not installed (Debian: apt-get install poppler-utils)" : "pdftoppm cannot draw it; print the file to a new PDF";
                Say(isLost, "ocr-page-not-drawn", $"The page cannot be recognized, since there is no picture of it: {cause}.", place);
                return null;
            }
            if (!mayBeEmpty && boxes.TrueForAll(box => box.Layer != SourceLayer.Content)) return null;
            if (isLost || boxes.Count > 0) Report(boxes, place);
            return page with { Elements = page.Elements.AddRange(boxes) };
        }
        catch (PictureRecognitionException failure)
        {
            Say(isLost, failure.Code, failure.Message, place);
            return null;
        }
    }

    private void Say(bool isLost, string code, string message, Locator place)
    {
        if (isLost) diagnostics.Error(code, Stage, message, place);
        else diagnostics.Warning(code, Stage, message, place);
    }

    private List<SourceElement> OfWhole(byte[] drawn, SourcePage page, Locator place, CancellationToken cancellation)
    {
        RecognizedPicture picture = recognizer.Recognize(drawn, cancellation);
        if (page is not { Width: { } width, Height: { } height }) return PictureText.Of(picture, picture.Lines, place, null);
        Func<Box, Box> map = BoxMap.Of(picture, new Box(0, 0, width, height));
        return PictureText.Of(picture, picture.Lines.Where(line => !IsRead(map(line.Box), page)), place, map);
    }

    private List<SourceElement>? OfPictures(SourcePage page, Locator place, CancellationToken cancellation)
    {
        List<SourceElement> boxes = [];
        if (pictures.Of(page.Number) is not { Count: > 0 } found) return null;
        foreach ((byte[] bytes, Box box) in found)
        {
            RecognizedPicture picture = recognizer.Recognize(bytes, cancellation);
            boxes.AddRange(PictureText.Of(picture, picture.Lines, place, BoxMap.Of(picture, box)));
        }
        return boxes;
    }

    private static bool IsRead(Box line, SourcePage page) => page.Elements.OfType<SourceTextBox>()
        .Where(element => element.Layer == SourceLayer.Content)
        .SelectMany(element => element.Paragraphs).SelectMany(paragraph => paragraph.Runs)
        .Any(run => run.Locator.Box is { } box && Shared(line, box) > MostCovered * Math.Min(line.Width * line.Height, box.Width * box.Height));

    private static double Shared(Box one, Box other) => one.Overlaps(other)
        ? (Math.Min(one.Right, other.Right) - Math.Max(one.Left, other.Left)) * (Math.Min(one.Bottom, other.Bottom) - Math.Max(one.Top, other.Top))
        : 0;

    private static int Lines(SourceElement element) => element switch
    {
        SourceTable table => table.Cells.Sum(cell => cell.Paragraphs.Length),
        SourceTextBox box => box.Paragraphs.Length,
        _ => 0,
    };

    private void Report(List<SourceElement> boxes, Locator place)
    {
        int lines = boxes.Where(box => box.Layer == SourceLayer.Content).Sum(Lines);
        int doubtful = boxes.Where(box => box.Layer != SourceLayer.Content).Sum(Lines);
        string aside = doubtful == 0 ? "" : $" {doubtful} more are doubtful: kept, and not extracted from.";
        diagnostics.Warning("ocr-used", Stage, $"The page's text was recognized in its picture: {lines} lines.{aside}", place);
    }
}

using Extraction.Documents;
using Extraction.Formats.Pdf;
using Extraction.Reading;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Extraction.Formats.Pictures;

/// <summary>The pictures of a page as the file holds them, for systems without a program that draws pages.</summary>
internal sealed class PdfPagePictures(SourceFile file, ReadLimits limits) : IDisposable
{
    // smaller ones are rules, bullets and logos
    private const double MinSide = 100;
    private PdfDocument? opened;

    /// <summary>Pictures and their boxes on the page from top to bottom; null where one is in a form that only a drawing program decodes (JBIG2, JPX, CCITT).</summary>
    public List<(byte[] Bytes, Box Box)>? Of(int number)
    {
        opened ??= PdfDocument.Open(file.Content, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, MaxStackDepth = limits.MaxDepth, FilterProvider = new PdfStreamLimits(limits) });
        Page page = opened.GetPage(number);
        List<(byte[] Bytes, Box Box)> found = [];
        foreach (IPdfImage image in page.GetImages())
        {
            var bounds = image.BoundingBox;
            var box = new Box(bounds.Left, page.Height - bounds.Top, bounds.Right, page.Height - bounds.Bottom);
            if (Math.Min(box.Width, box.Height) < MinSide) continue;
            if (Bytes(image) is not { } bytes) return null;
            found.Add((bytes, box));
        }
        return [.. found.OrderBy(each => each.Box.Top).ThenBy(each => each.Box.Left)];
    }

    public void Dispose() => opened?.Dispose();

    private static byte[]? Bytes(IPdfImage image)
    {
        if (PictureBytes.AreDecodable(image.RawBytes)) return image.RawBytes.ToArray();
        return image.TryGetPng(out byte[]? png) ? png : null;
    }
}

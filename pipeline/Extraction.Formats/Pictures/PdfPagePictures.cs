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
    private const double MinShare = 0.5;
    private PdfDocument? opened;

    /// <summary>Whether a picture covers the better part of the page.</summary>
    public bool Fill(int number) => Page(number) is { } page && page.GetImages().Any(image => Area(On(page, image)) > MinShare * page.Width * page.Height);

    /// <summary>Pictures and their boxes on the page from top to bottom; null where one is in a form that only a drawing program decodes (JBIG2, JPX, CCITT).</summary>
    public List<(byte[] Bytes, Box Box)>? Of(int number)
    {
        if (Page(number) is not { } page) return null;
        List<(byte[] Bytes, Box Box)> found = [];
        foreach (IPdfImage image in page.GetImages())
        {
            Box box = On(page, image);
            if (Math.Min(box.Width, box.Height) < MinSide) continue;
            if (Bytes(image) is not { } bytes) return null;
            found.Add((bytes, box));
        }
        return [.. found.OrderBy(each => each.Box.Top).ThenBy(each => each.Box.Left)];
    }

    public void Dispose() => opened?.Dispose();

    /// <summary>Null where the library cannot read it: bad files make it throw almost any exception type, and the reader has said already what is wrong.</summary>
    private Page? Page(int number)
    {
        try
        {
            opened ??= PdfDocument.Open(file.Content, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, MaxStackDepth = limits.MaxDepth, FilterProvider = new PdfStreamLimits(limits) });
            return opened.GetPage(number);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return null;
        }
    }

    private static Box On(Page page, IPdfImage image)
    {
        var bounds = image.BoundingBox;
        return new Box(bounds.Left, page.Height - bounds.Top, bounds.Right, page.Height - bounds.Bottom);
    }

    private static double Area(Box box) => box.Width * box.Height;

    private static byte[]? Bytes(IPdfImage image)
    {
        if (PictureBytes.AreDecodable(image.RawBytes)) return image.RawBytes.ToArray();
        return image.TryGetPng(out byte[]? png) ? png : null;
    }
}

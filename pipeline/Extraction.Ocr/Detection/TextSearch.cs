using Extraction.Ocr.Pictures;

namespace Extraction.Ocr.Detection;

/// <summary>
/// Searches a picture for lines, band by band: the network's memory grows with the area that it sees (about 650 bytes a pixel), and a worker
/// holds the document beside it. A line of up to the overlap's height is whole in one band.
/// </summary>
internal sealed class TextSearch(TextDetector detector)
{
    // an A4 page's 10 pt text is 12 pixels high then, which the network was trained to find
    private const int Side = 960;
    private const int MaxBand = 320;
    private const int Overlap = 128;

    // small pictures are enlarged, so that screenshots' letters reach that height too
    private const double MaxScale = 2;

    /// <summary>Boxes in pixels of the picture, vertical lines turned so that their own x axis is the direction of writing.</summary>
    public List<TiltedBox> Find(Picture picture)
    {
        double scale = Math.Min(MaxScale, (double)Side / Math.Max(picture.Width, picture.Height));
        double step = (MaxBand - Overlap) / scale;
        int count = Math.Max(1, (int)Math.Ceiling(((picture.Height * scale) - Overlap) / (MaxBand - Overlap)));
        List<TiltedBox> found = [];
        for (int band = 0; band < count; band++)
        {
            double top = band * step, bottom = Math.Min(picture.Height, top + (MaxBand / scale));
            // a line in the overlap is found twice and kept where it is farther from the cut
            double first = band == 0 ? double.NegativeInfinity : top + (Overlap / scale / 2);
            double last = band == count - 1 ? double.PositiveInfinity : bottom - (Overlap / scale / 2);
            var part = new TiltedBox(new Position(picture.Width / 2.0, (top + bottom) / 2), picture.Width, bottom - top, 0);
            found.AddRange(detector.Find(picture, part, scale).Where(box => box.Center.Y >= first && box.Center.Y < last));
        }
        return found;
    }
}

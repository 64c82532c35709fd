using Extraction.Ocr.Pictures;

namespace Extraction.Ocr.Detection;

/// <summary>Searches a picture for lines, at the scale at which the network sees letters as large as in its training.</summary>
internal sealed class TextSearch(TextDetector detector)
{
    // an A4 page's 10 pt text is 12 pixels high then; the search takes about 150 bytes a pixel
    private const int Side = 960;

    // small pictures are enlarged, so that screenshots' letters reach that height too
    private const double MaxScale = 2;

    /// <summary>Boxes in pixels of the picture.</summary>
    public List<TiltedBox> Find(Picture picture) =>
        detector.Find(picture, Math.Min(MaxScale, (double)Side / Math.Max(picture.Width, picture.Height)));
}

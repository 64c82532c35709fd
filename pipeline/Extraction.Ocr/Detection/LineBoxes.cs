namespace Extraction.Ocr.Detection;

/// <summary>
/// Turns a map of text into the boxes of its lines. The detector is trained to mark only the middle of a line ("differentiable binarization"):
/// what it marks is shrunk by a known ratio and is grown back here.
/// </summary>
internal static class LineBoxes
{
    // The four values are those that the detector was trained and published with.
    private const float PixelThreshold = 0.3f;
    private const double BoxThreshold = 0.6;
    private const double GrowRatio = 1.5;
    private const double MinSide = 3;

    /// <summary>Boxes in pixels of the map, from the top left on.</summary>
    public static List<TiltedBox> Of(TextMap map)
    {
        List<TiltedBox> boxes = [];
        foreach (List<Position> island in Islands.Of(map, PixelThreshold))
        {
            TiltedBox middle = TiltedBox.Around(ConvexHull.Of(island));
            if (Math.Min(middle.Width, middle.Height) < MinSide || map.Mean(middle) < BoxThreshold) continue;
            boxes.Add(middle.Grown(GrowDistance(middle)));
        }
        return boxes;
    }

    /// <summary>Area over circumference times the ratio: by so much on each side the training shrank the line's box.</summary>
    private static double GrowDistance(TiltedBox box) => box.Width * box.Height * GrowRatio / (2 * (box.Width + box.Height));
}

using Extraction.Ocr.Models;
using Extraction.Ocr.Pictures;

namespace Extraction.Ocr.Detection;

/// <summary>Finds the lines of text in a picture.</summary>
internal sealed class TextDetector(OcrModel model)
{
    // what the network halves five times must be a multiple of this
    private const int Step = 32;

    // the published means and deviations of the training pictures
    private static ReadOnlySpan<float> Mean => [0.485f, 0.456f, 0.406f];

    private static ReadOnlySpan<float> Deviation => [0.229f, 0.224f, 0.225f];

    /// <summary>Boxes of the lines, in pixels of the picture, in no particular order.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="part">The part that is searched.</param>
    /// <param name="scale">The scale at which it is searched.</param>
    public List<TiltedBox> Find(Picture picture, TiltedBox part, double scale)
    {
        int width = Steps(part.Width * scale), height = Steps(part.Height * scale);
        // whole steps are reached by looking beyond the right and lower edge, so that nothing is stretched
        var seen = part with { Center = part.At(width / scale / 2, height / scale / 2), Width = width / scale, Height = height / scale };
        float[] planes = Planes.Of(picture.Cut(seen, width, height), Mean, Deviation);
        var map = new TextMap(width, height, model.Run(planes, width, height));
        Position origin = part.At(0, 0);
        return [.. LineBoxes.Of(map).Select(box => box.Scaled(1 / scale)).Select(box => box with { Center = box.Center + origin })];
    }

    private static int Steps(double pixels) => Math.Max(1, (int)Math.Ceiling((pixels / Step) - 1e-6)) * Step;
}

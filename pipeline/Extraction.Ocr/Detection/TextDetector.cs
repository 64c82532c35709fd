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

    /// <summary>Boxes of the lines, in pixels of the picture, from the top left on.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="scale">The scale at which it is searched.</param>
    public List<TiltedBox> Find(Picture picture, double scale)
    {
        int width = Steps(picture.Width * scale), height = Steps(picture.Height * scale);
        // whole steps are reached by looking beyond the right and lower edge, so that nothing is stretched
        (double right, double down) = (width / scale, height / scale);
        var seen = new TiltedBox(new Position(right / 2, down / 2), right, down, 0);
        float[] planes = Planes.Of(picture.Cut(seen, width, height), Mean, Deviation);
        var map = new TextMap(width, height, model.Run(planes, width, height));
        return [.. LineBoxes.Of(map).Select(box => box.Scaled(1 / scale))];
    }

    private static int Steps(double pixels) => Math.Max(1, (int)Math.Ceiling((pixels / Step) - 1e-6)) * Step;
}

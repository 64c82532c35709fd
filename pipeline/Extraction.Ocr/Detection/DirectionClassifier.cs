using Extraction.Ocr.Models;
using Extraction.Ocr.Pictures;

namespace Extraction.Ocr.Detection;

/// <summary>Tells whether lines stand on their heads.</summary>
internal sealed class DirectionClassifier(OcrModel model)
{
    private const int Width = 192;
    private const int Height = 48;

    private static ReadOnlySpan<float> Half => [0.5f, 0.5f, 0.5f];

    /// <summary>The probability that a line stands on its head, judged by its beginning.</summary>
    public double UpsideDown(Picture picture, TiltedBox line)
    {
        double length = Math.Min(line.Width, line.Height * Width / Height);
        TiltedBox start = line with { Center = line.At(length / 2, line.Height / 2), Width = length };
        int width = Math.Clamp((int)Math.Round(length * Height / line.Height), 1, Width);
        byte[] pixels = new byte[Width * Height * 4];
        byte[] cut = picture.Cut(start, width, Height);
        // grey is zero to the network: what a short line leaves over
        pixels.AsSpan().Fill(127);
        for (int y = 0; y < Height; y++) cut.AsSpan(y * width * 4, width * 4).CopyTo(pixels.AsSpan(y * Width * 4));
        return model.Run(Planes.Of(pixels, Half, Half), Width, Height)[1];
    }
}

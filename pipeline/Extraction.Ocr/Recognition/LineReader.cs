using Extraction.Ocr.Detection;
using Extraction.Ocr.Models;
using Extraction.Ocr.Pictures;

namespace Extraction.Ocr.Recognition;

/// <summary>Reads the characters of one line.</summary>
internal sealed class LineReader(OcrModel model, CharacterTable table)
{
    private const int Height = 48;
    private const int PixelsPerStep = 8;

    private static ReadOnlySpan<float> Half => [0.5f, 0.5f, 0.5f];

    public List<ReadCharacter> Read(Picture picture, TiltedBox line, out double stepWidth)
    {
        int width = Math.Max(1, (int)Math.Ceiling(line.Width * Height / line.Height / PixelsPerStep)) * PixelsPerStep;
        byte[] pixels = picture.Cut(line, width, Height);
        float[] output = model.Run(Planes.Of(pixels, Half, Half), width, Height);
        stepWidth = line.Width / (output.Length / table.Count);
        return CtcDecoder.Decode(output, table);
    }
}

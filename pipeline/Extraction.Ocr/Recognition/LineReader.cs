using Extraction.Ocr.Detection;
using Extraction.Ocr.Models;
using Extraction.Ocr.Pictures;
using Extraction.Reading;

namespace Extraction.Ocr.Recognition;

/// <summary>Reads the characters of one line.</summary>
internal sealed class LineReader(OcrModel model, CharacterTable table)
{
    /// <summary>The height that the network reads, in pixels.</summary>
    public const int Height = 48;

    private const int PixelsPerStep = 8;

    // time grows with width, and a line squeezed to two thirds is read nearly as well (docs/decisions/0009)
    private const double Squeeze = 0.65;

    // beyond some sixty characters a line is no line of a page, and its cost grows with the square of its length
    private const int MaxWidth = 64 * Height;

    private static ReadOnlySpan<float> Half => [0.5f, 0.5f, 0.5f];

    /// <summary>What the line says, null where it says nothing.</summary>
    public RecognizedLine? Read(Picture picture, TiltedBox line)
    {
        int steps = (int)Math.Ceiling(Squeeze * line.Width * Height / line.Height / PixelsPerStep);
        int width = Math.Clamp(steps * PixelsPerStep, 2 * PixelsPerStep, MaxWidth);
        float[] output = model.Run(Planes.Of(picture.Cut(line, width, Height), Half, Half), width, Height);
        List<ReadCharacter> characters = CtcDecoder.Decode(output, table);
        double step = line.Width * table.Count / output.Length;
        return LineText.Of(characters, step, line);
    }
}

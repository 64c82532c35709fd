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

    // time grows with width, and a line squeezed to two thirds is read nearly as well (docs/decisions/0009); one in doubt is read again, wider
    private const double Squeeze = 0.65;
    private const double Wide = 0.9;

    // below this mean confidence one character in ten is wrong
    private const double Doubt = 0.9;

    // squeezed, 【 looks as [, and a stroke as any other
    private const string Lookalikes = "[]|丨";

    // a box ends with the ink that the search saw: a comma, a full stop or a dash beyond it is thin and stands a little apart
    private const double Margin = 0.2;

    // beyond some sixty characters a line is no line of a page, and its cost grows with the square of its length
    private const int MaxWidth = 64 * Height;

    private static ReadOnlySpan<float> Half => [0.5f, 0.5f, 0.5f];

    /// <summary>What the line says, null where it says nothing.</summary>
    public RecognizedLine? Read(Picture picture, TiltedBox line)
    {
        TiltedBox seen = line with { Width = line.Width + (2 * Margin * line.Height) };
        RecognizedLine? read = Read(picture, seen, Squeeze);
        return read is null || IsDoubtful(read) ? Read(picture, seen, Wide) : read;
    }

    private static bool IsDoubtful(RecognizedLine line) => line.Confidence < Doubt || line.Text.AsSpan().IndexOfAny(Lookalikes) >= 0;

    private RecognizedLine? Read(Picture picture, TiltedBox line, double squeeze)
    {
        int steps = (int)Math.Ceiling(squeeze * line.Width * Height / line.Height / PixelsPerStep);
        int width = Math.Clamp(steps * PixelsPerStep, 2 * PixelsPerStep, MaxWidth);
        float[] output = model.Run(Planes.Of(picture.Cut(line, width, Height), Half, Half), width, Height);
        List<ReadCharacter> characters = CtcDecoder.Decode(output, table);
        double step = line.Width * table.Count / output.Length;
        return LineText.Of(characters, step, line);
    }
}

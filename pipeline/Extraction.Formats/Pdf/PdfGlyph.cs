using System.Text;
using Extraction.Documents;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace Extraction.Formats.Pdf;

/// <summary>A drawn letter. <see cref="Start"/>, <see cref="End"/> and <see cref="Baseline"/> are in its own reading direction's frame:
/// along the line, and downwards across lines.</summary>
/// <param name="Text">What it means, one character or a ligature's several; white space for a drawn space.</param>
/// <param name="Angle">Direction of reading in whole degrees counter-clockwise, 0 to 359.</param>
/// <param name="Start">Where its advance begins, in points.</param>
/// <param name="End">Where its advance ends, in points.</param>
/// <param name="Baseline">In points, growing downwards.</param>
/// <param name="Size">Font size as seen on the page, in points.</param>
/// <param name="Box">On the page, origin top left.</param>
internal readonly record struct PdfGlyph(string Text, int Angle, double Start, double End, double Baseline, double Size, Box Box)
{
    public bool IsSpace => string.IsNullOrWhiteSpace(Text);

    public bool EndsCjk => Rune.DecodeLastFromUtf16(Text, out Rune rune, out _) == System.Buffers.OperationStatus.Done && PdfText.IsCjk(rune);

    public bool StartsCjk => Rune.DecodeFromUtf16(Text, out Rune rune, out _) == System.Buffers.OperationStatus.Done && PdfText.IsCjk(rune);

    /// <summary>Converts the library's letter; null where it has no text or no finite place.</summary>
    public static PdfGlyph? From(Letter letter, double pageHeight)
    {
        if (string.IsNullOrEmpty(letter.Value)) return null;
        PdfPoint from = letter.StartBaseLine, to = letter.EndBaseLine;
        double size = SizeOf(letter);
        if (!double.IsFinite(from.X + from.Y + to.X + to.Y + size)) return null;
        int angle = AngleOf(from, to);
        (double sin, double cos) = Math.SinCos(angle * Math.PI / 180);
        double start = (from.X * cos) + (from.Y * sin);
        double end = Math.Max(start, (to.X * cos) + (to.Y * sin));
        double baseline = (from.X * sin) - (from.Y * cos);
        return new PdfGlyph(PdfText.Clean(letter.Value), angle, start, end, baseline, size, BoxOf(from, to, size, sin, cos, pageHeight));
    }

    /// <summary>Ink boxes of embedded fonts differ from letter to letter, so the box is made from the advance and the size.</summary>
    private static Box BoxOf(PdfPoint from, PdfPoint to, double size, double sin, double cos, double pageHeight)
    {
        (double upX, double upY) = (-sin * size, cos * size);
        double[] xs = [from.X + (0.8 * upX), to.X + (0.8 * upX), from.X - (0.2 * upX), to.X - (0.2 * upX)];
        double[] ys = [from.Y + (0.8 * upY), to.Y + (0.8 * upY), from.Y - (0.2 * upY), to.Y - (0.2 * upY)];
        return new Box(xs.Min(), pageHeight - ys.Max(), xs.Max(), pageHeight - ys.Min());
    }

    private static double SizeOf(Letter letter)
    {
        double size = letter.PointSize;
        if (double.IsFinite(size) && size >= 0.5) return size;
        double height = letter.BoundingBox.Height;
        return double.IsFinite(height) && height >= 0.5 ? height : 1;
    }

    private static int AngleOf(PdfPoint from, PdfPoint to)
    {
        (double dx, double dy) = (to.X - from.X, to.Y - from.Y);
        if (Math.Abs(dx) + Math.Abs(dy) < 1e-6) return 0;
        int degrees = (int)Math.Round(Math.Atan2(dy, dx) * 180 / Math.PI);
        return ((degrees % 360) + 360) % 360;
    }
}

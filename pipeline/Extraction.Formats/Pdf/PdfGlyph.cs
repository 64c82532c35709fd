using System.Text;
using Extraction.Documents;

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
    public bool IsSpace => Text is [var only] ? char.IsWhiteSpace(only) : string.IsNullOrWhiteSpace(Text);

    public bool EndsCjk => Rune.DecodeLastFromUtf16(Text, out Rune rune, out _) == System.Buffers.OperationStatus.Done && PdfText.IsCjk(rune);

    public bool StartsCjk => Rune.DecodeFromUtf16(Text, out Rune rune, out _) == System.Buffers.OperationStatus.Done && PdfText.IsCjk(rune);

    /// <summary>A letter whose advance runs from one point to the other; null where it has no text or no finite place.</summary>
    /// <param name="text">What it means.</param>
    /// <param name="angle">Its reading direction, degrees counter-clockwise.</param>
    /// <param name="from">In points, y upwards.</param>
    /// <param name="to">In points, y upwards.</param>
    /// <param name="size">As seen on the page, in points.</param>
    /// <param name="pageHeight">In points.</param>
    public static PdfGlyph? At(string text, int angle, (double X, double Y) from, (double X, double Y) to, double size, double pageHeight)
    {
        if (text.Length == 0 || !double.IsFinite(from.X + from.Y + to.X + to.Y + size)) return null;
        if (size < 0.5) size = 1;
        (double sin, double cos) = Math.SinCos(angle * Math.PI / 180);
        double start = (from.X * cos) + (from.Y * sin);
        double end = Math.Max(start, (to.X * cos) + (to.Y * sin));
        double baseline = (from.X * sin) - (from.Y * cos);
        return new PdfGlyph(PdfText.Clean(text), angle, start, end, baseline, size, BoxOf(from, to, size, sin, cos, pageHeight));
    }

    /// <summary>The direction as whole degrees counter-clockwise, 0 to 359; 0 for none.</summary>
    public static int AngleOf(double x, double y)
    {
        if (!double.IsFinite(x + y) || Math.Abs(x) + Math.Abs(y) < 1e-9) return 0;
        int degrees = (int)Math.Round(Math.Atan2(y, x) * 180 / Math.PI);
        return ((degrees % 360) + 360) % 360;
    }

    /// <summary>Ink boxes of embedded fonts differ from letter to letter, so the box is made from the advance and the size.</summary>
    private static Box BoxOf((double X, double Y) from, (double X, double Y) to, double size, double sin, double cos, double pageHeight)
    {
        (double upX, double upY) = (-sin * size, cos * size);
        (double left, double right) = (Math.Min(from.X, to.X), Math.Max(from.X, to.X));
        (double low, double high) = (Math.Min(from.Y, to.Y), Math.Max(from.Y, to.Y));
        return new Box(
            left + Math.Min(0.8 * upX, -0.2 * upX), pageHeight - (high + Math.Max(0.8 * upY, -0.2 * upY)),
            right + Math.Max(0.8 * upX, -0.2 * upX), pageHeight - (low + Math.Min(0.8 * upY, -0.2 * upY)));
    }
}

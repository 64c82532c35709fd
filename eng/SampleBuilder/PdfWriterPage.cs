using System.Globalization;
using System.Text;

namespace Extraction.SampleBuilder;

/// <summary>A page of a <see cref="PdfWriter"/>. Coordinates are in points from the top left corner.</summary>
public sealed class PdfWriterPage
{
    private readonly StringBuilder content = new();
    private readonly HashSet<char> characters = [];
    private readonly double width;
    private readonly double height;
    private readonly int rotation;

    internal PdfWriterPage(double width, double height, int rotation) => (this.width, this.height, this.rotation) = (width, height, rotation);

    internal string Content => content.ToString();

    internal IEnumerable<char> Characters => characters;

    /// <summary>Draws one line of text. Chinese characters are one size wide, ASCII half of it. Characters outside the basic plane cannot be drawn.</summary>
    /// <param name="text">What to draw.</param>
    /// <param name="x">Left edge of the first character.</param>
    /// <param name="y">Upper edge of the line.</param>
    /// <param name="size">Font size.</param>
    /// <param name="spacing">Extra space behind each character, as justification sets it.</param>
    public PdfWriterPage Text(string text, double x, double y, double size, double spacing = 0)
    {
        characters.UnionWith(text);
        double baseline = height - y - (0.8 * size);
        content.Append(CultureInfo.InvariantCulture, $"BT /F1 {N(size)} Tf {N(spacing)} Tc 1 0 0 1 {N(x)} {N(baseline)} Tm <{PdfWriter.Hex(text)}> Tj ET\n");
        return this;
    }

    /// <summary>Draws several lines below each other.</summary>
    /// <param name="lines">From the top.</param>
    /// <param name="x">Left edge.</param>
    /// <param name="y">Upper edge of the first line.</param>
    /// <param name="size">Font size.</param>
    /// <param name="pitch">From line to line, in font sizes.</param>
    public PdfWriterPage Lines(IEnumerable<string> lines, double x, double y, double size, double pitch = 1.4)
    {
        foreach (string line in lines)
        {
            Text(line, x, y, size);
            y += pitch * size;
        }
        return this;
    }

    /// <summary>Draws a straight line half a point wide.</summary>
    public PdfWriterPage Line(double fromX, double fromY, double toX, double toY)
    {
        content.Append(CultureInfo.InvariantCulture, $"0.5 w {N(fromX)} {N(height - fromY)} m {N(toX)} {N(height - toY)} l S\n");
        return this;
    }

    /// <summary>Fills a box with a grey: 0 is black, 1 white. Text drawn afterwards stays black.</summary>
    public PdfWriterPage Fill(double left, double top, double right, double bottom, double grey = 0.9)
    {
        content.Append(CultureInfo.InvariantCulture, $"q {N(grey)} g {N(left)} {N(height - bottom)} {N(right - left)} {N(bottom - top)} re f Q\n");
        return this;
    }

    internal string Dictionary(int contentObject) =>
        $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {N(width)} {N(height)}] /Rotate {rotation}"
        + $" /Resources << /Font << /F1 3 0 R >> >> /Contents {contentObject} 0 R >>";

    private static string N(double value) => PdfWriter.Number(value);
}

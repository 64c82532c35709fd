using System.Text;
using SkiaSharp;

namespace Extraction.Ocr.Benchmark;

/// <summary>Writes text onto a canvas and remembers what it wrote.</summary>
internal sealed class PagePen(SKCanvas canvas, SKTypeface typeface, SKColor colour)
{
    private const double Leading = 1.6;
    private readonly StringBuilder written = new();

    /// <summary>Paragraphs in one column.</summary>
    public string Prose(IReadOnlyList<string> paragraphs, double size, SKRect column, out int used)
    {
        using var font = new SKFont(typeface, (float)size);
        double y = column.Top + size;
        for (used = 0; used < paragraphs.Count; used++)
        {
            foreach (string line in Wrapped(paragraphs[used], font, column.Width))
            {
                if (y > column.Bottom) return written.ToString();
                Line(line, font, column.Left, y);
                y += size * Leading;
            }
        }
        return written.ToString();
    }

    /// <summary>Paragraphs in two columns.</summary>
    public string Columns(IReadOnlyList<string> paragraphs, double size, double width, double height, double margin)
    {
        double column = (width - (2 * margin) - 24) / 2;
        Prose(paragraphs, size, SKRect.Create((float)margin, (float)margin, (float)column, (float)(height - (2 * margin))), out int used);
        return Prose([.. paragraphs.Skip(used + 1)], size, SKRect.Create((float)(margin + column + 24), (float)margin, (float)column, (float)(height - (2 * margin))), out int _);
    }

    /// <summary>Paragraphs as rows of a ruled table with three columns: a number, a name, the rest.</summary>
    public string Table(IReadOnlyList<string> paragraphs, double size, double width, double height, double margin)
    {
        using var font = new SKFont(typeface, (float)size);
        using var rule = new SKPaint { Color = colour, StrokeWidth = 0.75f, Style = SKPaintStyle.Stroke };
        double row = size * 2.2, middle = margin + 40, last = margin + 180;
        int rows = Math.Min(paragraphs.Count, (int)((height - (2 * margin)) / row));
        for (int index = 0; index < rows; index++)
        {
            double y = margin + (index * row), baseline = y + (row / 2) + (size * 0.36);
            canvas.DrawRect(SKRect.Create((float)margin, (float)y, (float)(width - (2 * margin)), (float)row), rule);
            string text = paragraphs[index], name = text[..Math.Min(text.Length, 4 + (index * 5 % 7))], rest = text[name.Length..];
            Line((index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), font, margin + 8, baseline);
            Line(name, font, middle + 8, baseline);
            rest = Fitting(rest, font, width - margin - last - 16);
            if (rest.Length > 0) Line(rest[..Math.Min(rest.Length, 6 + (index * 11 % 17))], font, last + 8, baseline);
        }
        foreach (double x in (double[])[middle, last]) canvas.DrawLine((float)x, (float)margin, (float)x, (float)(margin + (rows * row)), rule);
        return written.ToString();
    }

    /// <summary>A title and a few lines, pale on dark.</summary>
    public string Slide(IReadOnlyList<string> paragraphs, double width, double height, double margin)
    {
        using var title = new SKFont(typeface, 36);
        Line(Fitting(paragraphs[0], title, width - (2 * margin)), title, margin, margin + 36);
        return Prose([.. paragraphs.Skip(1)], 18, new SKRect((float)margin, (float)(margin + 72), (float)(width - margin), (float)(height - margin)), out int _);
    }

    private void Line(string line, SKFont font, double x, double y)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawText(line, (float)x, (float)y, SKTextAlign.Left, font, paint);
        written.Append(line).Append('\n');
    }

    private static string Fitting(string text, SKFont font, double width) => text[..Math.Min(text.Length, Math.Max(1, font.BreakText(text, (float)width)))];

    private static IEnumerable<string> Wrapped(string text, SKFont font, double width)
    {
        while (text.Length > 0)
        {
            string line = Fitting(text, font, width);
            // no line begins with a closing mark: the character before it goes along
            if (line.Length > 1 && line.Length < text.Length && "，。、；：！？）》”".Contains(text[line.Length], StringComparison.Ordinal)) line = line[..^1];
            yield return line;
            text = text[line.Length..];
        }
    }
}

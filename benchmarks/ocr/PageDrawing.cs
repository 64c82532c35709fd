using SkiaSharp;

namespace Extraction.Ocr.Benchmark;

/// <summary>How a page's text is arranged.</summary>
public enum PageLayout
{
    /// <summary>One column.</summary>
    Prose,

    /// <summary>Two columns.</summary>
    Columns,

    /// <summary>A ruled table.</summary>
    Table,

    /// <summary>A slide: few lines of different sizes on a coloured ground.</summary>
    Slide,
}

/// <summary>A page to draw.</summary>
/// <param name="Layout">How its text is arranged.</param>
/// <param name="Font">Path of a font file.</param>
/// <param name="Dpi">Pixels per inch.</param>
public sealed record PageStyle(PageLayout Layout, string Font, int Dpi)
{
    /// <summary>Face in the font's collection.</summary>
    public int Face { get; init; }

    /// <summary>In points.</summary>
    public double FontSize { get; init; } = 10.5;

    /// <summary>By which the page lies askew, in degrees.</summary>
    public double Skew { get; init; }

    /// <summary>Standard deviation of the noise, in grey levels of 255.</summary>
    public double Noise { get; init; }

    /// <summary>Radius of the blur, in pixels.</summary>
    public double Blur { get; init; }

    /// <summary>JPEG quality; 0 writes PNG.</summary>
    public int Jpeg { get; init; }
}

/// <summary>Draws a page of text as a scanner would deliver it. The same page gives the same bytes.</summary>
public static class PageDrawing
{
    private const double Margin = 72;

    /// <summary>The picture's file and the text on it, line by line in reading order.</summary>
    public static (byte[] File, string Text) Draw(PageStyle style, IReadOnlyList<string> paragraphs)
    {
        (double width, double height) = style.Layout == PageLayout.Slide ? (960.0, 540.0) : (595.0, 842.0);
        double scale = style.Dpi / 72.0;
        var info = new SKImageInfo((int)(width * scale), (int)(height * scale), SKColorType.Bgra8888, SKAlphaType.Opaque);
        using var surface = SKSurface.Create(info);
        SKCanvas canvas = surface.Canvas;
        canvas.Clear(style.Layout == PageLayout.Slide ? new SKColor(0x1F, 0x3A, 0x6E) : SKColors.White);
        canvas.Scale((float)scale);
        canvas.RotateDegrees((float)style.Skew, (float)width / 2, (float)height / 2);
        using var typeface = SKTypeface.FromFile(style.Font, style.Face);
        var pen = new PagePen(canvas, typeface, style.Layout == PageLayout.Slide ? SKColors.White : SKColors.Black);
        string text = style.Layout switch
        {
            PageLayout.Columns => pen.Columns(paragraphs, style.FontSize, width, height, Margin),
            PageLayout.Table => pen.Table(paragraphs, style.FontSize, width, height, Margin),
            PageLayout.Slide => pen.Slide(paragraphs, width, height, Margin),
            _ => pen.Prose(paragraphs, style.FontSize, new SKRect((float)Margin, (float)Margin, (float)(width - Margin), (float)(height - Margin)), out int _),
        };
        canvas.Flush();
        return (Encoded(surface, style), text);
    }

    private static byte[] Encoded(SKSurface surface, PageStyle style)
    {
        using SKImage drawn = surface.Snapshot();
        using var blurred = SKSurface.Create(new SKImageInfo(drawn.Width, drawn.Height, SKColorType.Bgra8888, SKAlphaType.Opaque));
        using var paint = new SKPaint();
        if (style.Blur > 0) paint.ImageFilter = SKImageFilter.CreateBlur((float)style.Blur, (float)style.Blur);
        blurred.Canvas.DrawImage(drawn, 0, 0, SKSamplingOptions.Default, paint);
        using SKImage result = blurred.Snapshot();
        using SKBitmap bitmap = SKBitmap.FromImage(result);
        if (style.Noise > 0) AddNoise(bitmap, style.Noise);
        using SKData data = style.Jpeg > 0 ? bitmap.Encode(SKEncodedImageFormat.Jpeg, style.Jpeg) : bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    /// <summary>Sums of three even numbers are nearly normal; a generator of our own is the same everywhere.</summary>
    private static void AddNoise(SKBitmap bitmap, double deviation)
    {
        Span<byte> pixels;
        unsafe
        {
            pixels = new Span<byte>((void*)bitmap.GetPixels(), bitmap.ByteCount);
        }
        ulong state = 88172645463325252;
        for (int at = 0; at < pixels.Length; at += 4)
        {
            double sum = 0;
            for (int draw = 0; draw < 3; draw++)
            {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                sum += ((state >> 11) * (1.0 / (1UL << 53))) - 0.5;
            }
            int shift = (int)Math.Round(sum * 2 * deviation);
            for (int plane = 0; plane < 3; plane++) pixels[at + plane] = (byte)Math.Clamp(pixels[at + plane] + shift, 0, 255);
        }
    }
}

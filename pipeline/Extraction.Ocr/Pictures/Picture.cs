using Extraction.Ocr.Detection;
using SkiaSharp;

namespace Extraction.Ocr.Pictures;

/// <summary>A decoded picture, from which parts are cut. Safe for several threads at once.</summary>
/// <param name="image">The pixels, at most as many as the file's.</param>
/// <param name="fileWidth">Of the picture in its file, in pixels.</param>
/// <param name="fileHeight">Of the picture in its file, in pixels.</param>
internal sealed class Picture(SKImage image, int fileWidth, int fileHeight) : IDisposable
{
    /// <summary>In pixels as cut from.</summary>
    public int Width => image.Width;

    /// <summary>In pixels as cut from.</summary>
    public int Height => image.Height;

    /// <summary>Width in the file, in pixels.</summary>
    public int FileWidth => fileWidth;

    /// <summary>Height in the file, in pixels.</summary>
    public int FileHeight => fileHeight;

    /// <summary>A part of the picture stretched to a size of its own: blue, green, red and unused bytes, row by row.</summary>
    /// <param name="box">The part; what lies outside of the picture repeats its edge.</param>
    /// <param name="width">Of the result, in pixels.</param>
    /// <param name="height">Of the result, in pixels.</param>
    public byte[] Cut(TiltedBox box, int width, int height)
    {
        double right = width / box.Width, down = height / box.Height;
        byte[] pixels = new byte[width * height * 4];
        var info = new SKImageInfo(width, height, SKColorType.Bgra8888, SKAlphaType.Opaque);
        unsafe
        {
            fixed (byte* start = pixels)
            {
                using var surface = SKSurface.Create(info, (nint)start, width * 4);
                Position corner = box.At(0, 0);
                SKMatrix matrix = SKMatrix.CreateTranslation((float)-corner.X, (float)-corner.Y)
                    .PostConcat(SKMatrix.CreateRotation((float)-box.Angle))
                    .PostConcat(SKMatrix.CreateScale((float)right, (float)down));
                using SKShader shader = image.ToShader(SKShaderTileMode.Clamp, SKShaderTileMode.Clamp, Sampling.For(Math.Min(right, down)), matrix);
                using var paint = new SKPaint { Shader = shader, BlendMode = SKBlendMode.Src };
                surface.Canvas.DrawPaint(paint);
                surface.Flush();
            }
        }
        return pixels;
    }

    /// <inheritdoc />
    public void Dispose() => image.Dispose();
}

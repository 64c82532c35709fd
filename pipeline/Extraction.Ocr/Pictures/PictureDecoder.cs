using Extraction.Reading;
using SkiaSharp;

namespace Extraction.Ocr.Pictures;

/// <summary>Decodes picture files into opaque images of bounded size.</summary>
internal static class PictureDecoder
{
    /// <summary>An A3 page at 600 dpi has so many pixels; decoded they take four bytes each.</summary>
    private const long MaxPixels = 72_000_000;

    /// <summary>An A4 page at 300 dpi is so high. More pixels cost memory and show no more of a letter.</summary>
    private const int MaxSide = 3508;

    /// <summary>Decodes a file. The caller disposes.</summary>
    /// <exception cref="PictureRecognitionException">No known picture, damaged, or too large.</exception>
    public static Picture Decode(ReadOnlyMemory<byte> file)
    {
        using var data = SKData.CreateCopy(file.Span);
        using var codec = SKCodec.Create(data) ?? throw Undecodable();
        if ((long)codec.Info.Width * codec.Info.Height > MaxPixels)
            throw new PictureRecognitionException("ocr-picture-too-large", $"The picture has {codec.Info.Width} x {codec.Info.Height} pixels where {MaxPixels} are read; make it smaller.");
        using SKBitmap bitmap = Pixels(codec);
        SKSizeI size = new(bitmap.Width, bitmap.Height);
        double scale = Math.Min(1, (double)MaxSide / Math.Max(size.Width, size.Height));
        return new Picture(Opaque(bitmap, scale), size.Width, size.Height);
    }

    private static PictureRecognitionException Undecodable() =>
        new("ocr-picture-undecodable", "The bytes are no picture of a known kind, or damaged; save it as PNG.");

    /// <summary>The pixels; a file that ends early gives those that are there.</summary>
    private static SKBitmap Pixels(SKCodec codec)
    {
        bool isGray = codec.Info.ColorType == SKColorType.Gray8;
        var info = codec.Info.WithColorType(isGray ? SKColorType.Gray8 : SKColorType.Bgra8888).WithColorSpace(null);
        var bitmap = new SKBitmap(isGray ? info : info.WithAlphaType(info.IsOpaque ? SKAlphaType.Opaque : SKAlphaType.Premul));
        SKCodecResult result = codec.GetPixels(bitmap.Info, bitmap.GetPixels());
        if (result is SKCodecResult.Success or SKCodecResult.IncompleteInput or SKCodecResult.ErrorInInput) return bitmap;
        bitmap.Dispose();
        throw Undecodable();
    }

    private static SKImage Opaque(SKBitmap bitmap, double scale)
    {
        if (bitmap.Info.IsOpaque && scale >= 1)
        {
            bitmap.SetImmutable();
            return SKImage.FromBitmap(bitmap);
        }
        using var surface = SKSurface.Create(bitmap.Info
            .WithSize(Math.Max(1, (int)(bitmap.Width * scale)), Math.Max(1, (int)(bitmap.Height * scale))).WithAlphaType(SKAlphaType.Opaque));
        surface.Canvas.Clear(IsPaleOnNothing(bitmap) ? SKColors.Black : SKColors.White);
        using SKImage image = SKImage.FromBitmap(bitmap);
        surface.Canvas.DrawImage(image, SKRect.Create(surface.Canvas.DeviceClipBounds.Width, surface.Canvas.DeviceClipBounds.Height), Sampling.For(scale));
        return surface.Snapshot();
    }

    /// <summary>Whether what a picture with a transparent ground shows is pale: it is made for a dark ground and would vanish on white.</summary>
    private static bool IsPaleOnNothing(SKBitmap bitmap)
    {
        if (bitmap.Info.IsOpaque) return false;
        ReadOnlySpan<byte> pixels = bitmap.GetPixelSpan();
        long light = 0, cover = 0;
        for (int at = 0; at + 3 < pixels.Length; at += 4)
        {
            light += pixels[at] + pixels[at + 1] + pixels[at + 2];
            cover += 3 * pixels[at + 3];
        }
        return light > 0.75 * cover;
    }
}

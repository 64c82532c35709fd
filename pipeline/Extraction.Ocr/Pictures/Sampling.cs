using SkiaSharp;

namespace Extraction.Ocr.Pictures;

/// <summary>How pixels are mixed when a picture changes its scale.</summary>
internal static class Sampling
{
    /// <summary>Smooth when growing; when shrinking from an average of what a pixel covers, so that thin strokes stay.</summary>
    public static SKSamplingOptions For(double scale) =>
        scale >= 0.75 ? new SKSamplingOptions(SKCubicResampler.Mitchell) : new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear);
}

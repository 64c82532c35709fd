namespace Extraction.Formats.Pptx;

/// <summary>English Metric Units, in which the format gives positions.</summary>
internal static class Emu
{
    /// <summary>Units in a point (1/72 inch).</summary>
    public const double PerPoint = 12700;
}

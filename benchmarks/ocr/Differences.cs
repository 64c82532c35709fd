using Extraction.Reading;

namespace Extraction.Ocr.Benchmark;

/// <summary>Shows where a reading differs.</summary>
internal static class Differences
{
    /// <summary>Prints each line of the truth that no read line equals, beside the nearest one.</summary>
    public static void Print(string truth, RecognizedPicture picture)
    {
        foreach (string line in truth.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            RecognizedLine? nearest = picture.Lines.MinBy(each => EditDistance.Of(line, each.Text).Errors);
            if (nearest is null || EditDistance.Of(line, nearest.Text).Errors > 0) Console.WriteLine($"  - {line}\n  + {nearest?.Text} {nearest?.Confidence:F2}");
        }
    }
}

using System.Globalization;
using Extraction.Reading;

namespace Extraction.Ocr.Benchmark;

/// <summary>How often lines of a confidence are right: what a threshold rests on.</summary>
internal sealed class ConfidenceTable
{
    private static readonly double[] Bounds = [0.5, 0.6, 0.7, 0.8, 0.9, 1];
    private readonly int[] lines = new int[Bounds.Length];
    private readonly int[] errors = new int[Bounds.Length];
    private readonly int[] characters = new int[Bounds.Length];

    /// <summary>Compares each line with the nearest one that was drawn.</summary>
    public void Add(string truth, RecognizedPicture picture)
    {
        string[] drawn = truth.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (RecognizedLine line in picture.Lines)
        {
            int bucket = Array.FindIndex(Bounds, bound => line.Confidence <= bound);
            (int wrong, int all) = drawn.Select(each => EditDistance.Of(each, line.Text)).MinBy(each => each.Errors);
            lines[bucket]++;
            errors[bucket] += Math.Min(wrong, all);
            characters[bucket] += all;
        }
    }

    /// <summary>A line for each range.</summary>
    public void Print()
    {
        for (int bucket = 0; bucket < Bounds.Length; bucket++)
            if (lines[bucket] > 0) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"confidence to {Bounds[bucket]}: {lines[bucket]} lines, {100.0 * errors[bucket] / characters[bucket]:F1} % wrong"));
    }
}

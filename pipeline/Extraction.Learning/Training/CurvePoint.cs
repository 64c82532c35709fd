using System.Collections.Immutable;

namespace Extraction.Learning.Training;

/// <summary>How well a model does that learned from a part of the training documents.</summary>
/// <param name="Documents">Documents learned from.</param>
/// <param name="Statements">Their statements.</param>
/// <param name="Accuracy">On the whole test part, 0 to 1.</param>
/// <param name="MacroF1">On the whole test part, 0 to 1.</param>
public sealed record CurvePoint(int Documents, int Statements, double Accuracy, double MacroF1)
{
    /// <summary>The parts that are measured besides the whole.</summary>
    internal static readonly ImmutableArray<double> Shares = [0.1, 0.25, 0.5, 0.75];

    // Multiples of the golden ratio spread evenly: each part holds documents of all industries and registers, and each larger one the smaller ones.
    private const double Spread = 0.6180339887498949;

    /// <summary>The examples of a share of the documents.</summary>
    internal static ImmutableArray<Example> Part(ImmutableArray<Example> examples, double share)
    {
        HashSet<string> files = examples.Select(example => example.File).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Where((_, i) => (i * Spread) % 1 < share).ToHashSet(StringComparer.Ordinal);
        return [.. examples.Where(example => files.Contains(example.File))];
    }
}

using System.Collections.Immutable;

namespace Extraction.Learning.Training;

/// <summary>A trained model with everything that is to be known about it.</summary>
/// <param name="Zip">The model file.</param>
/// <param name="Hash">64 hex digits over its entries.</param>
/// <param name="LabelsHash">64 hex digits over the label files.</param>
/// <param name="Options">How it was trained.</param>
/// <param name="Skipped">Labelled rows left out, by reason.</param>
/// <param name="Evaluation">How well it does.</param>
public sealed record TrainedModel(
    byte[] Zip,
    string Hash,
    string LabelsHash,
    TrainingOptions Options,
    ImmutableSortedDictionary<string, int> Skipped,
    ClassifierEvaluation Evaluation)
{
    /// <summary>What fewer training documents would have given, fewest first; empty where that was not asked for.</summary>
    public ImmutableArray<CurvePoint> Curve { get; init; } = [];

    /// <summary>Rules, model and both on the same test statements.</summary>
    public ImmutableArray<AblationRow> Ablation { get; init; } = [];
}

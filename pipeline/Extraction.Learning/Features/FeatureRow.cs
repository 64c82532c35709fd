using Microsoft.ML.Data;

namespace Extraction.Learning.Features;

// Shapes of ML.NET's rows; it fills and reads them by property name.
internal class FeatureRow
{
    public string Characters { get; set; } = "";

    public string Words { get; set; } = "";

    public string Flags { get; set; } = "";

    internal static FeatureRow Of(StatementFeatures features) =>
        new() { Characters = features.Characters, Words = features.Words, Flags = features.Flags };
}

internal sealed class TrainingRow : FeatureRow
{
    // ML.NET counts keys from 1; 0 is missing.
    [KeyType(21)]
    public uint Label { get; set; }
}

internal sealed class ScoreRow
{
    public float[] Score { get; set; } = [];
}

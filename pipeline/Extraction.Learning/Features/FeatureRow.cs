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
    // In an object's property, unlike in a data view, ML.NET counts keys from 0: 0 is the first label. The count is that of the labels.
    [KeyType(21)]
    public uint Label { get; set; }

    public float Weight { get; set; } = 1;
}

internal sealed class ScoreRow
{
    public float[] Score { get; set; } = [];
}

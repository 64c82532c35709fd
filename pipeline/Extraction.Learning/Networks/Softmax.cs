namespace Extraction.Learning.Networks;

/// <summary>Turns scores into probabilities.</summary>
internal static class Softmax
{
    /// <summary>Replaces scores by probabilities that sum up to 1.</summary>
    internal static void Apply(Span<float> scores)
    {
        float largest = float.MinValue, sum = 0;
        foreach (float score in scores) largest = Math.Max(largest, score);
        for (int i = 0; i < scores.Length; i++) sum += scores[i] = MathF.Exp(scores[i] - largest);
        for (int i = 0; i < scores.Length; i++) scores[i] /= sum;
    }
}

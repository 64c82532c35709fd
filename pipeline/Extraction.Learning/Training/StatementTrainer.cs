using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Learning.Labels;
using Extraction.Learning.Networks;

namespace Extraction.Learning.Training;

/// <summary>Trains a whole model: the maximum-entropy classifier and the networks whose answers are averaged with it.</summary>
internal sealed class StatementTrainer(TrainingOptions options)
{
    /// <summary>Trains.</summary>
    /// <returns>The model as a zip file whose bytes depend on the examples and options alone.</returns>
    internal byte[] Train(ImmutableArray<Example> examples)
    {
        float[] weights = Weights(examples);
        byte[] linear = new LinearTrainer(options).Train(examples, weights);
        NetworkEnsemble networks = NetworkTrainer.Train(examples, weights, options.Networks, options.Seed);
        return ModelArchive.Canonical(linear, networks.ToBytes());
    }

    // Labels are rarer in the examples than they are worth: each weighs the more, the rarer it is. The mean weight is 1.
    private float[] Weights(ImmutableArray<Example> examples)
    {
        Dictionary<StatementLabel, int> counts = examples.CountBy(example => example.Label).ToDictionary();
        double[] raw =
        [
            .. Enumerable.Range(0, LabelNames.All.Length)
                .Select(label => counts.TryGetValue((StatementLabel)label, out int count) ? Math.Pow((double)examples.Length / count, options.Balance) : 0),
        ];
        double mean = counts.OrderBy(pair => pair.Key).Sum(pair => pair.Value * raw[(int)pair.Key]) / examples.Length;
        return [.. raw.Select(weight => (float)(weight / mean))];
    }
}

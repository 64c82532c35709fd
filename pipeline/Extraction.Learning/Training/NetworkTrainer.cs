using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Learning.Features;
using Extraction.Learning.Labels;
using Extraction.Learning.Networks;

namespace Extraction.Learning.Training;

/// <summary>
/// Trains a network by stochastic gradients. Features and hidden units are left out at random (dropout, Srivastava et al. 2014), so that no
/// single word decides. One thread and a fixed seed: the same examples give the same weights.
/// </summary>
internal sealed class NetworkTrainer
{
    // Weights begin as small numbers of both signs: units that begin alike would stay alike.
    private const float FirstRange = 0.25f;

    private readonly NetworkOptions options;
    private readonly SeededNumbers numbers;
    private readonly AdaptiveWeights first;
    private readonly AdaptiveWeights second;
    private readonly AdaptiveWeights bias;
    private readonly float[] units;
    private readonly float[] unitSlopes;
    private readonly float[] scores = new float[LabelNames.All.Length];

    private NetworkTrainer(NetworkOptions options, int slots, int seed)
    {
        this.options = options;
        numbers = new SeededNumbers(seed);
        first = new AdaptiveWeights(slots, options.Hidden, options.Rate);
        second = new AdaptiveWeights(options.Hidden + 1, LabelNames.All.Length, options.Rate);
        bias = new AdaptiveWeights(1, options.Hidden, options.Rate);
        (units, unitSlopes) = (new float[options.Hidden], new float[options.Hidden]);
    }

    /// <summary>Trains networks that differ by their seeds, side by side.</summary>
    /// <param name="examples">What to learn from.</param>
    /// <param name="weights">How much each label counts, in the order of the enumeration.</param>
    /// <param name="options">How.</param>
    /// <param name="seed">Of what is random in the first one; each further one has the next seed.</param>
    internal static NetworkEnsemble Train(ImmutableArray<Example> examples, float[] weights, NetworkOptions options, int seed)
    {
        FeatureVocabulary vocabulary = FeatureVocabulary.Of(examples.Select(example => example.Features), options.LeastStatements);
        (FeatureVector Vector, StatementLabel Label)[] rows = [.. examples.Select(example => (vocabulary.Vector(example.Features), example.Label))];
        return new NetworkEnsemble(
            vocabulary,
            [.. Enumerable.Range(seed, options.Count).AsParallel().AsOrdered().Select(each => new NetworkTrainer(options, vocabulary.Count, each).Train(rows, weights))]);
    }

    private StatementNetwork Train((FeatureVector Vector, StatementLabel Label)[] rows, float[] weights)
    {
        Scatter(first.Values, FirstRange);
        Scatter(second.Values.AsSpan(0, options.Hidden * scores.Length), 1 / MathF.Sqrt(options.Hidden));
        int[] order = [.. Enumerable.Range(0, rows.Length)];
        for (int pass = 0; pass < options.Passes; pass++)
        {
            numbers.Shuffle(order);
            foreach (int i in order) Learn(rows[i].Vector, rows[i].Label, weights[(int)rows[i].Label]);
        }

        return StatementNetwork.Round(first.Values, bias.Values, second.Values);
    }

    private void Scatter(Span<float> row, float range)
    {
        for (int i = 0; i < row.Length; i++) row[i] = ((2 * numbers.Next()) - 1) * range;
    }

    private void Learn(FeatureVector vector, StatementLabel label, float weight)
    {
        List<int> kept = Kept(vector.Slots.Length);
        Forward(vector, kept);
        for (int i = 0; i < scores.Length; i++) scores[i] = weight * (scores[i] - (i == (int)label ? 1 : 0));
        LearnSecond();
        foreach (int i in kept) first.Learn(vector.Slots[i], unitSlopes, vector.Values[i] / (1 - options.FeatureDropout));
        bias.Learn(0, unitSlopes, 1);
    }

    private List<int> Kept(int count)
    {
        var kept = new List<int>(count);
        for (int i = 0; i < count; i++)
            if (numbers.Next() >= options.FeatureDropout) kept.Add(i);
        return kept;
    }

    private void Forward(FeatureVector vector, List<int> kept)
    {
        bias.Values.CopyTo(units, 0);
        foreach (int i in kept) first.AddTo(units, vector.Slots[i], vector.Values[i] / (1 - options.FeatureDropout));
        for (int unit = 0; unit < units.Length; unit++)
            units[unit] = units[unit] > 0 && numbers.Next() >= options.UnitDropout ? units[unit] / (1 - options.UnitDropout) : 0;
        second.Row(units.Length).CopyTo(scores);
        for (int unit = 0; unit < units.Length; unit++)
            if (units[unit] > 0) second.AddTo(scores, unit, units[unit]);
        Softmax.Apply(scores);
    }

    private void LearnSecond()
    {
        for (int unit = 0; unit < units.Length; unit++)
        {
            unitSlopes[unit] = 0;
            if (units[unit] <= 0) continue;
            ReadOnlySpan<float> row = second.Row(unit);
            for (int label = 0; label < scores.Length; label++) unitSlopes[unit] += row[label] * scores[label];
            unitSlopes[unit] /= 1 - options.UnitDropout;
            second.Learn(unit, scores, units[unit]);
        }

        second.Learn(units.Length, scores, 1);
    }
}

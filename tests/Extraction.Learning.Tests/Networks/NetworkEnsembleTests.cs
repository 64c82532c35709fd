using Extraction.Learning.Features;
using Extraction.Learning.Networks;

namespace Extraction.Learning.Tests.Networks;

public sealed class NetworkEnsembleTests
{
    private static readonly StatementFeatures Statement = new("Ⓞ发布Ⓟ。", "Ⓞ 发布 Ⓟ 。 ", "has=Ⓞ");

    [Fact]
    public void Probabilities_are_the_mean_of_the_networks()
    {
        NetworkEnsemble torn = Ensemble(Leaning(0), Leaning(1)), sure = Ensemble(Leaning(0));
        Assert.True(sure.Score(Statement)[0] > 0.9);
        Assert.Equal(0.5, torn.Score(Statement)[0], 1e-6);
        Assert.Equal(1, torn.Score(Statement).Sum(), 1e-6);
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        NetworkEnsemble networks = Ensemble(Leaning(0), Leaning(0), Leaning(1));
        NetworkEnsemble again = NetworkEnsemble.FromBytes(networks.ToBytes());
        Assert.Equal(networks.ToBytes(), again.ToBytes());
        Assert.Equal(networks.Score(Statement), again.Score(Statement));
    }

    [Fact]
    public void Bytes_that_end_too_early_or_lie_about_sizes_are_refused()
    {
        byte[] bytes = Ensemble(Leaning(0)).ToBytes();
        foreach (int length in (int[])[0, 3, 4, bytes.Length / 2, bytes.Length - 1])
            Assert.Throws<InvalidDataException>(() => NetworkEnsemble.FromBytes(bytes[..length]));
        Assert.Throws<InvalidDataException>(() => NetworkEnsemble.FromBytes([0xFF, 0xFF, 0xFF, 0x7F, .. bytes[4..]]));
    }

    [Fact]
    public void Rounding_weights_changes_little()
    {
        FeatureVocabulary vocabulary = FeatureVocabulary.Of([Statement], 1);
        float[] first = [.. Enumerable.Range(0, vocabulary.Count).Select(i => (i % 7) - 3.1f)];
        FeatureVector vector = vocabulary.Vector(Statement);
        float unit = vector.Slots.Zip(vector.Values, (slot, value) => first[slot] * value).Sum() + 50;
        float[] expected = [unit / 50, 0];
        Softmax.Apply(expected);
        Assert.Equal(expected[0], StatementNetwork.Round(first, [50], [0.02f, 0, 0, 0]).Score(vector)[0], 0.02);
    }

    // One hidden unit that says always the same.
    private static StatementNetwork Leaning(int label)
    {
        int slots = FeatureVocabulary.Of([Statement], 1).Count;
        return StatementNetwork.Round(new float[slots], [1], [label == 0 ? 3 : 0, label == 1 ? 3 : 0, 0, 0]);
    }

    private static NetworkEnsemble Ensemble(params StatementNetwork[] networks) => new(FeatureVocabulary.Of([Statement], 1), [.. networks]);
}

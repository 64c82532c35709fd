using Extraction.Learning.Features;

namespace Extraction.Learning.Tests.Features;

public sealed class FeatureVocabularyTests
{
    private static readonly StatementFeatures One = new("Ⓞ发布Ⓟ。", "Ⓞ 发布 Ⓟ 。 ", "first=Ⓞ has=Ⓞ has=Ⓟ rule=Release");
    private static readonly StatementFeatures Other = new("Ⓞ收购Ⓞ。", "Ⓞ 收购 Ⓞ 。 ", "first=Ⓞ has=Ⓞ rule=Acquisition");

    [Fact]
    public void Features_of_too_few_statements_are_not_known()
    {
        FeatureVocabulary all = FeatureVocabulary.Of([One, Other], 1), shared = FeatureVocabulary.Of([One, Other], 2), none = FeatureVocabulary.Of([One, Other], 3);
        Assert.InRange(shared.Count, 1, all.Count - 1);
        Assert.Equal(0, none.Count);
        Assert.Empty(none.Vector(One).Slots);
    }

    [Fact]
    public void Hashes_ascend_and_each_slot_is_one_of_them()
    {
        FeatureVocabulary vocabulary = FeatureVocabulary.Of([One, Other], 1);
        uint[] hashes = vocabulary.Hashes.ToArray();
        Assert.Equal(hashes.Distinct().Order(), hashes);
        FeatureVector vector = vocabulary.Vector(One);
        Assert.All(vector.Slots, slot => Assert.InRange(slot, 0, vocabulary.Count - 1));
        Assert.Equal(vector.Slots.Length, vector.Values.Length);
    }

    [Fact]
    public void Each_group_is_as_long_as_its_weight_and_shorter_where_something_is_unknown()
    {
        float expected = FeatureGroups.Of(One).Sum(group => group.Weight * group.Weight);
        Assert.Equal(expected, SquaresOf(FeatureVocabulary.Of([One], 1)), 1e-4);
        Assert.InRange(SquaresOf(FeatureVocabulary.Of([Other], 1)), 0.1, expected - 0.1);
    }

    [Fact]
    public void Groups_tell_what_stands_beside_a_name_and_what_shape_the_statement_has()
    {
        string[] features = [.. FeatureGroups.Of(new("•Ⓞ上线？", "• Ⓞ 上线 ？", "")).SelectMany(group => group.Features.Select(feature => group.Kind + feature))];
        Assert.Superset(new HashSet<string> { "nⓄ上", "nⓄ上线", "n•Ⓞ", "send:？", "sasks", "sbullet:•", "sorder:Ⓞ", "w上线", "d^•" }, features.ToHashSet());
    }

    private static double SquaresOf(FeatureVocabulary vocabulary) => vocabulary.Vector(One).Values.Sum(value => value * value);
}

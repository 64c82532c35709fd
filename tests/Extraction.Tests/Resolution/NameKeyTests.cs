using Extraction.Documents;
using Extraction.Resolution;

namespace Extraction.Tests.Resolution;

public class NameKeyTests
{
    [Theory]
    [InlineData("GPT-4", "gpt 4")]
    [InlineData("Ｏｐｅｎ ＡＩ", "OpenAI")]
    [InlineData("《“十四五”规划》", "十四五规划")]
    [InlineData("数据要素×行动", "数据要素x行动")]
    [InlineData("2024—2026年方案", "2024-2026年方案")]
    public void Spellings_of_one_name_share_a_key(string left, string right) => Assert.Equal(NameKey.Fold(left), NameKey.Fold(right));

    [Theory]
    [InlineData("GPT-4", "GPT-4V")]
    [InlineData("3.5", "35")]
    [InlineData("Model 2-7B", "Model 27B")]
    [InlineData("A", "A+")]
    [InlineData("甲云", "甲")]
    public void Different_names_do_not(string left, string right) => Assert.NotEqual(NameKey.Fold(left), NameKey.Fold(right));

    [Fact]
    public void A_name_of_punctuation_alone_has_a_key() => Assert.Equal("——", NameKey.Fold(" —— "));

    [Fact]
    public void Capital_i_and_small_l_look_alike_but_small_i_does_not()
    {
        Assert.Equal(NameKey.FoldLookAlikes("OpenAI"), NameKey.FoldLookAlikes("OpenAl"));
        Assert.NotEqual(NameKey.FoldLookAlikes("Ali"), NameKey.FoldLookAlikes("All"));
    }

    [Theory]
    [InlineData("盘古大模型3.0", "盘古3.0", true)]
    [InlineData("盘古系列大模型 V3.0", "盘古 3.0", true)]
    [InlineData("甲公司清泉大模型", "清泉", true)]
    [InlineData("大模型安全白皮书", "安全白皮书", false)]
    [InlineData("清泉2.0", "清泉3.0", false)]
    [InlineData("模型", "大模型", false)]
    public void Objects_meet_without_head_words_and_makers_but_with_their_versions(string left, string right, bool same)
    {
        var keys = new ObjectKeys(Facts.Options.HeadWords);
        string Key(string name) => keys.Of(new EventObject(name, "model", null), ["甲公司"]);
        Assert.Equal(same, Key(left) == Key(right));
    }

    [Fact]
    public void A_version_told_apart_from_the_name_counts()
    {
        var keys = new ObjectKeys(Facts.Options.HeadWords);
        Assert.Equal(keys.Of(new EventObject("清泉", "model", "3.0"), []), keys.Of(new EventObject("清泉大模型3.0", "model", "3.0"), []));
    }
}

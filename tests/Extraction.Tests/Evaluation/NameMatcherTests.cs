using Extraction.Evaluation;

namespace Extraction.Tests.Evaluation;

public class NameMatcherTests
{
    private static readonly NameMatcher Names = new([new("甲骨科技", ["Jiagu", "甲骨"]), new("乙方银行", ["YFB"])]);

    [Theory]
    [InlineData("《星云 2.0》", "星云20")]
    [InlineData("ＡＢ－Ｃ", "abc")]
    [InlineData("8×7B", "8x7b")]
    [InlineData(null, "")]
    public void What_does_not_count_is_folded_away(string? name, string folded) => Assert.Equal(folded, NameMatcher.Fold(name));

    [Theory]
    [InlineData("甲骨", "JIAGU", true)]
    [InlineData("甲骨科技", "甲骨科技（集团）", true)]
    [InlineData("乙方银行", "yfb", true)]
    [InlineData("乙方银行", "丙方银行", false)]
    [InlineData("AB", "ABC", false)]
    [InlineData("ABCD", "ABCDE", true)]
    public void An_organization_is_found_by_alias_or_containment(string wanted, string found, bool isSame) =>
        Assert.Equal(isSame, Names.IsAmong(wanted, ["无关公司", found]));

    [Theory]
    [InlineData("星云2.0", "星云 2.0", true)]
    [InlineData("星云", "星云大模型", true)]
    [InlineData("星云", "星云大模型开放平台专业版", false)]
    [InlineData("星云", "", false)]
    [InlineData("星云", "北斗", false)]
    public void An_object_is_the_same_when_one_name_is_a_large_part_of_the_other(string left, string right, bool isSame)
    {
        Assert.Equal(isSame, NameMatcher.IsSameObject(left, right));
        Assert.Equal(isSame, NameMatcher.IsSameObject(right, left));
    }
}

using Extraction.Assembly;

namespace Extraction.Tests.Assembly;

public class ArgumentsTests
{
    [Theory]
    [InlineData("完成B轮融资", "B")]
    [InlineData("完成A+轮融资", "A+")]
    [InlineData("完成C++轮融资", "C++")]
    [InlineData("完成 D2 轮融资", "D2")]
    [InlineData("完成Pre-A轮融资", "Pre-A")]
    [InlineData("完成PreB轮融资", "PreB")]
    [InlineData("完成Pre-IPO轮融资", "Pre-IPO")]
    [InlineData("完成天使轮融资", "天使")]
    [InlineData("完成天使+轮融资", "天使+")]
    [InlineData("完成种子轮融资", "种子")]
    [InlineData("获得战略融资", "战略")]
    [InlineData("完成首轮融资", "首")]
    [InlineData("完成E系列融资", "E")]
    [InlineData("完成新一轮融资", null)]
    [InlineData("登陆A股并融资", null)]
    [InlineData("发布B型芯片", null)]
    public void The_round_is_what_stands_before_the_word(string clause, string? round) => Assert.Equal(round, Arguments.Round(clause));
}

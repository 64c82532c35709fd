using Extraction.Recognition.Dates;

namespace Extraction.Tests.Recognition.Dates;

public class PatternStartTests
{
    [Theory]
    [InlineData("ab", "ab")]
    [InlineData("a?bc", "ab bc")]
    [InlineData("(?:a|bc)d", "ad bc")]
    [InlineData("(?<y>[0-2])年", "0年 1年 2年")]
    [InlineData("a{0,2}b-c", "aa ab b-")]
    [InlineData(@"a\.", "a.")]
    [InlineData("(?i:q)1", "Q1 q1")]
    public void Names_the_two_characters_that_a_match_can_begin_with(string pattern, string expected) =>
        Assert.Equal(expected, string.Join(' ', PatternStart.Of(pattern).Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("a")]
    [InlineData("ab?")]
    [InlineData("[^a]b")]
    [InlineData(@"\dab")]
    [InlineData("(?=a)bc")]
    [InlineData(".bc")]
    [InlineData("(ab")]
    public void Refuses_what_it_cannot_be_sure_of(string pattern) => Assert.Throws<NotSupportedException>(() => PatternStart.Of(pattern));
}

using Extraction.Recognition.Dates;

namespace Extraction.Tests.Recognition.Dates;

public class DateArithmeticTests
{
    [Theory]
    [InlineData("2023-03", "2023-03-16", true)]
    [InlineData("2023-03-16", "2023-03", false)]
    [InlineData("2023-Q1", "2023-03", true)]
    [InlineData("2023-H2", "2023-Q4", true)]
    [InlineData("2023-H2", "2023-Q2", false)]
    [InlineData("2023", "2023", true)]
    [InlineData("2023-06/2023-08", "2023-07-31", true)]
    [InlineData("2023-06/2023-08", "2023-09-01", false)]
    [InlineData("2021/2023", "2022-02", true)]
    public void Outer_contains_inner(string outer, string inner, bool expected) => Assert.Equal(expected, DateArithmetic.Contains(outer, inner));

    [Theory]
    [InlineData("2023", "2023-03-16", "2023-03-16")]
    [InlineData("2023-03-16", "2023-03", "2023-03-16")]
    [InlineData("2023-Q2", "2023-Q3", null)]
    [InlineData("2023-06/2023-08", "2023", "2023-06/2023-08")]
    public void Finer_of_two_that_agree(string first, string second, string? expected) => Assert.Equal(expected, DateArithmetic.Finer(first, second));

    [Theory]
    [InlineData("2023", "2023-01", 1)]
    [InlineData("2022-12-31", "2023", -1)]
    [InlineData("2023-Q1", "2023-Q1", 0)]
    public void Compare_orders_by_first_day_then_the_finer_first(string first, string second, int expected) =>
        Assert.Equal(expected, Math.Sign(DateArithmetic.Compare(first, second)));

    [Theory]
    [InlineData("")]
    [InlineData("23")]
    [InlineData("2023-13")]
    [InlineData("2023-02-30")]
    [InlineData("2023-Q5")]
    [InlineData("2023-08/2023-06")]
    [InlineData("0000")]
    public void Other_values_are_refused(string value) => Assert.Throws<FormatException>(() => DateArithmetic.Days(value));
}

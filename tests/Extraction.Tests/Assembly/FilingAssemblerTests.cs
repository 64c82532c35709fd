using Extraction.Assembly;

namespace Extraction.Tests.Assembly;

public class FilingAssemblerTests
{
    [Theory]
    [InlineData("第二批", 2)]
    [InlineData("第2批", 2)]
    [InlineData("3", 3)]
    [InlineData("一批次", 1)]
    [InlineData("第十批", 10)]
    [InlineData("第十二批", 12)]
    [InlineData("第二十批", 20)]
    [InlineData("第二十三批", 23)]
    [InlineData("首批", null)]
    [InlineData("第二季度", null)]
    [InlineData("", null)]
    [InlineData("二三", null)]
    public void A_batch_is_a_number_in_digits_or_characters(string text, int? number) => Assert.Equal(number, FilingAssembler.BatchNumber(text));
}

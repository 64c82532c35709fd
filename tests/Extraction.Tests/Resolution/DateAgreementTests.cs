using Extraction.Resolution;

namespace Extraction.Tests.Resolution;

public class DateAgreementTests
{
    [Theory]
    [InlineData("2023", "2023-06", true)]
    [InlineData("2023-Q2", "2023-06-30", true)]
    [InlineData("2023-Q2", "2023-07", false)]
    [InlineData("2023-H2", "2023-Q4", true)]
    [InlineData("2023-06/2023-08", "2023-07-15", true)]
    [InlineData("2023-06/2023-08", "2023-08/2023-09", false)]
    [InlineData("2023-06", "2019", false)]
    [InlineData("2024-02-29", "2024-02", true)]
    [InlineData("0000", "2023", false)]
    [InlineData("2023-13", "2023", false)]
    [InlineData("2023-02-30", "2023-02", false)]
    public void Dates_agree_when_one_contains_the_other(string left, string right, bool agree)
    {
        Assert.Equal(agree, DateAgreement.Agree(left, right));
        Assert.Equal(agree, DateAgreement.Agree(right, left));
    }

    [Fact]
    public void Finer_dates_cover_fewer_days() =>
        Assert.Equal([1, 30, 91, 184, 365, int.MaxValue], ((string[])["2023-06-01", "2023-06", "2023-Q2", "2023-H2", "2023", "近日"]).Select(DateAgreement.Width));
}

using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Tests.OpenXml;

public class NumberFormatTests
{
    [Theory]
    [InlineData("0.20739999999999997", "0.00%", "20.74%")]
    [InlineData("0.5", "0%", "50%")]
    [InlineData("1234567.5", "#,##0", "1,234,568")]
    [InlineData("1234.5", "#,##0.00", "1,234.50")]
    [InlineData("12.3", "0.0\"亿元\"", "12.3亿元")]
    [InlineData("-3", "0.0;[Red]-0.0", "-3.0")]
    [InlineData("25", "[$¥-804]0", "¥25")]
    [InlineData("1500", "#,##0,", "2")]
    [InlineData("0.28999999999999998", "General", "0.29")]
    [InlineData("100000000", null, "100000000")]
    [InlineData("45000", "yyyy\\-mm", "2023-03")]
    [InlineData("45000", "yyyy/m/d", "2023/3/15")]
    [InlineData("45000", "m/d/yyyy", "2023-03-15")]
    [InlineData("45000", "[$-804]yyyy\"年\"m\"月\";@", "2023年3月")]
    [InlineData("45000", "yyyy-mmm", "2023-03")]
    [InlineData("12.5", "0.0\"%\"", "12.5%")]
    [InlineData("12.5", "General\"人\"", "12.5人")]
    [InlineData("1E+20", "General", "100000000000000000000")]
    [InlineData("无", "0.0", "无")]
    public void A_value_is_shown_as_its_code_says(string value, string? code, string shown) =>
        Assert.Equal(shown, NumberFormat.Apply(value, code));
}

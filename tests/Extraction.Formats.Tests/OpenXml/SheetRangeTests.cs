using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Tests.OpenXml;

public class SheetRangeTests
{
    [Theory]
    [InlineData("Sheet1!$B$2:$B$5", "Sheet1 2,2 4x1")]
    [InlineData("'2023年 数据'!$A$1", "2023年 数据 1,1 1x1")]
    [InlineData("'It''s'!$AA$10:$AB$10", "It's 10,27 1x2")]
    [InlineData("[Book1.xlsx]Sheet1!B2", "Sheet1 2,2 1x1")]
    [InlineData("(Sheet1!$A$2:$A$3,Sheet1!$A$5)", "Sheet1 2,1 2x1|Sheet1 5,1 1x1")]
    [InlineData("_xlchart.v1.0", "")]
    [InlineData("#REF!", "")]
    public void A_formula_names_ranges(string formula, string expected) => Assert.Equal(
        expected, string.Join('|', SheetRange.Parse(formula).Select(range => $"{range.Sheet} {range.Row},{range.Column} {range.Rows}x{range.Columns}")));
}

using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Tests.OpenXml;

public class NumberSchemeTests
{
    [Theory]
    [InlineData("arabicPeriod", 3, "3.")]
    [InlineData("arabicParenR", 3, "3)")]
    [InlineData("arabicParenBoth", 12, "(12)")]
    [InlineData("arabicPlain", 7, "7")]
    [InlineData("arabicDbPeriod", 12, "１２．")]
    [InlineData("alphaLcPeriod", 2, "b.")]
    [InlineData("alphaUcParenR", 27, "AA)")]
    [InlineData("romanLcPeriod", 4, "iv.")]
    [InlineData("romanUcParenBoth", 19, "(XIX)")]
    [InlineData("circleNumDbPlain", 3, "③")]
    [InlineData("circleNumDbPlain", 21, "21")]
    [InlineData("circleNumWdBlackPlain", 2, "❷")]
    [InlineData("ea1ChsPeriod", 3, "三、")]
    [InlineData("ea1ChsPlain", 10, "十")]
    [InlineData("ea1JpnChsDbPeriod", 15, "十五、")]
    [InlineData("ea1ChsPeriod", 20, "二十、")]
    [InlineData("ea1ChsPeriod", 99, "九十九、")]
    [InlineData("unheardOf", 5, "5")]
    public void A_number_is_written_as_its_scheme_says(string scheme, int number, string shown) => Assert.Equal(shown, NumberScheme.Show(scheme, number));

    [Fact]
    public void A_list_goes_on_behind_deeper_levels_and_starts_again_behind_upper_ones_and_other_paragraphs()
    {
        PartElement period = Numbering("arabicPeriod"), letter = Numbering("alphaLcPeriod"), late = Numbering("arabicPeriod", "5");
        var numbers = new AutoNumbers();

        string?[] labels = [.. new (int Level, PartElement? Number)[] { (0, period), (1, letter), (1, letter), (0, period), (1, letter), (0, null), (0, period), (0, late), (0, late) }
            .Select(paragraph => numbers.Next(paragraph.Level, paragraph.Number))];

        Assert.Equal(new string?[] { "1.", "a.", "b.", "2.", "a.", null, "1.", "5.", "6." }, labels);
    }

    private static PartElement Numbering(string type, string? start = null) =>
        new(OoxmlNames.A + "buAutoNum", [new("type", type), .. start is null ? Array.Empty<PartAttribute>() : [new("startAt", start)]]);
}

using Extraction.Formats.Docx.Lists;

namespace Extraction.Formats.Tests.Docx.Lists;

public class ListNumbersTests
{
    [Theory]
    [InlineData("decimal", 12, "12")]
    [InlineData("decimalZero", 7, "07")]
    [InlineData("upperRoman", 1994, "MCMXCIV")]
    [InlineData("lowerRoman", 4, "iv")]
    [InlineData("upperLetter", 28, "BB")]
    [InlineData("lowerLetter", 3, "c")]
    [InlineData("ordinal", 22, "22nd")]
    [InlineData("ordinal", 112, "112th")]
    [InlineData("cardinalText", 42, "Forty-two")]
    [InlineData("decimalFullWidth", 10, "１０")]
    [InlineData("decimalEnclosedCircle", 20, "⑳")]
    [InlineData("decimalEnclosedCircleChinese", 21, "㉑")]
    [InlineData("decimalEnclosedCircle", 51, "51")]
    [InlineData("decimalEnclosedParen", 3, "⑶")]
    [InlineData("decimalEnclosedFullstop", 3, "⒊")]
    [InlineData("ideographEnclosedCircle", 2, "㊁")]
    [InlineData("ideographTraditional", 3, "丙")]
    [InlineData("ideographZodiac", 12, "亥")]
    [InlineData("ideographZodiacTraditional", 13, "丙子")]
    [InlineData("numberInDash", 5, "- 5 -")]
    [InlineData("none", 5, "")]
    [InlineData("aFormatOfTheFuture", 5, "5")]
    public void Numbers_are_written_as_Word_shows_them(string format, int number, string shown) => Assert.Equal(shown, ListNumbers.Write(number, format));

    [Theory]
    [InlineData("chineseCounting", 10, "十")]
    [InlineData("chineseCounting", 11, "十一")]
    [InlineData("chineseCountingThousand", 20, "二十")]
    [InlineData("chineseCountingThousand", 101, "一百〇一")]
    [InlineData("chineseCountingThousand", 110, "一百一十")]
    [InlineData("chineseCountingThousand", 1001, "一千〇一")]
    [InlineData("chineseCountingThousand", 10010, "一万〇一十")]
    [InlineData("chineseLegalSimplified", 123, "壹佰贰拾叁")]
    [InlineData("ideographLegalTraditional", 12, "壹拾貳")]
    [InlineData("ideographDigital", 10, "一〇")]
    [InlineData("taiwaneseCountingThousand", 105, "一百零五")]
    [InlineData("japaneseCounting", 111, "百十一")]
    [InlineData("koreanCounting", 12, "십이")]
    public void Chinese_numerals_follow_their_counting_system(string format, int number, string shown) => Assert.Equal(shown, ListNumbers.Write(number, format));

    [Fact]
    public void A_custom_format_pads_to_its_pattern() => Assert.Equal("007", ListNumbers.Write(7, "custom", "001, 002, 003, ..."));

    [Fact]
    public void No_number_makes_a_label_of_unbounded_length() => Assert.Equal("1000000000", ListNumbers.Write(1_000_000_000, "upperLetter"));
}

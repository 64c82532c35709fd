using System.Globalization;
using System.Text;

namespace Extraction.Formats.Docx.Lists;

/// <summary>A way of writing numbers with digits and the words for ten, hundred, thousand (三百二十一), or with digits alone (三二一).</summary>
/// <param name="Digits">From zero to nine.</param>
/// <param name="Units">Ten, hundred, thousand; empty where numbers are written digit by digit.</param>
/// <param name="Large">Ten thousand and a hundred million.</param>
/// <param name="HasZeros">Whether gaps inside a number are spoken: 一百〇一.</param>
/// <param name="DropsFirstOne">Whether ten to nineteen begin with ten: 十一.</param>
/// <param name="DropsAllOnes">Whether no unit ever says one: 百十.</param>
internal sealed record Numerals(string Digits, string Units, string Large, bool HasZeros, bool DropsFirstOne, bool DropsAllOnes)
{
    public static readonly Numerals ChineseDigits = new("〇一二三四五六七八九", "", "", true, false, false);
    public static readonly Numerals TaiwaneseDigits = ChineseDigits with { Digits = "○一二三四五六七八九" };
    public static readonly Numerals KoreanDigits = ChineseDigits with { Digits = "영일이삼사오육칠팔구" };
    public static readonly Numerals HanjaDigits = ChineseDigits with { Digits = "零一二三四五六七八九" };
    public static readonly Numerals Chinese = new("〇一二三四五六七八九", "十百千", "万亿", true, true, false);
    public static readonly Numerals Taiwanese = Chinese with { Digits = "零一二三四五六七八九", Large = "萬億" };
    public static readonly Numerals ChineseLegal = new("零壹贰叁肆伍陆柒捌玖", "拾佰仟", "万亿", true, false, false);
    public static readonly Numerals TraditionalLegal = new("零壹貳參肆伍陸柒捌玖", "拾佰仟", "萬億", true, false, false);
    public static readonly Numerals Japanese = new("〇一二三四五六七八九", "十百千", "万億", false, false, true);
    public static readonly Numerals JapaneseLegal = new("零壱弐参四五六七八九", "拾百阡", "萬億", false, false, false);
    public static readonly Numerals Korean = new("영일이삼사오육칠팔구", "십백천", "만억", false, false, true);

    /// <summary>The number in words; zero and up.</summary>
    public string Write(int number)
    {
        string decimals = number.ToString(CultureInfo.InvariantCulture);
        if (Units.Length == 0 || number == 0) return string.Concat(decimals.Select(digit => Digits[digit - '0']));
        var words = new StringBuilder();
        bool gap = false;
        bool groupHasDigits = false;
        for (int i = 0; i < decimals.Length; i++)
        {
            int place = decimals.Length - 1 - i;
            int digit = decimals[i] - '0';
            if (digit > 0)
            {
                if (gap && HasZeros) words.Append(Digits[0]);
                AppendDigit(words, digit, place);
                groupHasDigits = true;
            }
            gap = digit == 0;
            if (place % 4 != 0 || place == 0 || !groupHasDigits) continue;
            words.Append(Large[(place / 4) - 1]);
            groupHasDigits = false;
        }
        return words.ToString();
    }

    private void AppendDigit(StringBuilder words, int digit, int place)
    {
        int unit = place % 4;
        bool isDropped = digit == 1 && unit > 0 && (DropsAllOnes || (DropsFirstOne && unit == 1 && words.Length == 0));
        if (!isDropped) words.Append(Digits[digit]);
        if (unit > 0) words.Append(Units[unit - 1]);
    }
}

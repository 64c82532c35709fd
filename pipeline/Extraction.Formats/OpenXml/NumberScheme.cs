using System.Globalization;
using System.Text;

namespace Extraction.Formats.OpenXml;

/// <summary>Writes the numbers of automatic lists (<c>ST_TextAutonumberScheme</c>).</summary>
internal static class NumberScheme
{
    private const string ChineseDigits = "零一二三四五六七八九";
    private static readonly (int Value, string Sign)[] Roman =
        [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];

    /// <summary>The number as a scheme writes it, e.g. <c>3.</c>, <c>(c)</c>, <c>③</c> or <c>三、</c>. A scheme that is not known writes digits.</summary>
    /// <param name="scheme">Name of the scheme, such as <c>arabicPeriod</c>.</param>
    /// <param name="number">1 or more.</param>
    public static string Show(string scheme, int number)
    {
        string digits = Digits(scheme, number);
        if (scheme.EndsWith("ParenBoth", StringComparison.Ordinal)) return $"({digits})";
        if (scheme.EndsWith("ParenR", StringComparison.Ordinal)) return digits + ")";
        if (scheme.EndsWith("Minus", StringComparison.Ordinal)) return digits + "-";
        if (!scheme.EndsWith("Period", StringComparison.Ordinal)) return digits;
        bool isChinese = scheme.StartsWith("ea1", StringComparison.Ordinal) && scheme != "ea1JpnKorPeriod";
        return digits + (isChinese ? "、" : scheme == "arabicDbPeriod" ? "．" : ".");
    }

    private static string Digits(string scheme, int number)
    {
        string plain = number.ToString(CultureInfo.InvariantCulture);
        if (scheme.StartsWith("alphaLc", StringComparison.Ordinal)) return Letters(number).ToLowerInvariant();
        if (scheme.StartsWith("alphaUc", StringComparison.Ordinal)) return Letters(number);
        if (scheme.StartsWith("romanLc", StringComparison.Ordinal)) return RomanNumber(number).ToLowerInvariant();
        if (scheme.StartsWith("romanUc", StringComparison.Ordinal)) return RomanNumber(number);
        if (scheme.StartsWith("ea1", StringComparison.Ordinal)) return Chinese(number);
        if (scheme.StartsWith("arabicDb", StringComparison.Ordinal)) return string.Concat(plain.Select(digit => (char)(digit - '0' + '０')));
        if (scheme == "circleNumWdBlackPlain") return number <= 10 ? ((char)('❶' + number - 1)).ToString() : plain;
        return scheme.StartsWith("circleNum", StringComparison.Ordinal) && number <= 20 ? ((char)('①' + number - 1)).ToString() : plain;
    }

    // a … z, aa, bb, …: the letter is repeated
    private static string Letters(int number) => new((char)('A' + (number - 1) % 26), Math.Min((number - 1) / 26 + 1, 100));

    private static string RomanNumber(int number)
    {
        var text = new StringBuilder();
        foreach ((int value, string sign) in Roman)
            for (; number >= value; number -= value) text.Append(sign);
        return text.ToString();
    }

    private static string Chinese(int number)
    {
        if (number >= 100) return string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => ChineseDigits[digit - '0']));
        string tens = number >= 20 ? ChineseDigits[number / 10] + "十" : number >= 10 ? "十" : "";
        return tens + (number % 10 > 0 || number == 0 ? ChineseDigits[number % 10].ToString() : "");
    }
}

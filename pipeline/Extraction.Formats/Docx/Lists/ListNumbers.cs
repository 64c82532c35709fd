using System.Globalization;
using System.Text;

namespace Extraction.Formats.Docx.Lists;

/// <summary>Writes a list's numbers in the formats that Word has (<c>w:numFmt</c>).</summary>
internal static class ListNumbers
{
    private const int LargestRoman = 32767;
    private const int MostRepeats = 30;
    private const string Latin = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Cyrillic = "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Branches = "子丑寅卯辰巳午未申酉戌亥";
    private const string Kana = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
    private const string Iroha = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン";
    private const string Hangul = "가나다라마바사아자차카타파하";
    private const string Jamo = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ";
    private static readonly string[] Ones =
        ["", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve", "Thirteen",
         "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen"];
    private static readonly string[] Tens = ["", "", "Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"];
    private static readonly (int Value, string Sign)[] Roman =
        [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];

    /// <summary>A number in a format; formats that are not known, and numbers beyond a format's reach, are written in digits.</summary>
    /// <param name="number">Zero and up.</param>
    /// <param name="format">Value of <c>w:numFmt</c>.</param>
    /// <param name="custom">The pattern of a custom format: <c>001, 002, …</c>.</param>
    public static string Write(int number, string format, string? custom = null) => format switch
    {
        "none" or "bullet" => "",
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "custom" => number.ToString(new string('0', Math.Clamp(custom?.TakeWhile(char.IsAsciiDigit).Count() ?? 0, 1, 9)), CultureInfo.InvariantCulture),
        "hex" => number.ToString("X", CultureInfo.InvariantCulture),
        "numberInDash" => $"- {Digits(number)} -",
        "decimalFullWidth" or "decimalFullWidth2" => string.Concat(Digits(number).Select(digit => (char)(digit - '0' + '０'))),
        "ordinal" => Digits(number) + OrdinalEnd(number),
        "cardinalText" => Cardinal(number),
        "upperRoman" => InRoman(number),
        "lowerRoman" => InRoman(number).ToLowerInvariant(),
        _ => InWords(number, format) ?? InLetters(number, format) ?? Digits(number),
    };

    private static string? InWords(int number, string format) => format switch
    {
        "chineseCounting" or "chineseCountingThousand" => Numerals.Chinese.Write(number),
        "taiwaneseCounting" or "taiwaneseCountingThousand" => Numerals.Taiwanese.Write(number),
        "chineseLegalSimplified" => Numerals.ChineseLegal.Write(number),
        "ideographLegalTraditional" => Numerals.TraditionalLegal.Write(number),
        "ideographDigital" or "japaneseDigitalTenThousand" => Numerals.ChineseDigits.Write(number),
        "taiwaneseDigital" => Numerals.TaiwaneseDigits.Write(number),
        "japaneseCounting" => Numerals.Japanese.Write(number),
        "japaneseLegal" => Numerals.JapaneseLegal.Write(number),
        "koreanCounting" or "koreanLegal" => Numerals.Korean.Write(number),
        "koreanDigital" => Numerals.KoreanDigits.Write(number),
        "koreanDigital2" => Numerals.HanjaDigits.Write(number),
        _ => null,
    };

    private static string? InLetters(int number, string format) => format switch
    {
        "upperLetter" => Repeated(number, Latin),
        "lowerLetter" => Repeated(number, Latin)?.ToLowerInvariant(),
        "russianUpper" => Repeated(number, Cyrillic),
        "russianLower" => Repeated(number, Cyrillic)?.ToLowerInvariant(),
        "chicago" => Repeated(number, "*†‡§"),
        "ideographTraditional" => Cycled(number, Stems),
        "ideographZodiac" => Cycled(number, Branches),
        "ideographZodiacTraditional" => Cycled(number, Stems) + Cycled(number, Branches),
        "aiueo" or "aiueoFullWidth" => Cycled(number, Kana),
        "iroha" or "irohaFullWidth" => Cycled(number, Iroha),
        "ganada" => Cycled(number, Hangul),
        "chosung" => Cycled(number, Jamo),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => Circled(number),
        "decimalEnclosedFullstop" => Enclosed(number, '⒈', 20),
        "decimalEnclosedParen" => Enclosed(number, '⑴', 20),
        "ideographEnclosedCircle" => Enclosed(number, '㊀', 10),
        _ => null,
    };

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Cycled(int number, string letters) => number < 1 ? null : letters[(number - 1) % letters.Length].ToString();

    // behind Z come AA, BB, CC
    private static string? Repeated(int number, string letters) =>
        number < 1 || (number - 1) / letters.Length >= MostRepeats ? null : new string(letters[(number - 1) % letters.Length], ((number - 1) / letters.Length) + 1);

    private static string? Circled(int number) => number switch
    {
        0 => "⓪",
        <= 20 => Enclosed(number, '①', 20),
        <= 35 => Enclosed(number - 20, '㉑', 15),
        _ => Enclosed(number - 35, '㊱', 15),
    };

    private static string? Enclosed(int number, char first, int most) => number < 1 || number > most ? null : ((char)(first + number - 1)).ToString();

    private static string InRoman(int number)
    {
        if (number is < 1 or > LargestRoman) return Digits(number);
        var text = new StringBuilder();
        foreach ((int value, string sign) in Roman)
            for (; number >= value; number -= value) text.Append(sign);
        return text.ToString();
    }

    private static string OrdinalEnd(int number) => (number % 100) is >= 11 and <= 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };

    private static string Cardinal(int number)
    {
        if (number is < 1 or > 99) return Digits(number);
        if (number < Ones.Length) return Ones[number];
        return number % 10 == 0 ? Tens[number / 10] : Tens[number / 10] + "-" + Ones[number % 10].ToLowerInvariant();
    }
}

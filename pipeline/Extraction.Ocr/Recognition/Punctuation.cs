using System.Text.RegularExpressions;

namespace Extraction.Ocr.Recognition;

/// <summary>
/// Gives marks back what the network cannot tell apart in 48 pixels and the text around them decides: between Chinese characters a mark
/// fills a whole square, letters and digits set widely are no full-width ones, a lying stroke between digits is a dash, brackets come in pairs of
/// a kind, the year of an official document's number stands in tortoise-shell brackets, and a dot or a closing mark that a line begins with is a
/// bullet, since no Chinese line begins with such a mark.
/// </summary>
internal static partial class Punctuation
{
    private const string Half = ",;:?!()";
    private const string Full = "，；：？！（）";

    /// <summary>The text with as many UTF-16 units, its marks repaired.</summary>
    public static string Repair(string text)
    {
        char[] result = text.ToCharArray();
        for (int index = 0; index < result.Length; index++) result[index] = Narrowed(result, index);
        for (int index = 0; index < result.Length; index++) result[index] = Widened(result, index);
        Quote(result);
        Brackets.Pair(result);
        if (result.Length > 1) result[0] = Bullet(result[0]);
        return DocumentYear().Replace(new string(result), "〔$1〕$2");
    }

    /// <summary>Letters, digits and the points and dashes between them.</summary>
    private static char Narrowed(char[] text, int index)
    {
        bool isBetweenDigits = index > 0 && index + 1 < text.Length && char.IsAsciiDigit(text[index - 1]) && IsDigit(text[index + 1]);
        return text[index] switch
        {
            (>= '０' and <= '９') or (>= 'Ａ' and <= 'Ｚ') or (>= 'ａ' and <= 'ｚ') => (char)(text[index] - '０' + '0'),
            '．' when isBetweenDigits => '.',
            '一' when isBetweenDigits => '—',
            // the only character that a numeral mark follows
            '－' or '—' when index == 0 && text.Length > 1 && text[1] == '、' => '一',
            // a full-width hyphen is not written in Chinese; the dash between years, places and parts is
            '－' => '—',
            char other => other,
        };
    }

    private static bool IsDigit(char each) => each is (>= '0' and <= '9') or (>= '０' and <= '９');

    private static char Widened(char[] text, int index)
    {
        if (text[index] == '丶' && IsWideAround(text, index)) return '、';
        int mark = Half.IndexOf(text[index], StringComparison.Ordinal);
        return mark >= 0 && IsChineseAround(text, index) ? Full[mark] : text[index];
    }

    /// <summary>A straight quotation mark among Chinese characters opens a quotation or ends it.</summary>
    private static void Quote(char[] text)
    {
        bool isQuoted = false;
        for (int index = 0; index < text.Length; index++)
        {
            if (text[index] == '"' && IsWideAround(text, index)) text[index] = isQuoted ? '”' : '“';
            // an opening mark has something to open: neither a closing mark nor the end of the line follows it
            if (text[index] == '“' && index > 0 && (index + 1 == text.Length || IsClosing(text[index + 1]))) text[index] = '”';
            if (text[index] is '“' or '”') isQuoted = text[index] == '“';
        }
    }

    private static bool IsClosing(char each) => each is '，' or '。' or '、' or '；' or '）' or '》' or '！' or '？';

    private static char Bullet(char first) => first switch
    {
        '。' => '◦',
        '·' or '：' or '』' or '．' => '•',
        _ => first,
    };

    private static bool IsChineseAround(char[] text, int index)
    {
        bool before = index > 0 && IsWide(text[index - 1]), after = index + 1 < text.Length && IsWide(text[index + 1]);
        return before || (text[index] == '(' && after);
    }

    private static bool IsWideAround(char[] text, int index) => (index > 0 && IsWide(text[index - 1])) || (index + 1 < text.Length && IsWide(text[index + 1]));

    /// <summary>Whether a character fills a whole square.</summary>
    public static bool IsWide(char each) => each is >= '\u2E80' and <= '\uA4CF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFFEF';

    [GeneratedRegex(@"[\[【〔（(]((?:19|20)[0-9]{2})[\]】〕）)]([0-9]{1,5}号)", RegexOptions.CultureInvariant)]
    private static partial Regex DocumentYear();
}

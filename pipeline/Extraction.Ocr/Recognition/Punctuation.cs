using System.Text.RegularExpressions;

namespace Extraction.Ocr.Recognition;

/// <summary>
/// Gives marks back what the network cannot tell apart in 48 pixels and the text around them decides: between Chinese characters a mark
/// fills a whole square, letters and digits set widely are no full-width ones, brackets come in pairs of a kind, the year of an official document's number stands in tortoise-shell brackets,
/// and a dot or a closing mark that a line begins with is a bullet, since no Chinese line begins with such a mark.
/// </summary>
internal static partial class Punctuation
{
    private const string Half = ",;:?!()";
    private const string Full = "，；：？！（）";

    /// <summary>The text with as many UTF-16 units, its marks repaired.</summary>
    public static string Repair(string text)
    {
        char[] result = text.ToCharArray();
        int open = -1;
        bool isQuoted = false;
        for (int index = 0; index < result.Length; index++)
        {
            if (result[index] is (>= '０' and <= '９') or (>= 'Ａ' and <= 'Ｚ') or (>= 'ａ' and <= 'ｚ')) result[index] = (char)(result[index] - '０' + '0');
            if (result[index] is '"' && IsWideAround(result, index)) result[index] = isQuoted ? '”' : '“';
            if (result[index] is '“' or '”') isQuoted = result[index] == '“';
            if (result[index] is '丶' && IsWideAround(result, index)) result[index] = '、';
            int mark = Half.IndexOf(result[index], StringComparison.Ordinal);
            if (mark >= 0 && (IsChineseAround(result, index) || (result[index] == ')' && open >= 0))) result[index] = Full[mark];
            if (result[index] == '（') open = index;
            if (result[index] is '）' or ')') open = -1;
        }
        if (result.Length > 1) result[0] = Bullet(result[0]);
        return DocumentYear().Replace(new string(result), "〔$1〕$2");
    }

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

    private static bool IsWide(char each) => each is >= '\u2E80' and <= '\uA4CF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFFEF';

    [GeneratedRegex(@"[\[【〔（(]((?:19|20)[0-9]{2})[\]】〕）)]([0-9]{1,5}号)", RegexOptions.CultureInvariant)]
    private static partial Regex DocumentYear();
}

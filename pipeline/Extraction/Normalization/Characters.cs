namespace Extraction.Normalization;

/// <summary>What kind of character a UTF-16 unit is, as far as spaces and line ends are concerned.</summary>
internal static class Characters
{
    /// <summary>An ideograph, or half of one outside the basic plane.</summary>
    public static bool IsHan(char c) =>
        c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or '〇' or >= '\uD840' and <= '\uD88F' or >= '\uF900' and <= '\uFAFF';

    /// <summary>An ideograph, kana, or punctuation that is set without spaces around it.</summary>
    public static bool IsEastAsian(char c) =>
        IsHan(c) || c is >= '\u2E80' and <= '\u30FF' or >= '\u3200' and <= '\u33FF' or >= '\uFF00' and <= '\uFFEF';

    /// <summary>A letter of the Latin alphabet, accents included.</summary>
    public static bool IsLatin(char c) => char.IsAsciiLetter(c) || c is >= '\u00C0' and < '\u0250' and not ('×' or '÷');

    /// <summary>A Latin letter or a figure.</summary>
    public static bool IsAlphanumeric(char c) => IsLatin(c) || char.IsAsciiDigit(c);

    /// <summary>A sign that stands inside words, names and numbers.</summary>
    public static bool IsConnector(char c) => c is '-' or '.' or '_' or '/' or ':' or '%' or '\'' or '&' or '+' or '#' or '@' or ',';

    /// <summary>A character of a Latin word, a name or a number.</summary>
    public static bool IsWord(char c) => IsAlphanumeric(c) || IsConnector(c);

    /// <summary>A mark of Chinese punctuation that is set without spaces around it.</summary>
    public static bool IsChineseMark(char c) =>
        c is '，' or '。' or '、' or '；' or '：' or '？' or '！' or '（' or '）' or '“' or '”' or '‘' or '’' or (>= '《' and <= '】') or '〔' or '〕' or '〈' or '〉';

    /// <summary>White space as it is left after controls and widths are repaired.</summary>
    public static bool IsSpace(char c) => c is ' ' or '\t' or '\n';

    /// <summary>The character before a position, <c>\n</c> at the start.</summary>
    public static char Before(string text, int position) => position > 0 ? text[position - 1] : '\n';

    /// <summary>The character at a position, <c>\n</c> at the end.</summary>
    public static char At(string text, int position) => position < text.Length ? text[position] : '\n';
}

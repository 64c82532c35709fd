namespace Extraction.Ocr.Recognition;

/// <summary>
/// Gives Chinese sentences their full-width marks back: in 48 pixels the network cannot tell a comma that fills a whole square from one
/// that does not, but between Chinese characters only the first is printed.
/// </summary>
internal static class Punctuation
{
    private const string Half = ",;:?!()";
    private const string Full = "，；：？！（）";

    /// <summary>The text with as many UTF-16 units, marks beside Chinese characters full.</summary>
    public static string Repair(string text)
    {
        char[] result = text.ToCharArray();
        for (int index = 0; index < result.Length; index++)
        {
            int mark = Half.IndexOf(result[index], StringComparison.Ordinal);
            if (mark >= 0 && IsChineseAround(result, index)) result[index] = Full[mark];
        }
        return new string(result);
    }

    private static bool IsChineseAround(char[] text, int index)
    {
        bool before = index > 0 && IsWide(text[index - 1]), after = index + 1 < text.Length && IsWide(text[index + 1]);
        bool opens = text[index] == '(', isOutside = opens ? after || (before && index + 1 == text.Length) : before;
        return isOutside || (before && after);
    }

    private static bool IsWide(char each) => each is >= '\u2E80' and <= '\uA4CF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFFEF';
}

namespace Extraction.Segmentation;

/// <summary>The character classes of jieba 0.42.1's regular expressions.</summary>
internal static class JiebaCharacters
{
    /// <summary><c>[\u4E00-\u9FD5]</c>.</summary>
    public const char FirstHan = '\u4E00';

    /// <summary>The last character of that class.</summary>
    public const char LastHan = '\u9FD5';

    /// <summary><c>[\u4E00-\u9FD5]</c>: what the hidden Markov model cuts.</summary>
    public static bool IsHan(char character) => character is >= FirstHan and <= LastHan;

    /// <summary><c>\s</c> of Python.</summary>
    public static bool IsSpace(char character) => char.IsWhiteSpace(character) || character is >= '\x1C' and <= '\x1F';

    /// <summary><c>[\u4E00-\u9FD5a-zA-Z0-9+#&amp;._%-]</c>: what the dictionary cuts; all else stands alone.</summary>
    public static bool IsInBlock(char character) =>
        IsHan(character) || char.IsAsciiLetterOrDigit(character) || character is '+' or '#' or '&' or '.' or '_' or '%' or '-';

    /// <summary><c>[\u4E00-\u9FD5a-zA-Z0-9+#&amp;._]</c>: what the dictionary cuts where words are tagged.</summary>
    public static bool IsInTaggedBlock(char character) => IsInBlock(character) && character is not ('%' or '-');

    /// <summary>
    /// Length of the sign or white space at a position: these stand alone, character by character; only a Windows line end and a
    /// surrogate pair are two units.
    /// </summary>
    public static int SignLength(string text, int position, int end)
    {
        if (position + 1 == end) return 1;
        (char first, char second) = (text[position], text[position + 1]);
        return (first == '\r' && second == '\n') || char.IsSurrogatePair(first, second) ? 2 : 1;
    }
}

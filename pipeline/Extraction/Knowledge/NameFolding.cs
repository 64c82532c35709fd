using System.Text;

namespace Extraction.Knowledge;

/// <summary>How names are compared: without regard to case, separators and spacing. UTF-16 units go in and out one by one.</summary>
public static class NameFolding
{
    /// <summary>What all separators inside a name fold to.</summary>
    public const char Separator = ' ';

    /// <summary>The unit that stands for <paramref name="unit"/> in comparisons: lower case, any separator as <see cref="Separator"/>.</summary>
    public static char Fold(char unit) => unit switch
    {
        ' ' or '-' or '_' or '·' or '‧' or '•' or '–' or '\u00A0' => Separator,
        _ => char.ToLowerInvariant(unit),
    };

    /// <summary>As <see cref="Fold"/>, and units that look alike in Latin type (I l 1, O 0) become one.</summary>
    public static char FoldLookAlikes(char unit) => unit switch
    {
        'I' or 'l' or '1' => 'l',
        'O' or 'o' or '0' => 'o',
        _ => Fold(unit),
    };

    /// <summary>The key under which a name is looked up: folded, separators left out.</summary>
    public static string Key(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (char unit in name)
            if (Fold(unit) is not Separator and var folded) key.Append(folded);
        return key.Length > 0 ? key.ToString() : name;
    }

    /// <summary>Whether the unit is a Chinese character of the basic planes.</summary>
    public static bool IsHan(char unit) => unit is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or '〇';

    /// <summary>Whether the unit is a Latin letter, accents included.</summary>
    public static bool IsLatin(char unit) => char.IsAsciiLetter(unit) || unit is >= '\u00C0' and <= '\u024F' and not ('×' or '÷');

    /// <summary>Whether the unit belongs to a Latin word: a letter or an ASCII digit.</summary>
    public static bool IsLatinWord(char unit) => IsLatin(unit) || char.IsAsciiDigit(unit);
}

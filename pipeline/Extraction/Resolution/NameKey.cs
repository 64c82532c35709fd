using System.Text;

namespace Extraction.Resolution;

/// <summary>Keys under which two spellings of one name meet.</summary>
internal static class NameKey
{
    /// <summary>
    /// Folds case, width, spaces and punctuation. Between two digits a separator survives, because it carries meaning there:
    /// <c>GPT-4</c> and <c>GPT4</c> are one, <c>3.5</c> and <c>35</c>, <c>2-7B</c> and <c>27B</c> are not.
    /// </summary>
    internal static string Fold(string name)
    {
        var key = new StringBuilder(name.Length);
        char separator = '\0';
        foreach (char raw in name)
        {
            char letter = char.ToLowerInvariant(Narrow(raw));
            if (!Carries(letter))
            {
                if (separator != '.') separator = letter == '.' ? '.' : '-';
                continue;
            }

            if (separator != '\0' && key.Length > 0 && char.IsAsciiDigit(key[^1]) && char.IsAsciiDigit(letter)) key.Append(separator);
            separator = '\0';
            key.Append(letter);
        }

        return key.Length > 0 ? key.ToString() : name.Trim();
    }

    /// <summary>The same for names whose capital I and small l were confused, as fonts and character recognition do.</summary>
    internal static string FoldLookAlikes(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (char raw in name) text.Append(Narrow(raw) == 'I' ? 'l' : raw);
        return Fold(text.ToString());
    }

    internal static bool IsHan(char letter) => letter is >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff';

    private static char Narrow(char letter) => letter switch
    {
        >= '\uff01' and <= '\uff5e' => (char)(letter - 0xfee0),
        '×' or '✕' or '✖' => 'x',
        _ => letter,
    };

    private static bool Carries(char letter) => char.IsLetterOrDigit(letter) || char.IsSurrogate(letter) || letter is '+' or '#';
}

namespace Extraction.Normalization;

/// <summary>
/// Joins the lines of a block. Between ideographs nothing is left; inside a Latin word, a version or a number nothing either
/// (<c>ChatG⏎PT</c>, <c>1⏎3B</c>); between two words one space. Which of the two it was is judged by known names, by everyday words and
/// by the shape of the fragments. After the spacing repairs, because fragments must be whole by then.
/// </summary>
internal sealed class WrapRepair(RepairLexicon lexicon) : IRepair
{
    private const int LongestFragment = 40;

    /// <inheritdoc/>
    public bool ReactsTo(char unit) => unit == '\n';

    /// <inheritdoc/>
    public Revision? Apply(string text)
    {
        int at = text.IndexOf('\n');
        if (at < 0) return null;
        var revision = new RevisionBuilder(text);
        bool isEnglish = IsMostlyEnglish(text);
        while (at >= 0)
        {
            int start = at, end = at + 1;
            while (start > revision.Position && Characters.IsSpace(text[start - 1])) start--;
            while (end < text.Length && Characters.IsSpace(text[end])) end++;
            Join(text, start, end, isEnglish, ref revision);
            at = text.IndexOf('\n', end);
        }

        return revision.Build();
    }

    private void Join(string text, int start, int end, bool isEnglish, ref RevisionBuilder revision)
    {
        if (start == 0 || end == text.Length)
        {
            revision.Replace("wrap", start, end, "");
            return;
        }

        // a blank in front of the line end was written, one behind it is the next line's indent
        bool hasBlank = text[start] != '\n';
        if (IsHyphenation(text, start, end)) revision.Replace("wrap", start - 1, end, "");
        else revision.Replace("wrap", start, end, NeedsSpace(text, start, end, isEnglish, hasBlank) ? " " : "");
    }

    private bool NeedsSpace(string text, int start, int end, bool isEnglish, bool hasBlank)
    {
        char left = text[start - 1], right = text[end];
        if (char.IsHighSurrogate(left) && char.IsLowSurrogate(right)) return true;
        if (Characters.IsEastAsian(left) || Characters.IsEastAsian(right)) return false;
        if (Characters.IsAlphanumeric(left) && Characters.IsAlphanumeric(right)) return AreTwoWords(text, start, end, isEnglish || hasBlank);
        if (left is '-' or '/' or '_' or '@' or '(' or '[' or '“' or '‘' or '·' or '#') return false;
        if (right is ')' or ']' or '%' or ',' or '.' or ';' or ':' or '/' or '-' or '_' or '”' or '’' or '·') return false;
        if ((IsRangeSign(left) && char.IsAsciiDigit(right)) || (char.IsAsciiDigit(left) && IsRangeSign(right))) return false;
        if (left is '.' or ',' && char.IsAsciiDigit(right) && char.IsAsciiDigit(Characters.Before(text, start - 1))) return false;
        return !char.IsSurrogate(left) && !char.IsSurrogate(right);
    }

    // 2022—⏎2025
    private static bool IsRangeSign(char c) => c is '—' or '–' or '~' or '～' or '―';

    private bool AreTwoWords(string text, int start, int end, bool hasBlank)
    {
        string left = Fragment(text, start, -1), right = Fragment(text, end, 1);
        if (lexicon.NameOf(left + right) is { } name) return name.Length > left.Length && name[left.Length] == ' ';
        if (lexicon.IsWord(left + right)) return false;
        if (char.IsAsciiDigit(left[^1]) && char.IsAsciiDigit(right[0])) return IsYear(left) && IsYear(right);
        return hasBlank || (IsPlausible(left) && IsPlausible(right));
    }

    private static bool IsYear(string number) =>
        number.Length == 4 && number.All(char.IsAsciiDigit) && (number.StartsWith("19", StringComparison.Ordinal) || number.StartsWith("20", StringComparison.Ordinal));

    // A whole word: known; or capitals and small letters in the order of a word with a vowel; or a number.
    private bool IsPlausible(string fragment)
    {
        string word = fragment.Trim('.', ',', '-', ':', '\'', '/');
        if (lexicon.IsWord(word) || (word.Length > 0 && char.IsAsciiDigit(word[0]) && word.All(c => char.IsAsciiDigit(c) || c is '.' or ','))) return word.Length > 0;
        if (word.Length < 3) return false;
        bool hasVowel = word.AsSpan().IndexOfAny("aeiouyAEIOUY") >= 0;
        bool isCut = char.IsAsciiLetterUpper(word[^1]) && word.Any(char.IsAsciiLetterLower);
        bool startsInside = char.IsAsciiLetterLower(word[0]) && word.Any(char.IsAsciiLetterUpper);
        return !isCut && !startsInside && (hasVowel || word.All(char.IsAsciiLetterUpper));
    }

    // infor-⏎mation: the hyphen goes only where the word is known without it, or what follows cannot begin a word
    private bool IsHyphenation(string text, int start, int end)
    {
        if (text[start - 1] != '-' || start < 3 || !char.IsAsciiLetterLower(text[start - 2]) || !char.IsAsciiLetterLower(text[end])) return false;
        string left = Fragment(text, start - 1, -1), right = Fragment(text, end, 1).TrimEnd('.', ',', ':');
        if (left.Contains('-', StringComparison.Ordinal) || right.Contains('-', StringComparison.Ordinal)) return false;
        return lexicon.IsWord(left + right) || lexicon.NameOf(left + right) is not null || (!lexicon.IsWord(right) && lexicon.IsTail(right));
    }

    // The word that ends before, or starts at, a position.
    private static string Fragment(string text, int position, int step)
    {
        int end = position;
        int at = step < 0 ? position - 1 : position;
        while (at >= 0 && at < text.Length && Characters.IsWord(text[at]) && Math.Abs(at - position) < LongestFragment) at += step;
        return step < 0 ? text[(at + 1)..end] : text[position..at];
    }

    private static bool IsMostlyEnglish(string text)
    {
        int latin = 0, han = 0;
        foreach (char c in text)
        {
            if (char.IsAsciiLetter(c)) latin++;
            else if (Characters.IsHan(c)) han++;
        }

        return latin > 20 && han * 10 < latin;
    }
}

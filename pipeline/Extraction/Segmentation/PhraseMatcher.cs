using Extraction.Documents;

namespace Extraction.Segmentation;

/// <summary>
/// Finds the domain's words that hold spaces, signs, Latin letters or digits: the longest at the leftmost place, letters a–z in
/// either case, and only where no letter or digit runs on at its ends. Immutable, safe between threads.
/// </summary>
internal sealed class PhraseMatcher
{
    private readonly bool isEmpty;
    private readonly PrefixTrie words;

    /// <summary>Takes the words; white space inside one is a single space.</summary>
    public PhraseMatcher(IEnumerable<string> phrases)
    {
        string[] all = [.. phrases];
        isEmpty = all.Length == 0;
        words = new PrefixTrie(all.Sum(phrase => phrase.Length));
        foreach (string phrase in all)
        {
            int node = PrefixTrie.Root;
            foreach (char character in phrase) node = words.StepOrAdd(node, Fold(character));
            words.SetValue(node, 1);
        }
    }

    /// <summary>The phrases inside a part of a text, ascending, not overlapping.</summary>
    public List<TextSpan> Find(string text, TextSpan part)
    {
        var found = new List<TextSpan>();
        if (isEmpty) return found;
        for (int i = part.Start; i < part.End;)
        {
            int end = IsBoundary(text, part, i) ? LongestEnd(text, part, i) : i;
            if (end > i) found.Add(new TextSpan(i, end));
            i = Math.Max(end, i + 1);
        }

        return found;
    }

    private int LongestEnd(string text, TextSpan part, int start)
    {
        int longest = start;
        int node = PrefixTrie.Root;
        for (int i = start; i < part.End && (node = words.Step(node, Fold(text[i]))) != PrefixTrie.None; i++)
            if (words.ValueAt(node) > 0 && IsBoundary(text, part, i + 1)) longest = i + 1;
        return longest;
    }

    // No boundary: inside a Latin word or number, inside a decimal or version (3|.5), inside a surrogate pair.
    private static bool IsBoundary(string text, TextSpan part, int position)
    {
        if (position == part.Start || position == part.End) return true;
        (char left, char right) = (text[position - 1], text[position]);
        if (char.IsSurrogatePair(left, right)) return false;
        if (IsLatin(left) && IsLatin(right)) return false;
        if (char.IsAsciiDigit(left) && right == '.') return position + 1 == part.End || !char.IsAsciiDigit(text[position + 1]);
        return !(left == '.' && char.IsAsciiDigit(right) && position - 1 > part.Start && char.IsAsciiDigit(text[position - 2]));
    }

    // Letters and digits of the scripts that part words by spaces: all below the CJK blocks.
    private static bool IsLatin(char character) => character < '\u2E80' && char.IsLetterOrDigit(character);

    private static char Fold(char character) => char.IsAsciiLetterUpper(character) ? (char)(character | 0x20) : character;
}

using Extraction.Documents;

namespace Extraction.Recognition.Titles;

/// <summary>Finds 《…》 with what is nested in it.</summary>
internal static class TitleMarks
{
    // Ten times the longest titles of decrees. Without a bound, text of opening marks alone would take square time.
    private const int MaxLength = 1_000;

    /// <summary>The outermost spans between 《 and its 》, marks included, inside one block. An opening mark that nothing closes within the length of a title is passed over.</summary>
    public static IEnumerable<TextSpan> Find(string text, TextSpan block)
    {
        int position = block.Start;
        while (position < block.End)
        {
            int open = text.IndexOf('《', position, block.End - position);
            if (open < 0) yield break;
            int end = End(text, open, Math.Min(block.End, open + MaxLength));
            if (end > 0) yield return new TextSpan(open, end);
            position = end > 0 ? end : open + 1;
        }
    }

    // Position behind the 》 that closes the 《 at `open`; 0 where none does. Where the marks do not balance, the first 》 closes.
    private static int End(string text, int open, int limit)
    {
        int depth = 0, first = 0;
        for (int i = open; i < limit; i++)
        {
            if (text[i] == '《') depth++;
            if (text[i] != '》') continue;
            if (first == 0) first = i + 1;
            if (--depth == 0) return i + 1;
        }

        return first;
    }
}

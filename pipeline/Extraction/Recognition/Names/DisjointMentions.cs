using Extraction.Documents;

namespace Extraction.Recognition.Names;

/// <summary>Mentions that do not overlap each other, ascending: those at a place are found without a look at the others.</summary>
internal sealed class DisjointMentions<T>(List<T> mentions)
    where T : Mention
{
    /// <summary>Whether one that shares a character with the span meets the condition.</summary>
    public bool Any(TextSpan span, Func<T, bool> condition)
    {
        for (int i = FirstBehind(span.Start); i < mentions.Count && mentions[i].Span.Start < span.End; i++)
            if (condition(mentions[i])) return true;
        return false;
    }

    // Ends ascend too.
    private int FirstBehind(int position)
    {
        int low = 0, high = mentions.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (mentions[middle].Span.End <= position) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}

using Extraction.Documents;

namespace Extraction.Recognition.Names;

/// <summary>Keeps one of several mentions of a kind that overlap.</summary>
internal static class MentionOverlaps
{
    /// <summary>The longest first, among equals the highest rank, then the leftmost; ascending.</summary>
    public static List<T> Resolve<T>(IEnumerable<T> mentions, Func<T, int> rank)
        where T : Mention
    {
        var kept = new SortedList<int, T>();
        foreach (T mention in mentions
            .OrderByDescending(mention => mention.Span.Length).ThenByDescending(rank)
            .ThenBy(mention => mention.Span.Start).ThenBy(mention => mention.Rule, StringComparer.Ordinal))
            if (!Overlaps(kept, mention.Span)) kept.Add(mention.Span.Start, mention);
        return [.. kept.Values];
    }

    private static bool Overlaps<T>(SortedList<int, T> kept, TextSpan span)
        where T : Mention
    {
        int low = 0, high = kept.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (kept.Keys[middle] < span.End) low = middle + 1;
            else high = middle;
        }

        return low > 0 && kept.Values[low - 1].Span.End > span.Start;
    }
}

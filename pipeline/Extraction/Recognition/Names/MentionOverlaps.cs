using Extraction.Documents;

namespace Extraction.Recognition.Names;

/// <summary>Keeps one of several mentions of a kind that overlap.</summary>
internal static class MentionOverlaps
{
    /// <summary>The longest first, among equals the highest rank, then the leftmost; ascending.</summary>
    public static List<T> Resolve<T>(IEnumerable<T> mentions, Func<T, int> rank)
        where T : Mention
    {
        var kept = new List<T>();
        var taken = new HashSet<int>();
        foreach (T mention in mentions
            .OrderByDescending(mention => mention.Span.Length).ThenByDescending(rank)
            .ThenBy(mention => mention.Span.Start).ThenBy(mention => mention.Rule, StringComparer.Ordinal))
        {
            // what is kept already is as long or longer: where the two overlap, it covers an end
            if (taken.Contains(mention.Span.Start) || taken.Contains(mention.Span.End - 1)) continue;
            for (int position = mention.Span.Start; position < mention.Span.End; position++) taken.Add(position);
            kept.Add(mention);
        }

        return [.. kept.OrderBy(mention => mention.Span.Start)];
    }
}

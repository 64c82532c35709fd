using System.Collections.Immutable;
using Extraction.Classification;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>Names that only their quotation marks tell: “破浪P1”.</summary>
internal static class QuotedNames
{
    private const string Openers = "“「";
    private const string Closers = "”」";
    private const int Longest = 24;
    private const int LongestHead = 6;

    /// <summary>The quoted names that connectors join to what ends at a position: “A”、“B”和“C” behind A.</summary>
    internal static IEnumerable<FoundObject> JoinedTo(Statement statement, int position, ImmutableArray<string> connectors)
    {
        while (true)
        {
            if (CharAt(statement, position) is { } closer && Closers.Contains(closer)) position++;
            string? connector = connectors.FirstOrDefault(word => statement.Slice(position, statement.Span.End).StartsWith(word, StringComparison.Ordinal));
            if (connector is null || Quoted(statement, position + connector.Length) is not { } name) yield break;
            yield return name;
            position = name.Span.End;
        }
    }

    /// <summary>The quoted name that ends a region, a head noun behind it or not: 将“灵动”框架; null where there is none.</summary>
    internal static FoundObject? Ending(Statement statement, TextSpan region)
    {
        ReadOnlySpan<char> text = statement.Slice(region.Start, region.End);
        int close = text.LastIndexOfAny(Closers), open = text.LastIndexOfAny(Openers);
        return open >= 0 && open < close && text.Length - close - 1 <= LongestHead ? Quoted(statement, region.Start + open) : null;
    }

    /// <summary>The last quoted name of a region; null where there is none.</summary>
    internal static FoundObject? Last(Statement statement, TextSpan region)
    {
        int open = statement.Slice(region.Start, region.End).LastIndexOfAny(Openers);
        return open >= 0 && Quoted(statement, region.Start + open) is { } quoted && quoted.Span.End < region.End ? quoted : null;
    }

    /// <summary>A phrase whose outer marks were cut off: without the marks that have lost their partners.</summary>
    internal static TextSpan Repair(Statement statement, TextSpan phrase, ImmutableArray<string> connectors)
    {
        ReadOnlySpan<char> text = statement.Slice(phrase.Start, phrase.End);
        int close = text.IndexOfAny(Closers), open = text.IndexOfAny(Openers);
        if (close >= 0 && (open < 0 || close < open))
            return statement.FollowedByAny(phrase.Start + close + 1, connectors)
                ? new TextSpan(phrase.Start, phrase.Start + close)
                : new TextSpan(phrase.Start - 1, phrase.End);
        return open >= 0 && close < 0 ? new TextSpan(phrase.Start + open + 1, phrase.End) : phrase;
    }

    /// <summary>Whether a span is all that stands between quotation marks.</summary>
    internal static bool Holds(Statement statement, TextSpan span) =>
        CharAt(statement, span.Start - 1) is { } opener && Openers.Contains(opener) && CharAt(statement, span.End) is { } closer && Closers.Contains(closer);

    private static FoundObject? Quoted(Statement statement, int open)
    {
        if (CharAt(statement, open) is not { } opener || !Openers.Contains(opener)) return null;
        int length = statement.Slice(open + 1, statement.Span.End).IndexOfAny(Closers);
        if (length is < 2 or > Longest) return null;
        var span = new TextSpan(open + 1, open + 1 + length);
        return new FoundObject(new EventObject(statement.TextOf(span), "other", null), span);
    }

    private static char? CharAt(Statement statement, int position) => statement.Slice(position, position + 1) is [var c] ? c : null;
}

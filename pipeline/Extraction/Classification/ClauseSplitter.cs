using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Classification;

/// <summary>Splits a sentence into clauses at commas, semicolons and colons that stand outside brackets, quotes and titles.</summary>
public static class ClauseSplitter
{
    private const string Ends = "，,；;：:。！？!?";
    private const string Openers = "（(《〈“‘「『【[";
    private const string Closers = "）)》〉”’」』】]";

    /// <summary>The clauses of <paramref name="span"/>, ascending, without their final punctuation; empty ones left out.</summary>
    public static ImmutableArray<TextSpan> Split(string text, TextSpan span)
    {
        var clauses = ImmutableArray.CreateBuilder<TextSpan>();
        int start = span.Start, depth = 0;
        for (int i = span.Start; i < span.End; i++)
        {
            char c = text[i];
            if (Openers.Contains(c)) depth++;
            else if (Closers.Contains(c)) depth = Math.Max(0, depth - 1);
            else if (depth == 0 && IsEnd(text, i, span))
            {
                Add(clauses, text, start, i);
                start = i + 1;
            }
        }

        Add(clauses, text, start, span.End);
        return clauses.ToImmutable();
    }

    // 1,000 and 12:30 hold no clause end.
    private static bool IsEnd(string text, int i, TextSpan span) =>
        Ends.Contains(text[i])
        && !(text[i] is ',' or ':' && i > span.Start && i + 1 < span.End && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]));

    private static void Add(ImmutableArray<TextSpan>.Builder clauses, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (end > start) clauses.Add(new TextSpan(start, end));
    }
}

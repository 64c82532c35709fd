using System.Collections.Frozen;

namespace Extraction.Recognition.Quantities;

/// <summary>Finds the longest listed word at a position. Words are short and few share a first letter, so a list a letter is enough.</summary>
internal sealed class WordTrie<T>
    where T : class
{
    private readonly FrozenDictionary<char, (string Word, T Value)[]> byFirst;
    private readonly FrozenDictionary<char, (string Word, T Value)[]> byLast;

    public WordTrie(IEnumerable<(string Word, T Value)> words)
    {
        (string Word, T Value)[] all = [.. words.OrderByDescending(entry => entry.Word.Length).ThenBy(entry => entry.Word, StringComparer.Ordinal)];
        byFirst = all.GroupBy(entry => entry.Word[0]).ToFrozenDictionary(group => group.Key, group => group.ToArray());
        byLast = all.GroupBy(entry => entry.Word[^1]).ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>The longest word that starts at <paramref name="start"/>, ends by <paramref name="limit"/> and is accepted.</summary>
    public (T Value, int End)? Starting(string text, int start, int limit, Func<T, int, bool>? accepts = null)
    {
        if (start >= limit || !byFirst.TryGetValue(text[start], out (string Word, T Value)[]? entries)) return null;
        foreach ((string word, T value) in entries)
        {
            int end = start + word.Length;
            if (end <= limit && string.CompareOrdinal(text, start, word, 0, word.Length) == 0 && (accepts is null || accepts(value, end))) return (value, end);
        }

        return null;
    }

    /// <summary>The longest word that ends right before <paramref name="end"/> and starts no earlier than <paramref name="limit"/>.</summary>
    public (T Value, int Start)? Ending(string text, int end, int limit)
    {
        if (end <= limit || !byLast.TryGetValue(text[end - 1], out (string Word, T Value)[]? entries)) return null;
        foreach ((string word, T value) in entries)
        {
            int start = end - word.Length;
            if (start >= limit && string.CompareOrdinal(text, start, word, 0, word.Length) == 0) return (value, start);
        }

        return null;
    }
}

using System.Collections.Frozen;

namespace Extraction.Segmentation;

/// <summary>The parts of speech of known words. Immutable, safe between threads.</summary>
internal sealed class WordTags
{
    /// <summary>The tag of signs and of words that no list tags.</summary>
    public const string Unknown = "x";

    private readonly WordTrie words;
    private readonly FrozenDictionary<string, string> phrases;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>>? further;

    /// <summary>Takes the tags of a dictionary; those of its lexicon win.</summary>
    public WordTags(SegmentationDictionary dictionary)
    {
        words = dictionary.Words.Known;
        LexiconWord[] tagged = [.. dictionary.Lexicon.Where(word => word.Tag is not null)];
        phrases = TagsOf(tagged, StringComparer.OrdinalIgnoreCase);
        if (tagged.Length > 0) further = TagsOf(tagged.Reverse(), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The tag of a word.</summary>
    public string Of(ReadOnlySpan<char> word)
    {
        if (further is { } tags && tags.TryGetValue(word, out string? tag)) return tag;
        ulong node = WordTrie.Root;
        foreach (char character in word)
        {
            ushort code = words.CodeOf(character);
            node = words.Step(node, code);
            if (!WordTrie.IsNode(node, code)) return Unknown;
        }

        return words.Tags[WordTrie.TagOf(node)];
    }

    /// <summary>The tag of a phrase, see <see cref="SegmentationDictionary.Phrases"/>.</summary>
    public string OfPhrase(string phrase) => phrases.GetValueOrDefault(phrase, Unknown);

    private static FrozenDictionary<string, string> TagsOf(IEnumerable<LexiconWord> tagged, StringComparer comparer) =>
        tagged.DistinctBy(word => word.Text, comparer).ToFrozenDictionary(word => word.Text, word => word.Tag!, comparer);
}

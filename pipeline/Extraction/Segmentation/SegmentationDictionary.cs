using System.Collections.Immutable;
using Extraction.Knowledge;

namespace Extraction.Segmentation;

/// <summary>
/// jieba's words with their weights, and the domain's words on top. Immutable once loaded, safe between threads.
/// </summary>
/// <remarks>
/// Words of the domain take two ways. One written in Han characters only joins jieba's words with the frequency that jieba's own
/// <c>suggest_freq</c> gives: just enough that it is not cut apart, so that a longer word around it (阿里 in 阿里山) still wins.
/// One with anything else in it (<c>Llama 2</c>, <c>GPT-4 Turbo</c>, <c>C端</c>) becomes a phrase, found before jieba sees the
/// text: jieba cuts at spaces and knows no word boundaries, and would find <c>AI</c> inside <c>AIGC</c>. A word that brings a
/// frequency is jieba's <c>add_word</c> wherever jieba could find it, that is unless it holds a space or sign that jieba cuts at.
/// </remarks>
public sealed class SegmentationDictionary
{
    private const string File = "segmentation/dictionary.words";

    private SegmentationDictionary(WeightedWords words, PhraseMatcher phrases, ImmutableArray<LexiconWord> lexicon) =>
        (Words, Phrases, Lexicon) = (words, phrases, lexicon);

    /// <summary>jieba's words and those of the domain that joined them.</summary>
    internal WeightedWords Words { get; }

    /// <summary>The domain's other words.</summary>
    internal PhraseMatcher Phrases { get; }

    /// <summary>The domain's words as they came.</summary>
    internal ImmutableArray<LexiconWord> Lexicon { get; }

    /// <summary>Reads <c>segmentation/dictionary.words</c> (once for all dictionaries of a knowledge folder) and adds the domain's words.</summary>
    /// <param name="knowledge">The knowledge folder.</param>
    /// <param name="lexiconWords">Names and terms in any order, double ones allowed; outer white space is ignored.</param>
    /// <exception cref="KnowledgeException">The file is missing or damaged.</exception>
    public static SegmentationDictionary Load(KnowledgeFolder knowledge, IEnumerable<LexiconWord> lexiconWords)
    {
        ImmutableArray<LexiconWord> lexicon = [.. lexiconWords.Select(word => word with { Text = word.Text.Trim() }).Where(word => word.Text.Length > (word.Frequency is null ? 1 : 0))];
        ILookup<bool, LexiconWord> byWay = lexicon.ToLookup(JoinsDictionary);
        long added = byWay[true].Sum(word => (long)(word.Frequency ?? 0));
        var words = new WeightedWords(knowledge.Once(File, bytes => DictionaryImage.Read(File, bytes)), byWay[true].Sum(word => word.Text.Length), added);
        foreach (LexiconWord word in byWay[true])
            if (word.Frequency is { } frequency) words.Add(word.Text, frequency);
        // Shorter words first, whatever order they come in: the frequency of a longer one depends on the shorter ones.
        foreach (LexiconWord word in byWay[true].OrderBy(word => word.Text, StringComparer.Ordinal).OrderBy(word => word.Text.Length))
            if (word.Frequency is null) words.AddSuggested(word.Text);
        return new SegmentationDictionary(words, new PhraseMatcher(byWay[false].Select(word => word.Text)), lexicon);
    }

    /// <summary>Whether a word is one of jieba's or a Han word of the domain.</summary>
    public bool Contains(ReadOnlySpan<char> word) => Words.Contains(word);

    /// <summary>Natural logarithm of a word's share of all running words; that of a word seen less than once where the dictionary does not hold it.</summary>
    public double WeightOf(ReadOnlySpan<char> word) => Words.WeightOf(word);

    private static bool JoinsDictionary(LexiconWord word)
    {
        foreach (char character in word.Text)
            if (!(word.Frequency is null ? JiebaCharacters.IsHan(character) : JiebaCharacters.IsInBlock(character))) return false;
        return true;
    }
}

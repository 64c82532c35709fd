using Extraction.Knowledge;

namespace Extraction.Segmentation;

/// <summary>
/// jieba's words with their weights, and the domain's words on top. Immutable once loaded, safe between threads.
/// </summary>
/// <remarks>
/// Words of the domain take two ways. One written in Han characters only joins jieba's words with the frequency that jieba's own
/// <c>suggest_freq</c> gives: just enough that it is not cut apart, so that a longer word around it (阿里 in 阿里山) still wins.
/// One with anything else in it (<c>Llama 2</c>, <c>GPT-4 Turbo</c>, <c>C端</c>) becomes a phrase, found before jieba sees the
/// text: jieba cuts at spaces and knows no word boundaries, and would find <c>AI</c> inside <c>AIGC</c>.
/// </remarks>
public sealed class SegmentationDictionary
{
    private const string File = "segmentation/dictionary.tsv";

    private SegmentationDictionary(WeightedWords words, PhraseMatcher phrases) => (Words, Phrases) = (words, phrases);

    /// <summary>jieba's words and the domain's Han words.</summary>
    internal WeightedWords Words { get; }

    /// <summary>Domain words that are not made of Han characters only.</summary>
    internal PhraseMatcher Phrases { get; }

    /// <summary>Reads <c>segmentation/dictionary.tsv</c> and adds the domain's words.</summary>
    /// <param name="knowledge">The knowledge folder.</param>
    /// <param name="lexiconWords">Names and terms in any order, double ones allowed; outer white space is ignored.</param>
    /// <exception cref="KnowledgeException">The file is missing or a line of it is wrong.</exception>
    public static SegmentationDictionary Load(KnowledgeFolder knowledge, IEnumerable<string> lexiconWords)
    {
        string[] lexicon = [.. lexiconWords.Select(word => word.Trim()).Where(word => word.Length > 1)];
        ILookup<bool, string> byScript = lexicon.ToLookup(IsHan);
        WeightedWords words = DictionaryFile.Parse(File, knowledge.ReadText(File), reserve: byScript[true].Sum(word => word.Length));
        // Shorter words first, whatever order they come in: the frequency of a longer one depends on the shorter ones.
        foreach (string word in byScript[true].Order(StringComparer.Ordinal).OrderBy(word => word.Length)) words.AddSuggested(word);
        return new SegmentationDictionary(words, new PhraseMatcher(byScript[false]));
    }

    /// <summary>Whether a word is one of jieba's or a Han word of the domain.</summary>
    public bool Contains(ReadOnlySpan<char> word) => Words.Contains(word);

    private static bool IsHan(string word)
    {
        foreach (char character in word)
            if (!JiebaCharacters.IsHan(character)) return false;
        return true;
    }
}

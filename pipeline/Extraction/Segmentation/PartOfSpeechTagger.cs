using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Knowledge;

namespace Extraction.Segmentation;

/// <summary>
/// Cuts text into words with their parts of speech, as <c>posseg</c> of jieba 0.42.1 does: its words are not always those of
/// <see cref="JiebaSegmenter"/>, since unknown words come from a model of their own. Immutable, safe between threads.
/// </summary>
public sealed class PartOfSpeechTagger
{
    private readonly SegmentationDictionary dictionary;
    private readonly WordTags tags;
    private readonly TagModel model;

    private PartOfSpeechTagger(SegmentationDictionary dictionary, WordTags tags, TagModel model) =>
        (this.dictionary, this.tags, this.model) = (dictionary, tags, model);

    /// <summary>Reads <c>segmentation/</c>, its tags included.</summary>
    /// <param name="knowledge">The knowledge folder.</param>
    /// <param name="lexiconWords">Words of the domain in any order, see <see cref="SegmentationDictionary"/>.</param>
    /// <exception cref="KnowledgeException">A file is missing or wrong.</exception>
    public static PartOfSpeechTagger Load(KnowledgeFolder knowledge, IEnumerable<LexiconWord> lexiconWords)
    {
        SegmentationDictionary dictionary = SegmentationDictionary.Load(knowledge, lexiconWords);
        return new PartOfSpeechTagger(dictionary, new WordTags(dictionary), TagModel.Load(knowledge));
    }

    /// <summary>Cuts a text.</summary>
    /// <param name="text">Any text, a line at a time or all at once.</param>
    /// <param name="hmm">Whether unknown words are guessed from their characters.</param>
    /// <returns>Tokens that cover the whole text, white space included, a <c>\r\n</c> as one.</returns>
    public ImmutableArray<TaggedToken> Cut(string text, bool hmm = true)
    {
        var tokens = ImmutableArray.CreateBuilder<TaggedToken>(text.Length / 2);
        using var run = new TaggedRun(text, tokens, dictionary.Words, tags, hmm ? model : null);
        int position = 0;
        foreach (TextSpan phrase in dictionary.Phrases.Find(text, new TextSpan(0, text.Length)))
        {
            run.Cut(new TextSpan(position, phrase.Start));
            tokens.Add(new TaggedToken(phrase, tags.OfPhrase(phrase.Of(text))));
            position = phrase.End;
        }

        run.Cut(new TextSpan(position, text.Length));
        return tokens.DrainToImmutable();
    }
}

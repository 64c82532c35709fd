using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Extraction.Documents;
using Extraction.Knowledge;

namespace Extraction.Segmentation;

/// <summary>
/// Cuts any text into words, for those who need nothing else of the pipeline: jieba's modes, and the domain's phrases
/// (<c>GPT-4 Turbo</c>) as one token each. Without domain words the tokens are jieba's. Immutable, safe between threads.
/// </summary>
public sealed class WordSegmenter
{
    private readonly SegmentationDictionary dictionary;
    private readonly JiebaSegmenter segmenter;

    private WordSegmenter(SegmentationDictionary dictionary, HmmModel hmm) =>
        (this.dictionary, segmenter) = (dictionary, new JiebaSegmenter(dictionary, hmm));

    /// <summary>Reads <c>segmentation/</c>.</summary>
    /// <param name="knowledge">The knowledge folder.</param>
    /// <param name="lexiconWords">Words of the domain in any order, see <see cref="SegmentationDictionary"/>.</param>
    /// <exception cref="KnowledgeException">A file is missing or wrong.</exception>
    public static WordSegmenter Load(KnowledgeFolder knowledge, IEnumerable<LexiconWord> lexiconWords) =>
        new(SegmentationDictionary.Load(knowledge, lexiconWords), HmmModel.Load(knowledge));

    /// <summary>Cuts a text.</summary>
    /// <param name="text">Any text, a line at a time or all at once.</param>
    /// <param name="mode">Which words come out.</param>
    /// <param name="hmm">Whether unknown words are guessed from their characters; without meaning for <see cref="SegmentationMode.All"/>.</param>
    /// <returns>Tokens with half-open spans of UTF-16 units, white space included; they overlap in all modes but the accurate one.</returns>
    public ImmutableArray<Token> Cut(string text, SegmentationMode mode = SegmentationMode.Accurate, bool hmm = true)
    {
        using var tokens = new TokenBuffer(text.Length / 2);
        if (mode == SegmentationMode.All)
        {
            CutAround(text, tokens, new FullCut(text, tokens, dictionary.Words).Cut);
            return tokens.ToImmutable();
        }

        using JiebaRun run = segmenter.Start(text, tokens, hmm);
        CutAround(text, tokens, run.Cut);
        return mode == SegmentationMode.Search ? WithInnerWords(text, tokens) : tokens.ToImmutable();
    }

    /// <summary>As <see cref="Cut"/>, with a string for each token; equal words may be one string.</summary>
    public ImmutableArray<string> Words(string text, SegmentationMode mode = SegmentationMode.Accurate, bool hmm = true)
    {
        ImmutableArray<Token> tokens = Cut(text, mode, hmm);
        var strings = new WordStrings(tokens.Length);
        var words = new string[tokens.Length];
        for (int i = 0; i < words.Length; i++) words[i] = strings.Of(text.AsSpan(tokens[i].Span.Start, tokens[i].Span.Length));
        return ImmutableCollectionsMarshal.AsImmutableArray(words);
    }

    // Phrases are tokens as they stand; the mode cuts what lies between them.
    private void CutAround(string text, TokenBuffer tokens, Action<TextSpan> cut)
    {
        int position = 0;
        foreach (TextSpan phrase in dictionary.Phrases.Find(text, new TextSpan(0, text.Length)))
        {
            cut(new TextSpan(position, phrase.Start));
            tokens.Add(phrase.Start, phrase.End);
            position = phrase.End;
        }

        cut(new TextSpan(position, text.Length));
    }

    private ImmutableArray<Token> WithInnerWords(string text, TokenBuffer cut)
    {
        using var tokens = new TokenBuffer(cut.Count * 3 / 2);
        foreach (Token token in cut.AsSpan())
        {
            if (token.Span.Length > 2) AddInner(text, token.Span, 2, tokens);
            if (token.Span.Length > 3) AddInner(text, token.Span, 3, tokens);
            tokens.Add(token.Span.Start, token.Span.End);
        }

        return tokens.ToImmutable();
    }

    private void AddInner(string text, TextSpan word, int length, TokenBuffer tokens)
    {
        for (int i = word.Start; i + length <= word.End; i++)
            if (dictionary.Contains(text.AsSpan(i, length))) tokens.Add(i, i + length);
    }
}

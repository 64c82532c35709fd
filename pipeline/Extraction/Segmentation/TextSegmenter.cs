using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Knowledge;

namespace Extraction.Segmentation;

/// <summary>The segmentation stage: normalized text in, sentences and words out. Immutable, safe between threads.</summary>
public sealed class TextSegmenter
{
    private readonly SegmentationDictionary dictionary;
    private readonly JiebaSegmenter segmenter;
    private readonly SentenceSplitter splitter;

    private TextSegmenter(SegmentationDictionary dictionary, HmmModel hmm, SentenceSplitter splitter) =>
        (this.dictionary, segmenter, this.splitter) = (dictionary, new JiebaSegmenter(dictionary, hmm), splitter);

    /// <summary>Reads everything under <c>segmentation/</c>.</summary>
    /// <param name="knowledge">The knowledge folder.</param>
    /// <param name="lexiconWords">The domain's names and terms, see <see cref="SegmentationDictionary"/>; any order, double ones allowed.</param>
    /// <exception cref="KnowledgeException">A file is missing or wrong.</exception>
    public static TextSegmenter Load(KnowledgeFolder knowledge, IEnumerable<string> lexiconWords) =>
        new(SegmentationDictionary.Load(knowledge, lexiconWords.Select(word => new LexiconWord(word))), HmmModel.Load(knowledge), SentenceSplitter.Load(knowledge));

    /// <summary>
    /// Splits every block into sentences and every sentence into words. Each character of a block that is not white space stands in
    /// exactly one sentence and one token; no token reaches over a sentence's end; a block of white space has no sentence.
    /// </summary>
    public SegmentedText Segment(NormalizedText text)
    {
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        using var tokens = new TokenBuffer(text.Text.Length / 2);
        using JiebaRun run = segmenter.Start(text.Text, tokens);
        for (int block = 0; block < text.Blocks.Length; block++)
        {
            List<TextSpan> phrases = dictionary.Phrases.Find(text.Text, text.Blocks[block].Span);
            foreach (TextSpan span in splitter.Split(text.Text, text.Blocks[block].Span, phrases))
            {
                int first = tokens.Count;
                CutAround(phrases, span, run, tokens);
                sentences.Add(new Sentence(sentences.Count, span, block, first, tokens.Count - first));
            }
        }

        return new SegmentedText(text, sentences.DrainToImmutable(), tokens.ToImmutable());
    }

    // Phrases are tokens as they stand; jieba cuts what lies between them.
    private static void CutAround(List<TextSpan> phrases, TextSpan sentence, JiebaRun run, TokenBuffer tokens)
    {
        int position = sentence.Start;
        foreach (TextSpan phrase in phrases.Where(sentence.Contains))
        {
            run.CutWords(new TextSpan(position, phrase.Start));
            tokens.Add(phrase.Start, phrase.End);
            position = phrase.End;
        }

        run.CutWords(new TextSpan(position, sentence.End));
    }
}

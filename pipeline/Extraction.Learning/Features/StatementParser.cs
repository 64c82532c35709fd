using System.Collections.Immutable;
using Extraction.Classification;
using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Normalization;
using Extraction.Recognition;
using Extraction.Recognition.Names;
using Extraction.Script;
using Extraction.Segmentation;

namespace Extraction.Learning.Features;

/// <summary>Takes a labelled text through the pipeline's own stages, so that a model learns from what it will see at work. Thread-safe.</summary>
public sealed class StatementParser
{
    private readonly TextNormalizer normalizer;
    private readonly TraditionalCharacters traditional;
    private readonly TextSegmenter segmenter;
    private readonly MentionRecognizer recognizer;

    /// <summary>Uses loaded stages.</summary>
    public StatementParser(TextNormalizer normalizer, TraditionalCharacters traditional, TextSegmenter segmenter, MentionRecognizer recognizer) =>
        (this.normalizer, this.traditional, this.segmenter, this.recognizer) = (normalizer, traditional, segmenter, recognizer);

    /// <summary>Loads the stages.</summary>
    /// <exception cref="KnowledgeException">A knowledge file is missing or wrong.</exception>
    public static StatementParser Load(KnowledgeFolder knowledge)
    {
        NameRecognizer names = NameRecognizer.Load(knowledge);
        return new StatementParser(
            TextNormalizer.Load(knowledge, names.LexiconWords),
            TraditionalCharacters.Load(knowledge),
            TextSegmenter.Load(knowledge, names.LexiconWords),
            MentionRecognizer.Load(knowledge, names));
    }

    /// <summary>Reads a text as a document of one paragraph and views all of it as one statement, even where it has several sentences.</summary>
    public Statement Parse(string text)
    {
        NormalizedText normalized = traditional.Fold(normalizer.Normalize(OneParagraph(text)));
        SegmentedText segmented = segmenter.Segment(normalized);
        var whole = new Sentence(0, normalized.Blocks[0].Span, 0, 0, segmented.Tokens.Length);
        return new Statement(segmented, whole, recognizer.Recognize(segmented));
    }

    private static RawText OneParagraph(string text)
    {
        var file = SourceFile.FromBytes("label", []);
        var builder = new RawTextBuilder().Append(text, new Locator());
        builder.Add(new Block { Index = 0, Role = BlockRole.Paragraph, Span = new TextSpan(0, builder.Length), Page = 1 });
        return builder.Build(new SourceDocument(file, SourceFormat.Text, null, ImmutableArray<SourcePage>.Empty));
    }
}

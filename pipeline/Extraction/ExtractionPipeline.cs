using System.Collections.Immutable;
using Extraction.Assembly;
using Extraction.Classification;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Layout;
using Extraction.Normalization;
using Extraction.Reading;
using Extraction.Recognition;
using Extraction.Script;
using Extraction.Segmentation;

namespace Extraction;

/// <summary>
/// The way of one report from bytes to records. Each line's result is the next line's input; nothing on the way forgets where a
/// character came from. Stateless and thread-safe: one pipeline serves any number of documents at once.
/// </summary>
public sealed class ExtractionPipeline
{
    private readonly IDocumentReader reader;
    private readonly DocumentLayouts layouts;
    private readonly TextNormalizer normalizer;
    private readonly TraditionalCharacters traditional;
    private readonly TextSegmenter segmenter;
    private readonly MentionRecognizer recognizer;
    private readonly StatementClassifier classifier;
    private readonly RecordAssembler assembler;
    private readonly ReadLimits limits;

    /// <summary>Puts loaded stages together.</summary>
    public ExtractionPipeline(
        IDocumentReader reader,
        DocumentLayouts layouts,
        TextNormalizer normalizer,
        TraditionalCharacters traditional,
        TextSegmenter segmenter,
        MentionRecognizer recognizer,
        StatementClassifier classifier,
        RecordAssembler assembler,
        ReadLimits limits)
    {
        (this.reader, this.layouts, this.normalizer, this.traditional, this.segmenter) = (reader, layouts, normalizer, traditional, segmenter);
        (this.recognizer, this.classifier, this.assembler, this.limits) = (recognizer, classifier, assembler, limits);
    }

    /// <summary>Largest file that is read, in bytes: a larger one need not be loaded to be refused.</summary>
    public long MaxFileBytes => limits.MaxFileBytes;

    /// <summary>Extracts one report.</summary>
    /// <returns>Its records; for a file that cannot be read, a failed document with the reason and no records.</returns>
    public DocumentRecords Extract(SourceFile file, CancellationToken cancellation)
    {
        var diagnostics = new DiagnosticBag();
        try
        {
            return Extract(file, diagnostics, cancellation);
        }
        catch (UnreadableDocumentException error)
        {
            diagnostics.Error(error.Code, "reading", error.Message);
            return Failed(file, diagnostics);
        }
    }

    /// <summary>The document up to its normalized text: what was read, and how it was repaired.</summary>
    /// <exception cref="UnreadableDocumentException">Nothing can be read.</exception>
    public NormalizedText ReadText(SourceFile file, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        SourceDocument document = reader.Read(file, limits, diagnostics, cancellation);
        RawText raw = layouts.For(document.Format).Arrange(document, diagnostics);
        return UnreadableText.SetAside(normalizer.Normalize(raw), diagnostics);
    }

    /// <summary>What the classifier is asked about, in the document's order, as it is matched: traditional characters are written as simplified ones.</summary>
    /// <exception cref="UnreadableDocumentException">Nothing can be read.</exception>
    public ImmutableArray<Statement> ReadStatements(SourceFile file, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        SegmentedText segmented = segmenter.Segment(traditional.Fold(ReadText(file, diagnostics, cancellation)));
        MentionSet mentions = recognizer.Recognize(segmented);
        return [.. segmented.Sentences.Select(sentence => new Statement(segmented, sentence, mentions)).Where(StatementClassifier.CanState)];
    }

    /// <summary>A document that gave nothing, with its reasons.</summary>
    public static DocumentRecords Failed(SourceFile file, DiagnosticBag diagnostics) => new(
        new DocumentRecord(file.DocumentId, file.Source, null, null, null, null, 0, 0, Outcome.Failed, diagnostics.Items), []);

    private DocumentRecords Extract(SourceFile file, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        NormalizedText text = ReadText(file, diagnostics, cancellation);
        cancellation.ThrowIfCancellationRequested();
        NormalizedText matched = traditional.Fold(text);
        SegmentedText segmented = segmenter.Segment(matched);
        MentionSet mentions = recognizer.Recognize(segmented);
        ImmutableArray<Candidate> candidates = classifier.Classify(segmented, mentions);
        cancellation.ThrowIfCancellationRequested();
        DocumentRecords records = assembler.Assemble(segmented, mentions, candidates, diagnostics);
        return (ReferenceEquals(matched, text) ? records : OriginalScript.Restore(records, text, matched, mentions)) with { Rules = mentions.Rules };
    }
}

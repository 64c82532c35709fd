using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Segmentation;

namespace Extraction.TextBenchmark;

/// <summary>The segmenter over all development reports as one text.</summary>
[InProcess, MemoryDiagnoser]
public class SegmentationBenchmarks
{
    private readonly string text = string.Join('\n', ReportTexts.Lines());
    private readonly WordSegmenter plain = WordSegmenter.Load(KnowledgeFolder.Default(), []);
    private readonly WordSegmenter domain = WordSegmenter.Load(KnowledgeFolder.Default(), ReportTexts.Names());
    private readonly PartOfSpeechTagger tagger = PartOfSpeechTagger.Load(KnowledgeFolder.Default(), []);

    /// <summary>Spans only.</summary>
    [Benchmark(Baseline = true)]
    public ImmutableArray<Token> Cut() => plain.Cut(text);

    /// <summary>No unknown words.</summary>
    [Benchmark]
    public ImmutableArray<Token> CutWithoutModel() => plain.Cut(text, hmm: false);

    /// <summary>With the names of the knowledge folder.</summary>
    [Benchmark]
    public ImmutableArray<Token> CutWithNames() => domain.Cut(text);

    /// <summary>A string for each token.</summary>
    [Benchmark]
    public ImmutableArray<string> Words() => plain.Words(text);

    /// <summary>Every word.</summary>
    [Benchmark]
    public ImmutableArray<Token> CutAll() => plain.Cut(text, SegmentationMode.All);

    /// <summary>Words with their parts of speech.</summary>
    [Benchmark]
    public ImmutableArray<TaggedToken> CutWithTags() => tagger.Cut(text);

    /// <summary>What a program waits for before the first word.</summary>
    [Benchmark]
    public WordSegmenter Load() => WordSegmenter.Load(KnowledgeFolder.Default(), []);
}

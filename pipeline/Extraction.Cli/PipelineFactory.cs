using System.Collections.Immutable;
using System.Globalization;
using Extraction.Assembly;
using Extraction.Classification;
using Extraction.Cli.Isolation;
using Extraction.Cli.Ocr;
using Extraction.Documents;
using Extraction.Emission;
using Extraction.Formats.Docx;
using Extraction.Formats.Html;
using Extraction.Formats.Legacy;
using Extraction.Formats.Markdown;
using Extraction.Formats.Pdf;
using Extraction.Formats.Pictures;
using Extraction.Formats.Pptx;
using Extraction.Formats.Text;
using Extraction.Isolation;
using Extraction.Knowledge;
using Extraction.Layout;
using Extraction.Learning;
using Extraction.Normalization;
using Extraction.Reading;
using Extraction.Recognition;
using Extraction.Recognition.Names;
using Extraction.Resolution;
using Extraction.Script;
using Extraction.Segmentation;

namespace Extraction.Cli;

/// <summary>A pipeline with what it was loaded from.</summary>
/// <param name="Pipeline">For each document.</param>
/// <param name="Resolver">For all of them together.</param>
/// <param name="Info">Hashes of knowledge and model, and the options, for the manifest.</param>
/// <param name="Reader">Owned; ends its worker processes with it.</param>
/// <param name="Knowledge">What it was loaded from.</param>
internal sealed record LoadedPipeline(ExtractionPipeline Pipeline, RecordResolver Resolver, RunInfo Info, IDocumentReader Reader, KnowledgeFolder Knowledge) : IDisposable
{
    /// <summary>What made a dataset out of these documents, with the fingerprints of the rules that were at work.</summary>
    internal RunInfo InfoOf(IEnumerable<DocumentRecords> documents)
    {
        ImmutableSortedDictionary<string, string> files = Knowledge.FileHashes();
        return Info with { KnowledgeFiles = files, Rules = RuleFingerprints.Of(Knowledge, files.Keys, documents.SelectMany(document => document.Rules)) };
    }

    public void Dispose() => (Reader as IDisposable)?.Dispose();
}

/// <summary>Loads every stage from a knowledge folder: the one place where the parts are put together.</summary>
internal static class PipelineFactory
{
    internal static KnowledgeFolder Knowledge(string? folder) => folder is null ? KnowledgeFolder.Default() : new KnowledgeFolder(folder);

    /// <summary>Loads everything. Documents are read in worker processes where <paramref name="isolation"/> says what they may cost, else in this one.</summary>
    /// <param name="knowledgeFolder">Null for the one that travels with the program.</param>
    /// <param name="foldsDates">Whether events that differ in how precisely they are dated are one.</param>
    /// <param name="isolation">Null to read in this process.</param>
    /// <param name="report">Is told what workers write to their standard error.</param>
    /// <param name="limits">What reading one document may cost; null for the usual bounds.</param>
    /// <exception cref="KnowledgeException">A knowledge file is missing or wrong.</exception>
    /// <exception cref="WorkerStartException">This program cannot be started a second time.</exception>
    internal static LoadedPipeline Load(string? knowledgeFolder, bool foldsDates = false, IsolationLimits? isolation = null, Action<string>? report = null, ReadLimits? limits = null)
    {
        limits ??= new ReadLimits();
        IDocumentReader reader = isolation is null ? Readers() : Workers(isolation, report, limits);
        try
        {
            return Load(reader, Knowledge(knowledgeFolder), foldsDates, limits);
        }
        catch
        {
            (reader as IDisposable)?.Dispose();
            throw;
        }
    }

    private static LoadedPipeline Load(IDocumentReader reader, KnowledgeFolder knowledge, bool foldsDates, ReadLimits limits)
    {
        EventRules rules = EventRules.Load(knowledge);
        // ML.NET takes a quarter of the start; it loads beside the rest, from a folder object of its own, since those serve one thread only.
        Task<ModelStatementClassifier?> loading = Task.Run(() => ModelStatementClassifier.Load(new KnowledgeFolder(knowledge.Path), rules));
        OrganizationLexicon organizations = OrganizationLexicon.Load(knowledge);
        NameRecognizer names = NameRecognizer.Load(knowledge);
        TextNormalizer normalizer = TextNormalizer.Load(knowledge, names.LexiconWords);
        TextSegmenter segmenter = TextSegmenter.Load(knowledge, names.LexiconWords);
        MentionRecognizer recognizer = MentionRecognizer.Load(knowledge, names);
        ModelStatementClassifier? model = loading.GetAwaiter().GetResult();
        var pipeline = new ExtractionPipeline(
            reader,
            new DocumentLayouts(),
            normalizer,
            TraditionalCharacters.Load(knowledge),
            segmenter,
            recognizer,
            new StatementClassifier(new TriggerClassifier(rules), model, new ClassificationThresholds()),
            RecordAssembler.Load(knowledge, rules, new LexiconFacts(organizations, knowledge)),
            limits);
        var resolver = new RecordResolver(ResolutionOptions.Load(knowledge, name => organizations.Find(name)?.Name ?? name) with { FoldsRefinements = foldsDates });
        var info = new RunInfo(Version, knowledge.Hash(), model?.Hash ?? "") { Options = Options(foldsDates, limits) };
        return new LoadedPipeline(pipeline, resolver, info, reader, knowledge);
    }

    // only what was asked for otherwise than usual, so that a new option does not change every manifest
    private static ImmutableSortedDictionary<string, string> Options(bool foldsDates, ReadLimits limits)
    {
        var options = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var usual = new ReadLimits();
        if (foldsDates) options.Add("fold-dates", "true");
        if (limits.Recognition != usual.Recognition) options.Add("ocr", limits.Recognition.ToString().ToLowerInvariant());
        if (limits.MaxRecognizedPictures != usual.MaxRecognizedPictures) options.Add("ocr-limit", limits.MaxRecognizedPictures.ToString(CultureInfo.InvariantCulture));
        return options.ToImmutable();
    }

    private static string Version => typeof(PipelineFactory).Assembly.GetName().Version!.ToString(3);

    /// <summary>A reader for each format, in this process.</summary>
    internal static DocumentReaders Readers()
    {
        IPictureRecognizer? recognizer = OcrCommand.Recognizer();
        var pptx = new RecognizedPackageReader(new PptxReader(), recognizer);
        var docx = new RecognizedPackageReader(new DocxReader(), recognizer);
        LibreOffice office = LibreOffice.Find();
        return new DocumentReaders(new Dictionary<SourceFormat, IDocumentReader>
        {
            [SourceFormat.Pptx] = pptx,
            [SourceFormat.Docx] = docx,
            [SourceFormat.Pdf] = new RecognizedPdfReader(new PdfReader(), recognizer),
            [SourceFormat.Text] = new PlainTextReader(),
            [SourceFormat.Markdown] = new MarkdownReader(),
            [SourceFormat.Html] = new HtmlReader(),
            [SourceFormat.Ppt] = LegacyReader.PowerPoint(office, pptx),
            [SourceFormat.Doc] = LegacyReader.Word(office, docx),
            [SourceFormat.Rtf] = LegacyReader.RichText(office, docx),
        });
    }

    // they come up while the knowledge loads
    private static IDocumentReader Workers(IsolationLimits isolation, Action<string>? report, ReadLimits limits)
    {
        var reader = new IsolatedReader(ReadWorkerCommand.Self, isolation, report);
        reader.Warm();
        return OcrCommand.IsInstalled && limits.Recognition != RecognitionScope.None ? new RecognitionFallback(reader) : reader;
    }
}

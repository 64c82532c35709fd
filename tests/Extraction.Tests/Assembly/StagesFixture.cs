using Extraction.Assembly;
using Extraction.Classification;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Layout;
using Extraction.Normalization;
using Extraction.Recognition;
using Extraction.Recognition.Names;
using Extraction.Script;
using Extraction.Segmentation;
using Extraction.Tests.Recognition;

namespace Extraction.Tests.Assembly;

/// <summary>The stages behind layout, loaded once from the repository's knowledge.</summary>
public sealed class StagesFixture
{
    private static readonly Locator Place = new() { Page = 1 };

    private readonly TextNormalizer normalizer;
    private readonly TraditionalCharacters traditional;
    private readonly TextSegmenter segmenter;
    private readonly MentionRecognizer recognizer;
    private readonly StatementClassifier classifier;
    private readonly RecordAssembler assembler;

    public StagesFixture()
    {
        KnowledgeFolder knowledge = RecognitionText.Knowledge();
        NameRecognizer names = NameRecognizer.Load(knowledge);
        EventRules rules = EventRules.Load(knowledge);
        normalizer = TextNormalizer.Load(knowledge, names.LexiconWords);
        traditional = TraditionalCharacters.Load(knowledge);
        segmenter = TextSegmenter.Load(knowledge, names.LexiconWords);
        recognizer = MentionRecognizer.Load(knowledge, names);
        classifier = new StatementClassifier(new TriggerClassifier(rules), model: null, new ClassificationThresholds());
        assembler = RecordAssembler.Load(knowledge, rules, new LexiconFacts(OrganizationLexicon.Load(knowledge), knowledge));
    }

    /// <summary>The text of a case with its words and mentions.</summary>
    internal (SegmentedText Text, MentionSet Mentions) Read(RawText raw)
    {
        SegmentedText text = segmenter.Segment(traditional.Fold(normalizer.Normalize(raw)));
        return (text, recognizer.Recognize(text));
    }

    internal DocumentRecords Extract(SpecCase item) => Extract(RawOf(item));

    /// <summary>What was recognized in a case, a line each: where a case fails, whose fault it is.</summary>
    internal IEnumerable<string> Mentions(SpecCase item)
    {
        (SegmentedText text, MentionSet mentions) = Read(RawOf(item));
        return mentions.All.Select(mention => $"  {mention.GetType().Name} {mention.Span.Of(text.Text)} by {mention.Rule}");
    }

    private static RawText RawOf(SpecCase item) => item.Document is { } document ? PlainText(document) : Blocks(item);

    internal DocumentRecords Extract(RawText raw)
    {
        (SegmentedText text, MentionSet mentions) = Read(raw);
        DocumentRecords records = assembler.Assemble(text, mentions, classifier.Classify(text, mentions), new DiagnosticBag());
        return OriginalScript.Restore(records, normalizer.Normalize(raw), text.Normalized, mentions);
    }

    /// <summary>A paragraph as a document of its own.</summary>
    internal static RawText Paragraph(string text) => Blocks(new SpecCase { Name = "", Text = text });

    private static RawText PlainText(string text)
    {
        string[] lines = [.. text.Split('\n').Select(line => line + "\n")];
        var box = new SourceTextBox(Place, SourceLayer.Content, false,
            [.. lines.Select((line, index) => new SourceParagraph([new SourceRun(line, new Locator { Page = 1, Paragraph = index + 1 })]))]);
        return new TextLayout().Arrange(Source([new SourcePage(1, null, null, [box])]), new DiagnosticBag());
    }

    private static RawText Blocks(SpecCase item)
    {
        var builder = new RawTextBuilder();
        IEnumerable<SpecBlock> blocks = item.Text is { } text ? [new SpecBlock(text)] : item.Blocks;
        foreach (SpecBlock block in blocks) Add(builder, block.Text, Enum.Parse<BlockRole>(block.Role), block.Parent, null);
        if (item.Table is { } table) Add(builder, table, item.Blocks.Count);
        return builder.Build(Source([new SourcePage(1, null, null, [])]));
    }

    // Cells stand under the last of the case's blocks.
    private static void Add(RawTextBuilder builder, SpecTable table, int blocks)
    {
        TableKind kind = Enum.Parse<TableKind>(table.Kind);
        int headers = kind == TableKind.Infographic ? 0 : 1;
        for (int row = 0; row < table.Rows.Count; row++)
            for (int column = 0; column < table.Rows[row].Count; column++)
                Add(builder, table.Rows[row][column], BlockRole.Cell, blocks > 0 ? blocks - 1 : null, new CellAddress(1, row + 1, column + 1, IsHeader: row < headers));
        builder.Add(new TableGrid(1, kind, table.Rows.Count, table.Rows[0].Count, headers, table.Caption));
    }

    private static void Add(RawTextBuilder builder, string text, BlockRole role, int? parent, CellAddress? cell)
    {
        builder.EndLine();
        int start = builder.Length;
        builder.Append(text, Place);
        builder.Add(new Block { Index = 0, Role = role, Span = new TextSpan(start, builder.Length), Page = 1, Parent = parent, Cell = cell });
    }

    private static SourceDocument Source(IEnumerable<SourcePage> pages) =>
        new(SourceFile.FromBytes("case.txt", []), SourceFormat.Text, null, [.. pages]);
}

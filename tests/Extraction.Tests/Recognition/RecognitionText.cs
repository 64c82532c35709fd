using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Knowledge;

namespace Extraction.Tests.Recognition;

/// <summary>Builds segmented documents out of a few blocks, and finds the folders of the repository.</summary>
internal sealed class RecognitionText
{
    private readonly RawTextBuilder builder = new();

    public static string Root
    {
        get
        {
            string folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "Extraction.sln"))) folder = Path.GetDirectoryName(folder)!;
            return folder;
        }
    }

    public static KnowledgeFolder Knowledge() => new(Path.Combine(Root, "pipeline", "knowledge"));

    public static SegmentedText Paragraph(string text) => new RecognitionText().Add(text).Build();

    public RecognitionText Add(string text, BlockRole role = BlockRole.Paragraph, int? parent = null, int page = 1, CellAddress? cell = null)
    {
        builder.EndLine();
        int start = builder.Length;
        builder.Append(text, new Locator { Page = page });
        builder.Add(new Block { Index = 0, Role = role, Span = new TextSpan(start, builder.Length), Page = page, Parent = parent, Cell = cell });
        return this;
    }

    public RecognitionText Table(TableGrid table)
    {
        builder.Add(table);
        return this;
    }

    public SegmentedText Build()
    {
        var document = new SourceDocument(SourceFile.FromBytes("test.txt", []), SourceFormat.Text, null, []);
        RawText raw = builder.Build(document);
        (string text, OffsetMap map) = new OffsetMapBuilder(raw.Text).Build();
        var normalized = new NormalizedText(raw, text, raw.Blocks, map);
        ImmutableArray<Sentence> sentences = [.. raw.Blocks.Select(block => new Sentence(block.Index, block.Span, block.Index, 0, 0))];
        return new SegmentedText(normalized, sentences, []);
    }
}

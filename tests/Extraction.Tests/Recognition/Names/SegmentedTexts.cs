using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Tests.Recognition.Names;

/// <summary>Makes the input of recognizers from lines or cells: a block a line, a sentence a block, a word for each <c>|</c>-separated piece.</summary>
internal static class SegmentedTexts
{
    /// <summary>A paragraph for each line; where the line holds |, these part its words and are left out of the text.</summary>
    public static SegmentedText Of(string lines) => Build([.. lines.Split('\n').Select(line => (line, (CellAddress?)null))]);

    /// <summary>One table; the first row is its header.</summary>
    public static SegmentedText Table(params string[][] rows) =>
        Build([.. rows.SelectMany((row, r) => row.Select((cell, c) => (cell, (CellAddress?)new CellAddress(1, r + 1, c + 1, IsHeader: r == 0))))]);

    private static SegmentedText Build(List<(string Text, CellAddress? Cell)> pieces)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        var tokens = ImmutableArray.CreateBuilder<Token>();
        string text = "";
        foreach ((string piece, CellAddress? cell) in pieces)
        {
            int start = text.Length, first = tokens.Count;
            foreach (string word in piece.Split('|'))
            {
                if (piece.Contains('|') && word.Length > 0) tokens.Add(new Token(new TextSpan(text.Length, text.Length + word.Length)));
                text += word;
            }

            var span = new TextSpan(start, text.Length);
            blocks.Add(new Block { Index = blocks.Count, Role = cell is null ? BlockRole.Paragraph : BlockRole.Cell, Span = span, Page = 1, Cell = cell });
            sentences.Add(new Sentence(sentences.Count, span, blocks.Count - 1, first, tokens.Count - first));
            text += "\n";
        }

        (string normalized, OffsetMap map) = new OffsetMapBuilder(text).Build();
        var document = new SourceDocument(SourceFile.FromBytes("test.txt", []), SourceFormat.Text, null, []);
        var raw = new RawText(document, text, blocks.ToImmutable(), [], new SourceMap([], []));
        return new SegmentedText(new NormalizedText(raw, normalized, blocks.ToImmutable(), map), sentences.ToImmutable(), tokens.ToImmutable());
    }
}

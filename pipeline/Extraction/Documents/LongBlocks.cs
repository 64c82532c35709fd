namespace Extraction.Documents;

/// <summary>
/// Cuts blocks that no person writes, such as a whole file on one line, at ends of sentences. Stages compare what stands in one block,
/// in square time; so their time stays linear in the document.
/// </summary>
internal static class LongBlocks
{
    /// <summary>UTF-16 units of the longest block: four pages without a paragraph's end.</summary>
    internal const int MaxLength = 4_000;

    private const string Ends = "。！？!?；;\n";
    private const string Pauses = "，,、 \t";

    /// <summary>The blocks, none of them longer; grids follow their captions. The pieces behind the first are text below the same heading.</summary>
    internal static (List<Block> Blocks, List<TableGrid> Tables) Cut(List<Block> blocks, List<TableGrid> tables, string text)
    {
        if (!blocks.Exists(block => block.Span.Length > MaxLength)) return (blocks, tables);
        var pieces = new List<Block>(blocks.Count);
        int[] indexes = new int[blocks.Count];
        foreach (Block block in blocks)
        {
            indexes[block.Index] = pieces.Count;
            foreach (TextSpan span in Spans(block.Span, text))
                pieces.Add(span.Start == block.Span.Start ? block with { Index = pieces.Count, Span = span } : Rest(block, span, pieces.Count));
        }

        // a parent may stand behind what it governs, so that all places must be known
        return (
            pieces.ConvertAll(piece => piece.Parent is { } parent ? piece with { Parent = indexes[parent] } : piece),
            tables.ConvertAll(table => table.Caption is { } caption ? table with { Caption = indexes[caption] } : table));
    }

    private static Block Rest(Block block, TextSpan span, int index)
    {
        bool isText = block.Role is BlockRole.Title or BlockRole.Heading or BlockRole.Caption or BlockRole.Cell or BlockRole.ListItem;
        return block with { Index = index, Span = span, Role = isText ? BlockRole.Paragraph : block.Role, Label = null, Cell = null };
    }

    private static IEnumerable<TextSpan> Spans(TextSpan span, string text)
    {
        int start = span.Start;
        while (span.End - start > MaxLength)
        {
            int end = EndOf(text, start);
            yield return new TextSpan(start, end);
            start = end;
        }

        yield return new TextSpan(start, span.End);
    }

    // Behind the last sentence of the window's second half, else behind its last pause, else where the window ends, never inside a character.
    private static int EndOf(string text, int start)
    {
        int half = start + (MaxLength / 2);
        ReadOnlySpan<char> window = text.AsSpan(half, MaxLength / 2);
        int last = window.LastIndexOfAny(Ends);
        if (last < 0) last = window.LastIndexOfAny(Pauses);
        if (last >= 0) return half + last + 1;
        return start + MaxLength - (char.IsHighSurrogate(window[^1]) ? 1 : 0);
    }
}

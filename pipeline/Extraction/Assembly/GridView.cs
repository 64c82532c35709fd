using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>Tables by row and column, spans resolved: a cell that spans rows answers for each of them.</summary>
internal sealed class GridView
{
    private readonly NormalizedText text;
    private readonly MentionSet mentions;
    private readonly Dictionary<(int Table, int Row, int Column), Block> cells = [];
    private readonly Dictionary<(int Table, int Column), string> headers = [];
    private readonly Dictionary<int, TableGrid> grids;
    private readonly Dictionary<int, Block> firsts = [];

    internal GridView(NormalizedText text, MentionSet mentions)
    {
        (this.text, this.mentions) = (text, mentions);
        grids = text.Tables.ToDictionary(grid => grid.Number);
        foreach (Block block in text.Blocks)
            if (block.Cell is { } cell) Place(block, cell);
    }

    /// <summary>The block that covers a grid position, null for a hole.</summary>
    internal Block? At(int table, int row, int column) => cells.GetValueOrDefault((table, row, column));

    /// <summary>The characters at a grid position, trimmed; empty for a hole.</summary>
    internal string TextAt(int table, int row, int column) => At(table, row, column) is { } block ? text.TextOf(block).Trim() : "";

    /// <summary>The grid that has a number.</summary>
    internal TableGrid Grid(int table) => grids[table];

    /// <summary>The first block of the grid that has a number, null for a grid without blocks.</summary>
    internal Block? First(int table) => firsts.GetValueOrDefault(table);

    /// <summary>The blocks of a row from left to right, each once.</summary>
    internal IEnumerable<Block> Row(int table, int row)
    {
        Block? previous = null;
        for (int column = 1; column <= Grid(table).Columns; column++)
        {
            if (At(table, row, column) is not { } block || block == previous) continue;
            yield return block;
            previous = block;
        }
    }

    /// <summary>The name of a column: its header cells from top to bottom, joined by a space.</summary>
    internal string Header(int table, int column)
    {
        if (!headers.TryGetValue((table, column), out string? name)) headers[(table, column)] = name = JoinedHeader(table, column);
        return name;
    }

    private string JoinedHeader(int table, int column)
    {
        var parts = new List<string>();
        for (int row = 1; row <= Grid(table).HeaderRows; row++)
        {
            string part = TextAt(table, row, column);
            if (part.Length > 0 && (parts.Count == 0 || parts[^1] != part)) parts.Add(part);
        }

        return string.Join(' ', parts);
    }

    /// <summary>The date of a cell that holds nothing else.</summary>
    internal DateMention? OnlyDate(Block block)
    {
        DateMention? date = mentions.In<DateMention>(block.Span).FirstOrDefault();
        return date?.Date is not null && date.Span.Length >= text.TextOf(block).Trim().Length - 1 ? date : null;
    }

    /// <summary>Whether a cell holds a sum of money and little else.</summary>
    internal bool IsMoney(Block block) =>
        mentions.In<QuantityMention>(block.Span).FirstOrDefault() is { Quantity.Kind: QuantityKind.Money } sum && sum.Span.Length * 2 > text.TextOf(block).Trim().Length;

    private void Place(Block block, CellAddress cell)
    {
        firsts.TryAdd(cell.Table, block);
        for (int row = cell.Row; row < cell.Row + cell.RowSpan; row++)
            for (int column = cell.Column; column < cell.Column + cell.ColumnSpan; column++)
                cells[(cell.Table, row, column)] = block;
    }
}

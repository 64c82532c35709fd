using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>Tables by row and column, spans resolved: a cell that spans rows answers for each of them.</summary>
internal sealed class GridView
{
    /// <summary>Most positions of all grids of a document: a table of 250,000 rows has 16 columns then.</summary>
    internal const int MostPositions = 4_000_000;

    private readonly NormalizedText text;
    private readonly MentionSet mentions;
    private readonly Dictionary<int, Block?[]> cells;
    private readonly Dictionary<(int Table, int Column), string> headers = [];
    private readonly Dictionary<int, TableGrid> grids;
    private readonly Dictionary<int, Block> firsts = [];

    internal GridView(NormalizedText text, MentionSet mentions)
    {
        (this.text, this.mentions) = (text, mentions);
        grids = text.Tables.ToDictionary(grid => grid.Number);
        cells = Viewed(text.Tables).ToDictionary(grid => grid.Number, grid => new Block?[grid.Rows * grid.Columns]);
        foreach (Block block in text.Blocks)
            if (block.Cell is { } cell) Place(block, cell);
    }

    /// <summary>Whether a grid is seen by row and column: few cells with wide spans, or under long rows, make grids of any size.</summary>
    internal bool Views(TableGrid grid) => cells.ContainsKey(grid.Number);

    /// <summary>The block that covers a grid position, null for a hole and outside the grid.</summary>
    internal Block? At(int table, int row, int column)
    {
        TableGrid grid = Grid(table);
        return row < 1 || row > grid.Rows || column < 1 || column > grid.Columns || !cells.TryGetValue(table, out Block?[]? all)
            ? null
            : all[((row - 1) * grid.Columns) + column - 1];
    }

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
        for (int column = 1; column <= (Views(Grid(table)) ? Grid(table).Columns : 0); column++)
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

    private static IEnumerable<TableGrid> Viewed(IEnumerable<TableGrid> grids)
    {
        long positions = 0;
        foreach (TableGrid grid in grids)
        {
            long own = (long)grid.Rows * grid.Columns;
            if (positions + own > MostPositions) continue;
            positions += own;
            yield return grid;
        }
    }

    private void Place(Block block, CellAddress cell)
    {
        firsts.TryAdd(cell.Table, block);
        if (!cells.TryGetValue(cell.Table, out Block?[]? all)) return;
        TableGrid grid = Grid(cell.Table);
        int lastRow = Math.Min(grid.Rows, cell.Row + cell.RowSpan - 1), width = Math.Min(cell.ColumnSpan, grid.Columns - cell.Column + 1);
        for (int row = cell.Row; row <= lastRow; row++)
            Array.Fill(all, block, ((row - 1) * grid.Columns) + cell.Column - 1, Math.Max(0, width));
    }
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Recognition.Dates;

/// <summary>Answers what stands around a block: its rims, its headings, its column.</summary>
internal sealed class DateStructure
{
    private const int RowsLookedBack = 60;
    private readonly FrozenDictionary<(int Table, int Column), ImmutableArray<Block>> headers;
    private readonly FrozenDictionary<(int Table, int Column), ImmutableArray<Block>> values;
    private readonly FrozenDictionary<(int Table, int Row), ImmutableArray<Block>> rows;
    private readonly FrozenDictionary<int, TableGrid> tables;

    public DateStructure(NormalizedText text)
    {
        Text = text;
        Block[] cells = [.. text.Blocks.Where(block => block.Cell is not null)];
        rows = cells.GroupBy(block => (block.Cell!.Table, block.Cell.Row)).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
        tables = text.Tables.GroupBy(table => table.Number).ToFrozenDictionary(group => group.Key, group => group.First());
        headers = Columns(cells.Where(IsHeader));
        values = Columns(cells.Where(cell => !IsHeader(cell)));
    }

    public NormalizedText Text { get; }

    /// <summary>Whether only blanks stand between a position and the block's end.</summary>
    public bool Closes(Block block, int position) => Text.Text.AsSpan(position, block.Span.End - position).IsWhiteSpace();

    /// <summary>The headings, titles and upper list items above a block, nearest first.</summary>
    public IEnumerable<Block> Above(Block block)
    {
        int steps = 0;
        for (int? parent = block.Parent; parent is { } index && steps < Text.Blocks.Length; parent = Text.Blocks[index].Parent, steps++)
        {
            if (index < 0 || index >= Text.Blocks.Length || index == block.Index) yield break;
            yield return Text.Blocks[index];
            if (steps > 32) yield break;
        }
    }

    /// <summary>The cells that name a cell's column, top first.</summary>
    public IEnumerable<Block> ColumnHeaders(Block block) => Column(headers, block).Where(other => other.Index != block.Index);

    /// <summary>The cells above a cell in its column that hold values, nearest first.</summary>
    public IEnumerable<Block> CellsAbove(Block block)
    {
        ImmutableArray<Block> column = Column(values, block);
        int index = column.BinarySearch(block, ByRow);
        for (int i = (index < 0 ? ~index : index) - 1, steps = 0; i >= 0 && steps < RowsLookedBack; i--, steps++)
            if (column[i].Cell!.Row < block.Cell!.Row) yield return column[i];
    }

    /// <summary>The cells of a cell's row before it, first column first.</summary>
    public IEnumerable<Block> CellsBefore(Block block) => block.Cell is { } cell && rows.TryGetValue((cell.Table, cell.Row), out ImmutableArray<Block> row)
        ? row.Where(other => other.Cell!.Column < cell.Column)
        : [];

    /// <summary>The block that names a cell's table, null where none does.</summary>
    public Block? Caption(Block block) =>
        block.Cell is { } cell && tables.TryGetValue(cell.Table, out TableGrid? table) && table.Caption is { } caption
        && caption >= 0 && caption < Text.Blocks.Length ? Text.Blocks[caption] : null;

    private static Comparer<Block> ByRow { get; } = Comparer<Block>.Create((left, right) =>
        left.Cell!.Row != right.Cell!.Row ? left.Cell.Row.CompareTo(right.Cell.Row) : left.Index.CompareTo(right.Index));

    private static FrozenDictionary<(int Table, int Column), ImmutableArray<Block>> Columns(IEnumerable<Block> cells) =>
        cells.GroupBy(block => (block.Cell!.Table, block.Cell.Column)).ToFrozenDictionary(group => group.Key, group => group.Order(ByRow).ToImmutableArray());

    private static ImmutableArray<Block> Column(FrozenDictionary<(int Table, int Column), ImmutableArray<Block>> columns, Block block) =>
        block.Cell is { } cell && columns.TryGetValue((cell.Table, cell.Column), out ImmutableArray<Block> column) ? column : [];

    private bool IsHeader(Block block) =>
        block.Cell!.IsHeader || (tables.TryGetValue(block.Cell.Table, out TableGrid? table) && block.Cell.Row <= table.HeaderRows);
}

using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>A table whose columns have roles. One whose first column names the fields of its records (公司, 轮次, 金额 below each other) is read by columns.</summary>
internal sealed class TableView
{
    private const int FewestNamedFields = 3;

    private readonly GridView grids;
    private readonly TableRules rules;
    private readonly bool isTransposed;
    private readonly Dictionary<ColumnRole, List<int>> columns = [];
    private readonly Dictionary<(int Row, int Column), int> sources = [];

    internal TableView(TableGrid grid, GridView grids, TableRules rules)
    {
        (Grid, this.grids, this.rules) = (grid, grids, rules);
        isTransposed = NamesRecordsByRows();
        for (int column = 1; column <= Fields; column++)
        {
            if (rules.RoleOf(HeaderAt(column)) is not { } role || (isTransposed && column == 1 && rules.NamedRole(TextAt(2, 1)) is not null)) continue;
            if (!columns.TryGetValue(role, out List<int>? same)) columns[role] = same = [];
            same.Add(column);
        }

        AddByContent(ColumnRole.Date, block => grids.OnlyDate(block) is not null);
        AddByContent(ColumnRole.Amount, grids.IsMoney);
    }

    internal TableGrid Grid { get; }

    /// <summary>Row numbers behind the header; column numbers where the table is read by columns.</summary>
    internal IEnumerable<int> BodyRows => Enumerable.Range(FirstRow, Math.Max(0, (isTransposed ? Grid.Columns : Grid.Rows) - FirstRow + 1));

    private int FirstRow => isTransposed ? 2 : Grid.HeaderRows + 1;

    private int Fields => isTransposed ? Grid.Rows : Grid.Columns;

    internal bool Has(ColumnRole role) => columns.ContainsKey(role);

    internal string Header(ColumnRole role) => Has(role) ? HeaderAt(columns[role][0]) : "";

    internal string AllHeaders => string.Join(' ', Enumerable.Range(1, Fields).Select(HeaderAt));

    /// <summary>The columns that have a role, from left to right.</summary>
    internal IReadOnlyList<int> Columns(ColumnRole role) => columns.TryGetValue(role, out List<int>? found) ? found : [];

    /// <summary>The name of a column.</summary>
    internal string HeaderAt(int column) => isTransposed ? grids.TextAt(Grid.Number, column, 1) : grids.Header(Grid.Number, column);

    /// <summary>The cell at a row and a column; null for a hole.</summary>
    internal Block? At(int row, int column) => isTransposed ? grids.At(Grid.Number, column, row) : grids.At(Grid.Number, row, column);

    /// <summary>Whether a cell stands in a column that has a role.</summary>
    internal bool HasRole(CellAddress cell) => columns.Values.Any(found => found.Contains(isTransposed ? cell.Row : cell.Column));

    /// <summary>The cell of a row in the first column that has a role; null where there is none.</summary>
    internal Block? Cell(int row, ColumnRole role) => columns.TryGetValue(role, out List<int>? found) ? At(row, found[0]) : null;

    /// <summary>The cells of a row in all columns that have a role, each once.</summary>
    internal IEnumerable<Block> Cells(int row, ColumnRole role) => Columns(role).Select(column => At(row, column)).OfType<Block>().Distinct();

    internal string Text(int row, ColumnRole role) => columns.TryGetValue(role, out List<int>? found) ? TextAt(row, found[0]) : "";

    /// <summary>Whether one cell fills the whole row: a heading or a remark between rows.</summary>
    internal bool IsBand(int row) => !isTransposed && Grid.Columns > 1 && grids.At(Grid.Number, row, 1) is { } first && first == grids.At(Grid.Number, row, Grid.Columns);

    /// <summary>Whether a row says the header again, as behind a page break.</summary>
    internal bool IsHeaderAgain(int row) => columns.Values.Count(found => TextAt(row, found[0]) is { Length: > 0 } text && text == HeaderAt(found[0])) >= 2;

    /// <summary>The row that answers for another in a column: the one above where the cell says 同上, or is empty and opens its row.</summary>
    internal int SourceRow(int row, int column)
    {
        int source = row;
        while (source > FirstRow && Repeats(source, column))
            if (sources.TryGetValue((--source, column), out int known)) return sources[(row, column)] = known;
        return sources[(row, column)] = source;
    }

    /// <summary>The characters from the first to the last cell of a row that stands in it alone.</summary>
    internal ImmutableArray<TextSpan> RowSpans(int row) =>
        [.. Enumerable.Range(1, Fields).Select(column => At(row, column)).OfType<Block>().Distinct().Where(block => block.Span.Length > 0).Select(block => block.Span)];

    private string TextAt(int row, int column) => isTransposed ? grids.TextAt(Grid.Number, column, row) : grids.TextAt(Grid.Number, row, column);

    private bool Repeats(int row, int column) => TextAt(row, column) is { Length: > 0 } text
        ? rules.SameAsAbove.Contains(text)
        : !isTransposed && Enumerable.Range(1, column - 1).All(left =>
            TextAt(row, left).Length == 0 || At(row, left) == At(row - 1, left) || rules.Counters.Contains(HeaderAt(left)));

    // Names of fields in most rows of the first column, and more of them than in the first row.
    private bool NamesRecordsByRows()
    {
        if (Grid.Kind != TableKind.Table || Grid.Columns < 2 || Grid.Rows < FewestNamedFields) return false;
        List<ColumnRole> below = [.. Enumerable.Range(1, Grid.Rows).Select(row => rules.NamedRole(grids.TextAt(Grid.Number, row, 1))).OfType<ColumnRole>()];
        int beside = Enumerable.Range(1, Grid.Columns).Select(column => rules.NamedRole(grids.TextAt(Grid.Number, 1, column))).OfType<ColumnRole>().Distinct().Count();
        return below.Count * 2 >= Grid.Rows && below.Distinct().Count() is >= FewestNamedFields and var named && named > beside;
    }

    // A column that no header names holds what most of its cells are.
    private void AddByContent(ColumnRole role, Func<Block, bool> holds)
    {
        if (Has(role)) return;
        for (int column = 1; column <= Fields; column++)
        {
            List<Block> cells = [.. BodyRows.Select(row => At(row, column)).OfType<Block>().Distinct()];
            if (columns.Values.Any(taken => taken.Contains(column) && role == ColumnRole.Date) || cells.Count(holds) * 2 <= cells.Count) continue;
            columns[role] = [column];
            return;
        }
    }
}

using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>A table whose columns have roles.</summary>
internal sealed class TableView
{
    private readonly GridView grids;
    private readonly Dictionary<ColumnRole, List<int>> columns = [];

    internal TableView(TableGrid grid, GridView grids, TableRules rules)
    {
        (Grid, this.grids) = (grid, grids);
        for (int column = 1; column <= grid.Columns; column++)
        {
            if (rules.RoleOf(grids.Header(grid.Number, column)) is not { } role) continue;
            if (!columns.TryGetValue(role, out List<int>? same)) columns[role] = same = [];
            same.Add(column);
        }

        AddByContent(ColumnRole.Date, block => grids.OnlyDate(block) is not null);
        AddByContent(ColumnRole.Amount, grids.IsMoney);
    }

    internal TableGrid Grid { get; }

    /// <summary>Row numbers behind the header.</summary>
    internal IEnumerable<int> BodyRows => Enumerable.Range(Grid.HeaderRows + 1, Math.Max(0, Grid.Rows - Grid.HeaderRows));

    internal bool Has(ColumnRole role) => columns.ContainsKey(role);

    internal string Header(ColumnRole role) => Has(role) ? grids.Header(Grid.Number, columns[role][0]) : "";

    internal string AllHeaders => string.Join(' ', Enumerable.Range(1, Grid.Columns).Select(column => grids.Header(Grid.Number, column)));

    /// <summary>The cell of a row in the first column that has a role; null where there is none.</summary>
    internal Block? Cell(int row, ColumnRole role) => columns.TryGetValue(role, out List<int>? found) ? grids.At(Grid.Number, row, found[0]) : null;

    /// <summary>The cells of a row in all columns that have a role, each once.</summary>
    internal IEnumerable<Block> Cells(int row, ColumnRole role) =>
        columns.TryGetValue(role, out List<int>? found) ? found.Select(column => grids.At(Grid.Number, row, column)).OfType<Block>().Distinct() : [];

    internal string Text(int row, ColumnRole role) => columns.TryGetValue(role, out List<int>? found) ? grids.TextAt(Grid.Number, row, found[0]) : "";

    /// <summary>Whether one cell fills the whole row: a heading or a remark between rows.</summary>
    internal bool IsBand(int row) => Grid.Columns > 1 && grids.At(Grid.Number, row, 1) is { } first && first == grids.At(Grid.Number, row, Grid.Columns);

    // A column that no header names holds what most of its cells are.
    private void AddByContent(ColumnRole role, Func<Block, bool> holds)
    {
        if (Has(role)) return;
        for (int column = 1; column <= Grid.Columns; column++)
        {
            List<Block> cells = [.. BodyRows.Select(row => grids.At(Grid.Number, row, column)).OfType<Block>().Distinct()];
            if (columns.Values.Any(taken => taken.Contains(column) && role == ColumnRole.Date) || cells.Count(holds) * 2 <= cells.Count) continue;
            columns[role] = [column];
            return;
        }
    }

    /// <summary>The characters from the first to the last cell of a row that stands in it alone.</summary>
    internal ImmutableArray<TextSpan> RowSpans(int row) => [.. grids.Row(Grid.Number, row).Where(block => block.Span.Length > 0).Select(block => block.Span)];
}

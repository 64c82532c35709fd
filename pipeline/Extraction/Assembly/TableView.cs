using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>A table whose columns have roles.</summary>
internal sealed class TableView
{
    private readonly GridView grids;
    private readonly Dictionary<ColumnRole, int> columns = [];

    internal TableView(TableGrid grid, GridView grids, TableRules rules)
    {
        (Grid, this.grids) = (grid, grids);
        for (int column = 1; column <= grid.Columns; column++)
            if (rules.RoleOf(grids.Header(grid.Number, column)) is { } role) columns.TryAdd(role, column);
    }

    internal TableGrid Grid { get; }

    /// <summary>Row numbers behind the header.</summary>
    internal IEnumerable<int> BodyRows => Enumerable.Range(Grid.HeaderRows + 1, Math.Max(0, Grid.Rows - Grid.HeaderRows));

    internal bool Has(ColumnRole role) => columns.ContainsKey(role);

    internal string Header(ColumnRole role) => Has(role) ? grids.Header(Grid.Number, columns[role]) : "";

    internal string AllHeaders => string.Join(' ', Enumerable.Range(1, Grid.Columns).Select(column => grids.Header(Grid.Number, column)));

    internal Block? Cell(int row, ColumnRole role) => columns.TryGetValue(role, out int column) ? grids.At(Grid.Number, row, column) : null;

    internal string Text(int row, ColumnRole role) => columns.TryGetValue(role, out int column) ? grids.TextAt(Grid.Number, row, column) : "";

    /// <summary>The characters from the first to the last cell of a row that stands in it alone.</summary>
    internal ImmutableArray<TextSpan> RowSpans(int row) => [.. grids.Row(Grid.Number, row).Where(block => block.Span.Length > 0).Select(block => block.Span)];
}

using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>Which grid positions of a table are one cell. Rows and columns count from 0.</summary>
internal sealed class PageTableSpans
{
    private readonly SourceCell?[,] owners;

    public PageTableSpans(SourceTable table)
        : this(table.Rows, table.Columns, table.Cells)
    {
    }

    public PageTableSpans(int rows, int columns, IEnumerable<SourceCell> cells)
    {
        owners = new SourceCell?[rows, columns];
        foreach (SourceCell cell in cells)
            for (int row = cell.Row; row < cell.Row + cell.RowSpan && row <= rows; row++)
                for (int column = cell.Column; column < cell.Column + cell.ColumnSpan && column <= columns; column++)
                    owners[row - 1, column - 1] = cell;
    }

    /// <summary>Rows and columns of the cell whose upper left position this is.</summary>
    public (int Rows, int Columns) Of(int row, int column) => owners[row, column] is { } cell ? (cell.RowSpan, cell.ColumnSpan) : (1, 1);

    /// <summary>The upper row of the cell that covers a position.</summary>
    public int TopOf(int row, int column) => owners[row, column] is { } cell ? cell.Row - 1 : row;

    /// <summary>Whether the cell that covers a position has text.</summary>
    public bool IsFilled(int row, int column) => owners[row, column] is { Paragraphs.IsEmpty: false };
}

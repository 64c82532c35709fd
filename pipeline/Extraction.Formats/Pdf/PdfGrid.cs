using Extraction.Documents;

namespace Extraction.Formats.Pdf;

/// <summary>A cell of a ruled grid; rows and columns count from 0.</summary>
internal readonly record struct PdfGridCell(int Row, int Column, int RowSpan, int ColumnSpan);

/// <summary>A grid that ruling lines draw.</summary>
/// <param name="Columns">The columns' edges, one more than there are columns, left to right, in points.</param>
/// <param name="Rows">The rows' edges, one more than there are rows, top to bottom, in points.</param>
/// <param name="Cells">Row by row, each once.</param>
internal sealed record PdfGrid(IReadOnlyList<double> Columns, IReadOnlyList<double> Rows, IReadOnlyList<PdfGridCell> Cells)
{
    private readonly int[,] places = PlacesOf(Cells, Rows.Count - 1, Columns.Count - 1);

    public int RowCount => Rows.Count - 1;

    public int ColumnCount => Columns.Count - 1;

    public Box Box => new(Columns[0], Rows[0], Columns[^1], Rows[^1]);

    public Box BoxOf(PdfGridCell cell) => new(
        Columns[cell.Column], Rows[cell.Row], Columns[cell.Column + cell.ColumnSpan], Rows[cell.Row + cell.RowSpan]);

    /// <summary>Position of the cell in <see cref="Cells"/> that holds a point, -1 for one outside.</summary>
    public int CellAt(double x, double y)
    {
        int row = Between(Rows, y), column = Between(Columns, x);
        return row < 0 || column < 0 ? -1 : places[row, column];
    }

    private static int Between(IReadOnlyList<double> edges, double at)
    {
        for (int i = 0; i < edges.Count - 1; i++)
            if (edges[i] <= at && at < edges[i + 1]) return i;
        return -1;
    }

    private static int[,] PlacesOf(IReadOnlyList<PdfGridCell> cells, int rows, int columns)
    {
        int[,] places = new int[rows, columns];
        for (int i = 0; i < cells.Count; i++)
            for (int row = cells[i].Row; row < cells[i].Row + cells[i].RowSpan; row++)
                for (int column = cells[i].Column; column < cells[i].Column + cells[i].ColumnSpan; column++)
                    places[row, column] = i;
        return places;
    }
}

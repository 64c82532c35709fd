namespace Extraction.Formats.Pdf;

/// <summary>
/// Finds grids by the lattice method (Nurminen 2013, as in Tabula and Camelot): rulings that cross each other belong to one grid, their
/// places are the grid's edges, and cells between which no ruling runs are one cell. Sides that a table leaves open are closed where its
/// rulings end.
/// </summary>
internal static class PdfLattice
{
    // an edge is drawn if rulings cover this share of it
    private const double MinCovered = 0.7;

    // how far rulings must reach beyond the last one that crosses them for an open side, in points
    private const double OpenSide = 8;

    private const int MaxColumns = 40;
    private const int MaxRows = 400;

    /// <summary>The page's grids of at least two columns, top to bottom.</summary>
    public static List<PdfGrid> Of(List<PdfRuling> rulings) =>
        [.. Crossing(rulings).Select(Grid).OfType<PdfGrid>().OrderBy(grid => grid.Rows[0]).ThenBy(grid => grid.Columns[0])];

    private static IEnumerable<List<PdfRuling>> Crossing(List<PdfRuling> rulings)
    {
        List<PdfRuling> open = [.. rulings];
        while (open.Count > 0)
        {
            List<PdfRuling> component = [open[^1]];
            open.RemoveAt(open.Count - 1);
            for (int i = 0; i < component.Count; i++)
            {
                PdfRuling each = component[i];
                component.AddRange(open.Where(other => Cross(each, other)));
                open.RemoveAll(other => Cross(each, other));
            }
            yield return component;
        }
    }

    private static bool Cross(PdfRuling one, PdfRuling other) =>
        one.IsHorizontal != other.IsHorizontal && Reaches(one, other.At) && Reaches(other, one.At);

    private static bool Reaches(PdfRuling ruling, double place) =>
        ruling.From - PdfRulings.Tolerance <= place && place <= ruling.To + PdfRulings.Tolerance;

    private static PdfGrid? Grid(List<PdfRuling> component)
    {
        List<PdfRuling> across = component.FindAll(ruling => ruling.IsHorizontal), down = component.FindAll(ruling => !ruling.IsHorizontal);
        if (across.Count < 2 || down.Count == 0) return null;
        List<double> columns = Edges(down, across), rows = Edges(across, down);
        if (columns.Count < 3 || rows.Count < 2 || columns.Count > MaxColumns || rows.Count > MaxRows) return null;
        return Cells(columns, rows, across, down) is { } cells ? new PdfGrid(columns, rows, cells) : null;
    }

    private static List<double> Edges(List<PdfRuling> own, List<PdfRuling> crossing)
    {
        List<double> edges = [.. own.Select(ruling => ruling.At).Distinct().Order()];
        double from = crossing.Min(ruling => ruling.From), to = crossing.Max(ruling => ruling.To);
        if (from < edges[0] - OpenSide && MostEnd(ruling => Math.Abs(ruling.From - from))) edges.Insert(0, from);
        if (to > edges[^1] + OpenSide && MostEnd(ruling => Math.Abs(ruling.To - to))) edges.Add(to);
        return edges;

        bool MostEnd(Func<PdfRuling, double> distance) => crossing.Count(ruling => distance(ruling) <= PdfRulings.Tolerance) >= MinCovered * crossing.Count;
    }

    /// <summary>Null where a cell would not be a rectangle: then the lines draw something else.</summary>
    private static List<PdfGridCell>? Cells(List<double> columns, List<double> rows, List<PdfRuling> across, List<PdfRuling> down)
    {
        List<PdfGridCell> cells = [];
        bool[,] taken = new bool[rows.Count - 1, columns.Count - 1];
        for (int row = 0; row < rows.Count - 1; row++)
            for (int column = 0; column < columns.Count - 1; column++)
            {
                if (taken[row, column]) continue;
                int width = 1, height = 1;
                while (column + width < columns.Count - 1 && !taken[row, column + width] && !IsDrawn(down, columns[column + width], rows[row], rows[row + 1])) width++;
                while (row + height < rows.Count - 1 && !IsDrawn(across, rows[row + height], columns[column], columns[column + 1])) height++;
                var cell = new PdfGridCell(row, column, height, width);
                if (!IsWhole(cell, columns, rows, across, down)) return null;
                for (int r = row; r < row + height; r++)
                    for (int c = column; c < column + width; c++)
                    {
                        if (taken[r, c]) return null;
                        taken[r, c] = true;
                    }
                cells.Add(cell);
            }
        return cells;
    }

    /// <summary>Whether no ruling runs through a cell of several rows or columns, and one runs along each side that is inside the grid.</summary>
    private static bool IsWhole(PdfGridCell cell, List<double> columns, List<double> rows, List<PdfRuling> across, List<PdfRuling> down)
    {
        int bottom = cell.Row + cell.RowSpan, right = cell.Column + cell.ColumnSpan;
        for (int row = cell.Row; row < bottom; row++)
            for (int column = cell.Column + 1; column <= right && column < columns.Count - 1; column++)
                if (IsDrawn(down, columns[column], rows[row], rows[row + 1]) != (column == right)) return false;
        for (int column = cell.Column; column < right; column++)
            for (int row = cell.Row + 1; row <= bottom && row < rows.Count - 1; row++)
                if (IsDrawn(across, rows[row], columns[column], columns[column + 1]) != (row == bottom)) return false;
        return true;
    }

    private static bool IsDrawn(List<PdfRuling> rulings, double at, double from, double to)
    {
        double covered = 0;
        foreach (PdfRuling ruling in rulings)
            if (Math.Abs(ruling.At - at) <= PdfRulings.Tolerance / 2) covered += Math.Max(0, Math.Min(to, ruling.To) - Math.Max(from, ruling.From));
        return covered >= MinCovered * (to - from);
    }
}

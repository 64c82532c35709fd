namespace Extraction.Layout;

/// <summary>
/// Turns visual rows into grid rows: lines wrapped in a cell stand closer than rows do, or stand in a row that leaves
/// the first column empty and follow a line that fills its column.
/// </summary>
internal static class PageTableRows
{
    // in font sizes
    private const double MaxWrapGap = 0.8;
    private const double FullCell = 1.9;

    // a gap below this share of the usual row gap is one between wrapped lines
    private const double WrapShare = 0.6;

    public static PageTable Build(List<(double Left, double Right)> columns, List<List<PageLine>> visual)
    {
        List<List<PageLine>[]> rows = [.. visual.Select(row => InColumns(columns, row))];
        double usual = UsualGap(rows);
        List<List<PageLine>[]> joined = [rows[0]];
        for (int i = 1; i < rows.Count; i++)
        {
            if (IsWrapped(columns, rows[i - 1], rows[i], usual))
                for (int column = 0; column < columns.Count; column++) joined[^1][column].AddRange(rows[i][column]);
            else joined.Add(rows[i]);
        }
        return new PageTable(columns, [.. joined.Select(row => row.ToArray<IReadOnlyList<PageLine>>())]);
    }

    private static List<PageLine>[] InColumns(List<(double Left, double Right)> columns, List<PageLine> row)
    {
        List<PageLine>[] cells = [.. columns.Select(_ => new List<PageLine>())];
        foreach (PageLine line in row)
            cells[columns.FindIndex(column => line.Box.Left < column.Right && column.Left < line.Box.Right)].Add(line);
        return cells;
    }

    private static bool IsWrapped(List<(double Left, double Right)> columns, List<PageLine>[] above, List<PageLine>[] row, double usual)
    {
        double size = row.SelectMany(cell => cell).First().Size;
        double gap = Gap(above, row);
        if (gap > MaxWrapGap * size) return false;
        if (gap < WrapShare * usual) return true;
        int filled = row.Count(cell => cell.Count > 0);
        return row[0].Count == 0 && filled < columns.Count
            && Enumerable.Range(0, columns.Count).Where(i => row[i].Count > 0).All(i => IsFull(above[i], columns[i]));
    }

    private static bool IsFull(List<PageLine> cell, (double Left, double Right) column) =>
        cell.Count > 0 && cell[^1].Box.Right > column.Right - (FullCell * cell[^1].Size);

    private static double Gap(List<PageLine>[] above, List<PageLine>[] row) =>
        row.SelectMany(cell => cell).Min(line => line.Box.Top) - above.SelectMany(cell => cell).Max(line => line.Box.Bottom);

    /// <summary>The gap over rows that fill as many columns as any does: those surely start something. Upper quartile, in points.</summary>
    private static double UsualGap(List<List<PageLine>[]> rows)
    {
        int most = rows.Max(row => row.Count(cell => cell.Count > 0));
        List<double> gaps = [];
        for (int i = 1; i < rows.Count; i++)
            if (rows[i].Count(cell => cell.Count > 0) == most) gaps.Add(Gap(rows[i - 1], rows[i]));
        gaps.Sort();
        return gaps.Count == 0 ? 0 : gaps[gaps.Count * 3 / 4];
    }
}

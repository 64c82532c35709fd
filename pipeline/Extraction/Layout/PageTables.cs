using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>
/// Finds tables that no ruling lines draw by alignment alone: at least three visual rows whose pieces fall into the same two or more columns. Columns of
/// running text look alike but fill their width; they are left to the reading order.
/// </summary>
internal static class PageTables
{
    private const int MinRows = 3;

    // no page has more; the search looks at rows again and again
    private const int MostLines = 10_000;
    private const int MostRows = 400;
    private const int MostPieces = 100;

    // in font sizes
    private const double MaxRowGap = 4;
    private const double ProseWidth = 12;
    private const double ProseFill = 0.85;
    private const double Aligned = 0.6;
    private const double TightGap = 0.9;
    private const double FirstLineIndent = 2.6;

    private const double OneSize = 1.2;

    // shares of a column's lines, and of the grid
    private const double MinAligned = 0.7;
    private const double MinFilled = 0.5;

    /// <summary>The ruled tables that stand among a page's lines, and those that alignment shows among the other lines: none lies across the
    /// side of a panel.</summary>
    public static List<PageTable> Find(IReadOnlyList<PageLine> lines, PageSheet page)
    {
        HashSet<PageLine> all = new(lines, ReferenceEqualityComparer.Instance);
        List<PageTable> tables = [.. page.Ruled.Where(table => table.Lines.All(all.Contains))];
        all.ExceptWith(tables.SelectMany(table => table.Lines));
        foreach (IGrouping<int, PageLine> inside in lines.Where(all.Contains).GroupBy(line => PagePanels.InnermostAt(page.Panels, line.Box)))
            tables.AddRange(Find([.. inside]));
        return tables;
    }

    /// <summary>The tables among one page's lines.</summary>
    private static List<PageTable> Find(IReadOnlyList<PageLine> lines)
    {
        if (lines.Count > MostLines) return [];
        List<PageTable> tables = [];
        List<List<PageLine>> rows = VisualRows(lines);
        for (int first = 0; first < rows.Count; first++)
        {
            if (rows[first].Count < 2 || GoesOn(rows, first) || Grow(rows, first) is not { } found) continue;
            PageTable table = PageTableRows.Build(found.Columns, rows.GetRange(first, found.Count));
            // what wrapping made look like rows are texts set side by side
            if (table.Rows.Count < MinRows) continue;
            tables.Add(PageTableHeads.Over(table, rows.GetRange(0, first)));
            first += found.Count - 1;
        }
        return tables;
    }

    /// <summary>Lines side by side, top to bottom, each row left to right. A line belongs to a row if half of it stands beside the row's first line.</summary>
    private static List<List<PageLine>> VisualRows(IReadOnlyList<PageLine> lines)
    {
        List<List<PageLine>> rows = [];
        foreach (PageLine line in lines.Where(line => !line.IsTurned).OrderBy(line => line.Box.Top).ThenBy(line => line.Box.Left))
        {
            if (rows.Count > 0 && rows[^1].Count < MostPieces && IsBeside(rows[^1], line)) rows[^1].Add(line);
            else rows.Add([line]);
        }
        foreach (List<PageLine> row in rows) row.Sort((left, right) => left.Box.Left.CompareTo(right.Box.Left));
        return rows;
    }

    private static bool IsBeside(List<PageLine> row, PageLine line)
    {
        Box seed = row[0].Box;
        double shared = Math.Min(seed.Bottom, line.Box.Bottom) - Math.Max(seed.Top, line.Box.Top);
        return shared > 0.5 * Math.Min(seed.Height, line.Box.Height) && row.TrueForAll(other => other.Box.Right <= line.Box.Left || line.Box.Right <= other.Box.Left);
    }

    /// <summary>Whether at least two of a row's pieces stand closely under pieces of their own size: columns of running text, not names of columns.</summary>
    private static bool GoesOn(List<List<PageLine>> rows, int at)
    {
        // columns whose lines do not stand at one height make rows of one piece each
        List<PageLine> above = [.. rows.GetRange(Math.Max(0, at - 3), Math.Min(3, at)).SelectMany(row => row)];
        return rows[at].Count(line => above.Exists(other => line.Box.Top - other.Box.Bottom < TightGap * line.Size
            && Math.Abs(line.Size - other.Size) < 0.05 * line.Size && Math.Abs(line.Box.Left - other.Box.Left) < FirstLineIndent * line.Size)) >= 2;
    }

    /// <summary>The longest table that starts at a row, null where none does.</summary>
    private static (List<(double Left, double Right)> Columns, int Count)? Grow(List<List<PageLine>> rows, int first)
    {
        List<(double Left, double Right)> columns = [.. rows[first].Select(line => (line.Box.Left, line.Box.Right))];
        int count = 1;
        for (int next = first + 1; next < rows.Count && count < MostRows && IsNear(rows[next - 1], rows[next]); next++, count++)
            if (!TryFit(columns, rows[next])) break;
        // trailing rows of one piece are more likely a note under the table, unless they continue a wrapped cell
        while (count > 0 && rows[first + count - 1].Count == 1 && !IsTight(rows[first + count - 2], rows[first + count - 1])) count--;
        List<List<PageLine>> taken = rows.GetRange(first, count);
        return taken.Count(row => row.Count >= 2) >= MinRows && !IsProse(taken, columns) && IsAligned(taken, columns) ? (columns, count) : null;
    }

    private static bool IsNear(List<PageLine> above, List<PageLine> row) => row[0].Box.Top - above.Max(line => line.Box.Bottom) <= MaxRowGap * row[0].Size;

    private static bool IsTight(List<PageLine> above, List<PageLine> row) => row[0].Box.Top - above.Max(line => line.Box.Bottom) <= 0.6 * row[0].Size;

    /// <summary>Widens the columns by a row's pieces; false, and nothing changed, where a piece lies across two columns or two lie in one.</summary>
    private static bool TryFit(List<(double Left, double Right)> columns, List<PageLine> row)
    {
        List<(double Left, double Right)> trial = [.. columns];
        int before = -1;
        foreach (PageLine line in row)
        {
            (double left, double right) = (line.Box.Left, line.Box.Right);
            List<int> touched = [.. Enumerable.Range(0, trial.Count).Where(i => trial[i].Left < right && left < trial[i].Right)];
            if (touched.Count > 1) return false;
            if (touched.Count == 0)
            {
                if (row.Count < 2) return false;
                int at = trial.FindIndex(column => column.Left >= right);
                trial.Insert(at < 0 ? trial.Count : at, (left, right));
                before = at < 0 ? trial.Count - 1 : at;
                continue;
            }
            if (touched[0] <= before) return false;
            before = touched[0];
            trial[before] = (Math.Min(trial[before].Left, left), Math.Max(trial[before].Right, right));
        }
        columns.Clear();
        columns.AddRange(trial);
        return true;
    }

    /// <summary>Whether at least two columns hold running text: wide, and most lines but the last of a paragraph reach the right edge.</summary>
    private static bool IsProse(List<List<PageLine>> rows, List<(double Left, double Right)> columns)
    {
        List<PageLine> lines = [.. rows.SelectMany(row => row)];
        return columns.Count(column => IsProse(lines.FindAll(line => line.Box.Left >= column.Left && line.Box.Right <= column.Right), column)) >= 2;
    }

    /// <summary>Whether the grid is well filled and every column's lines share a left edge, a right edge or a middle. Labels of a
    /// diagram overlap by chance, and lists set side by side begin with bullets: neither is a table.</summary>
    private static bool IsAligned(List<List<PageLine>> rows, List<(double Left, double Right)> columns)
    {
        List<PageLine> lines = [.. rows.SelectMany(row => row)];
        if (rows.Where(row => row.Count > 1).Sum(row => row.Count) < MinFilled * columns.Count * rows.Count(row => row.Count > 1)) return false;
        if (lines.Max(line => line.Size) > 1.6 * lines.Min(line => line.Size)) return false;
        int bulleted = 0;
        List<double> sizes = [];
        foreach ((double left, double right) in columns)
        {
            List<PageLine> own = lines.FindAll(line => line.Box.Left >= left && line.Box.Right <= right);
            if (own.Count(line => line.IsBulleted) * 2 > own.Count) bulleted++;
            sizes.Add(own.Select(line => line.Size).Order().ElementAt(own.Count / 2));
            bool isAligned = Share(own, box => box.Left) || Share(own, box => box.Right) || Share(own, box => (box.Left + box.Right) / 2);
            if (!isAligned) return false;
        }
        // years in large type head what stands beside them
        return bulleted < 2 && sizes.Max() <= OneSize * sizes.Min();
    }

    private static bool Share(List<PageLine> lines, Func<Box, double> edge)
    {
        List<double> edges = [.. lines.Select(line => edge(line.Box)).Order()];
        double middle = edges[edges.Count / 2];
        return edges.Count(each => Math.Abs(each - middle) <= Aligned * lines[0].Size) >= MinAligned * edges.Count;
    }

    private static bool IsProse(List<PageLine> lines, (double Left, double Right) column)
    {
        double width = column.Right - column.Left;
        if (width < ProseWidth * lines[0].Size) return false;
        return lines.Count(line => line.Box.Width >= ProseFill * width) >= lines.Count / 2.0;
    }
}

using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>Finds the upper row of a header that no ruling lines draw: names in the middle over several columns (国内, 海外 over the same years),
/// and beside them names of single columns that stand in the middle of both rows.</summary>
internal static class PageTableHeads
{
    // in font sizes
    private const double MaxRowGap = 1.5;
    private const double Centred = 0.8;

    // a header of two rows has names of single columns at three heights at most
    private const int MostVisualRows = 2;

    /// <summary>The table with the row that stands over it, or itself.</summary>
    /// <param name="table">A table found by alignment.</param>
    /// <param name="above">Visual rows above it, top to bottom, each left to right.</param>
    public static PageTable Over(PageTable table, List<List<PageLine>> above)
    {
        List<(PageLine Line, int First, int Last)> names = [];
        double reached = table.Box.Top;
        for (int i = above.Count - 1; i >= Math.Max(0, above.Count - MostVisualRows); i--)
        {
            if (reached - above[i].Max(line => line.Box.Bottom) > MaxRowGap * above[i][0].Size) break;
            List<(PageLine Line, int First, int Last)> found = [.. above[i].Select(line => Covered(table, line))];
            if (found.Exists(name => name.First < 0)) break;
            names.AddRange(found);
            reached = above[i].Min(line => line.Box.Top);
            if (found.Count(name => name.Last > name.First) > 0 && found.Count > 1) return AreApart(names, table) ? Build(table, names) : table;
        }
        return table;
    }

    /// <summary>The columns that a name stands over: the one it touches, or the fewest whose common middle is its own; -1 where there are none.</summary>
    private static (PageLine Line, int First, int Last) Covered(PageTable table, PageLine line)
    {
        double middle = (line.Box.Left + line.Box.Right) / 2;
        int[] touched = [.. Enumerable.Range(0, table.Columns.Count).Where(i => table.Columns[i].Left < line.Box.Right && line.Box.Left < table.Columns[i].Right)];
        if (touched.Length == 1) return (line, touched[0], touched[0]);
        for (int more = 1; more < table.Columns.Count; more++)
            for (int first = 0; first + more < table.Columns.Count; first++)
                if (Math.Abs(((table.Columns[first].Left + table.Columns[first + more].Right) / 2) - middle) <= Centred * line.Size
                    && touched.All(column => column >= first && column <= first + more)) return (line, first, first + more);
        return (line, -1, -1);
    }

    private static bool AreApart(List<(PageLine Line, int First, int Last)> names, PageTable table) =>
        names.SelectMany(name => Enumerable.Range(name.First, name.Last - name.First + 1)).GroupBy(column => column).All(group => group.Count() == 1)
        && names.TrueForAll(name => name.Last > name.First || table.Rows[0][name.First].Count == 0)
        && names.TrueForAll(name => name.Last == name.First || Enumerable.Range(name.First, name.Last - name.First + 1).All(column => table.Rows[0][column].Count > 0));

    private static PageTable Build(PageTable table, List<(PageLine Line, int First, int Last)> names)
    {
        IReadOnlyList<PageLine>[] row = [.. table.Columns.Select(_ => (IReadOnlyList<PageLine>)[])];
        List<SourceCell> cells = [];
        foreach ((PageLine line, int first, int last) in names)
        {
            row[first] = [line];
            cells.Add(new SourceCell(1, first + 1, first == last ? 2 : 1, last - first + 1, []));
        }
        return table.Under([row], new PageTableSpans(table.Rows.Count + 1, table.Columns.Count, cells));
    }
}

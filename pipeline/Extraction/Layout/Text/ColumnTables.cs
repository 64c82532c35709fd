using Extraction.Documents;

namespace Extraction.Layout.Text;

/// <summary>Tables with a row a line: the same number of columns, separated by tabs or by two and more blanks, in several lines.</summary>
internal static class ColumnTables
{
    private const int FewestTabbedRows = 2;
    private const int FewestSpacedRows = 3;

    internal static void Take(TextPage page)
    {
        for (int i = 0; i < page.Lines.Count; i++)
        {
            bool tabs = page.Lines[i].Text.Contains('\t', StringComparison.Ordinal);
            List<int> rows = RowsFrom(page, i, !tabs, out int columns);
            if (rows.Count < (tabs ? FewestTabbedRows : FewestSpacedRows)) continue;
            page.Add(Grid(page, rows, columns, !tabs));
            foreach (int row in rows) page.Taken[row] = true;
            i = rows[^1];
        }
    }

    private static List<int> RowsFrom(TextPage page, int first, bool atBlanks, out int columns)
    {
        var rows = new List<int>();
        columns = 0;
        for (int i = first; i < page.Lines.Count; i++)
        {
            if (page.Lines[i].IsBlank && rows.Count > 0 && rows[^1] == i - 1 && !page.Taken[i]) continue;
            if (!page.IsFree(i) || page.Lines[i].IsTabbed || LineForms.MarkerKind(page.Lines[i].Body) is "•" or "◦" or "●") break;
            IReadOnlyList<TextPiece> pieces = page.Lines[i].Pieces(atBlanks);
            if (rows.Count == 0) columns = pieces.Count;
            if (columns < 2 || pieces.Count != columns || pieces.All(piece => LineForms.IsOrdinals(piece.Text))) break;
            rows.Add(i);
        }
        return rows;
    }

    private static DraftTable Grid(TextPage page, List<int> lines, int columns, bool atBlanks)
    {
        List<IReadOnlyList<TextPiece>> rows = lines.ConvertAll(line => page.Lines[line].Pieces(atBlanks));
        bool header = rows[0].All(cell => cell.Text.Length > 0 && !cell.Text.Any(char.IsAsciiDigit) && !LineForms.EndsSentence(cell.Text))
            && rows.Skip(1).Any(row => row.Any(cell => cell.Text.Any(char.IsAsciiDigit)));
        var table = new DraftTable { Kind = TableKind.Table, Page = page.Number, Rows = rows.Count, Columns = columns, HeaderRows = header ? 1 : 0 };
        int container = page.NewContainer();
        for (int r = 0; r < rows.Count; r++)
            for (int c = 0; c < columns; c++)
                table.Add(rows[r][c], r + 1, c + 1, container, isHeader: header && r == 0);
        return table;
    }
}

using Extraction.Documents;

namespace Extraction.Layout.Text;

/// <summary>
/// Tables that a tool wrote with a cell a line, each line starting with a tab, a blank line between two rows; a lone tab is an empty
/// cell, and an empty cell at the head of a row belongs to the cell above it.
/// </summary>
internal static class TabTables
{
    private const int MostBlankLines = 2;

    internal static void Take(TextPage page)
    {
        for (int i = 0; i < page.Lines.Count; i++)
        {
            if (!page.Lines[i].IsTabbed || page.Taken[i]) continue;
            List<List<TextPiece>> rows = RowsFrom(page, i, out int last);
            int columns = UsualCount(rows);
            if (columns >= 2 && rows.Count >= 2)
            {
                page.Add(Grid(page, rows, columns));
                for (int line = i; line <= last; line++) page.Taken[line] = true;
            }
            i = last;
        }
    }

    private static List<List<TextPiece>> RowsFrom(TextPage page, int first, out int last)
    {
        var rows = new List<List<TextPiece>> { new() };
        last = first;
        for (int i = first, blanks = 0; i < page.Lines.Count && blanks <= MostBlankLines && !page.Taken[i]; i++)
        {
            TextLine line = page.Lines[i];
            if (line.IsTabbed)
            {
                if (blanks > 0) rows.Add([]);
                rows[^1].AddRange(CellsOf(line));
                (last, blanks) = (i, 0);
            }
            else if (line.IsBlank) blanks++;
            else break;
        }
        return rows;
    }

    private static IEnumerable<TextPiece> CellsOf(TextLine line) =>
        line.IsBlank ? [TextPiece.Of(line)] : line.Pieces().Skip(1);

    private static int UsualCount(List<List<TextPiece>> rows) =>
        rows.GroupBy(row => row.Count).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key == rows[0].Count)
            .ThenByDescending(group => group.Key).First().Key;

    private static DraftTable Grid(TextPage page, List<List<TextPiece>> rows, int columns)
    {
        bool header = rows[0].Count == columns && rows[0].TrueForAll(cell => cell.Text.Length > 0 && TextLine.WidthOf(cell.Text) <= 24 && !LineForms.IsValue(cell.Text, bare: true));
        var table = new DraftTable { Kind = TableKind.Table, Page = page.Number, HeaderRows = header ? 1 : 0, Rows = rows.Count, Columns = columns };
        int container = page.NewContainer();
        for (int r = 0; r < rows.Count; r++)
        {
            List<TextPiece> cells = Fit(rows[r], columns);
            for (int c = 0; c < cells.Count; c++)
                table.Add(cells[c], r + 1, c + 1, container, SpanBelow(rows, r, c, columns), isHeader: header && r == 0);
        }
        return table;
    }

    /// <summary>Rows below whose leading cells, up to this column, are all empty.</summary>
    private static int SpanBelow(List<List<TextPiece>> rows, int row, int column, int columns)
    {
        int span = 1;
        while (row + span < rows.Count && rows[row + span].Count == columns
            && rows[row + span].Take(column + 1).All(cell => cell.Text.Length == 0)) span++;
        return span;
    }

    /// <summary>A row with too many lines has wrapped cells: lines are joined behind the widest line until the row fits.</summary>
    private static List<TextPiece> Fit(List<TextPiece> row, int columns)
    {
        List<TextPiece> cells = [.. row];
        while (cells.Count > columns)
        {
            int widest = 0;
            for (int i = 1; i < cells.Count - 1; i++)
                if (TextLine.WidthOf(cells[i].Text) > TextLine.WidthOf(cells[widest].Text)) widest = i;
            cells[widest] = new TextPiece(cells[widest].Span.Union(cells[widest + 1].Span), cells[widest].Text + cells[widest + 1].Text);
            cells.RemoveAt(widest + 1);
        }
        return cells;
    }
}

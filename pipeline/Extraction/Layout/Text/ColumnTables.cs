using Extraction.Documents;

namespace Extraction.Layout.Text;

/// <summary>Tables with a row a line: the same number of columns, separated by tabs or by two and more blanks, in several lines.</summary>
internal static class ColumnTables
{
    private const int FewestTabbedRows = 2;
    private const int FewestSpacedRows = 3;
    private const int FewestMergedColumns = 3;
    private const int FewestLabelledRows = 3;
    private const int WidestLabel = 24;

    /// <summary>Takes the tables whose rows are certain without a look at anything else: three and more columns set apart by tabs, the
    /// first one empty where a cell above reaches down.</summary>
    internal static void TakeMerged(TextPage page)
    {
        for (int i = 0; i < page.Lines.Count; i++)
        {
            List<int> rows = RowsFrom(page, i, atBlanks: false, out int columns);
            bool isMerged = columns >= FewestMergedColumns && rows.Exists(row => page.Lines[row].IsTabbed);
            if (isMerged) Take(page, rows, columns, atBlanks: false);
            // rows that make no such table together make none without the first of them
            if (rows.Count > 0) i = isMerged ? rows[^1] : Math.Max(i, rows[^1] - 1);
        }
    }

    internal static void Take(TextPage page)
    {
        for (int i = 0; i < page.Lines.Count; i++)
        {
            bool tabs = page.Lines[i].Text.Contains('\t', StringComparison.Ordinal);
            List<int> rows = RowsFrom(page, i, !tabs, out int columns);
            if (rows.Count < (tabs ? FewestTabbedRows : FewestSpacedRows)) continue;
            Take(page, rows, columns, !tabs);
            i = rows[^1];
        }
    }

    private static void Take(TextPage page, List<int> rows, int columns, bool atBlanks)
    {
        page.Add(Grid(page, rows, columns, atBlanks));
        foreach (int row in rows) page.Taken[row] = true;
    }

    private static List<int> RowsFrom(TextPage page, int first, bool atBlanks, out int columns)
    {
        var rows = new List<int>();
        columns = 0;
        for (int i = first; i < page.Lines.Count; i++)
        {
            TextLine line = page.Lines[i];
            if (line.IsBlank && rows.Count > 0 && rows[^1] == i - 1 && !page.Taken[i]) continue;
            if (!page.IsFree(i) || LineForms.MarkerKind(line.Body) is "•" or "◦" or "●") break;
            // a line that starts with a tab is a row where it stands directly under one and fills the other columns
            if (line.IsTabbed && (atBlanks || columns < FewestMergedColumns || rows[^1] != i - 1)) break;
            IReadOnlyList<TextPiece> pieces = Row(line, atBlanks, columns);
            if (rows.Count == 0) columns = pieces.Count;
            if (columns < 2 || pieces.Count != columns || pieces.All(piece => LineForms.IsOrdinals(piece.Text))) break;
            rows.Add(i);
        }
        return rows;
    }

    /// <summary>A row's pieces; empty cells at its end, which leave tabs only, are pieces up to the number of columns.</summary>
    private static IReadOnlyList<TextPiece> Row(TextLine line, bool atBlanks, int columns)
    {
        IReadOnlyList<TextPiece> pieces = line.Pieces(atBlanks);
        int tabs = line.Text.Count(c => c == '\t');
        if (atBlanks || pieces.Count < 2 || pieces.Count >= columns || tabs < columns - 1) return pieces;
        return [.. pieces, .. Enumerable.Repeat(TextPiece.Of(line.Start + line.Text.Length, ""), columns - pieces.Count)];
    }

    private static DraftTable Grid(TextPage page, List<int> lines, int columns, bool atBlanks)
    {
        List<IReadOnlyList<TextPiece>> rows = lines.ConvertAll(line => Row(page.Lines[line], atBlanks, columns));
        bool header = HasHeader(rows);
        var table = new DraftTable { Kind = TableKind.Table, Page = page.Number, Rows = rows.Count, Columns = columns, HeaderRows = header ? 1 : 0 };
        int container = page.NewContainer();
        for (int r = 0; r < rows.Count; r++)
            for (int c = 0; c < columns; c++)
                table.Add(rows[r][c], r + 1, c + 1, container, header && r == 0 ? 1 : SpanBelow(rows, r, c), isHeader: header && r == 0);
        return table;
    }

    /// <summary>Labels without digits name the columns if digits stand under them, or if short labels stand over three columns that do not repeat them.</summary>
    private static bool HasHeader(List<IReadOnlyList<TextPiece>> rows)
    {
        if (!rows[0].All(cell => cell.Text.Length > 0 && !cell.Text.Any(char.IsAsciiDigit) && !LineForms.EndsSentence(cell.Text))) return false;
        List<string> body = [.. rows.Skip(1).SelectMany(row => row).Select(cell => cell.Text)];
        if (body.Exists(text => text.Any(char.IsAsciiDigit))) return true;
        return rows.Count >= FewestLabelledRows && rows[0].Count >= FewestMergedColumns
            && rows[0].All(cell => TextLine.WidthOf(cell.Text) <= WidestLabel && !body.Contains(cell.Text));
    }

    /// <summary>Rows that a cell covers: those below whose leading cells, up to its column, are all empty. Names of columns cover none.</summary>
    private static int SpanBelow(List<IReadOnlyList<TextPiece>> rows, int row, int column)
    {
        int span = 1;
        if (rows[row][column].Text.Length == 0) return span;
        while (row + span < rows.Count && rows[row + span].Take(column + 1).All(cell => cell.Text.Length == 0)) span++;
        return span;
    }
}

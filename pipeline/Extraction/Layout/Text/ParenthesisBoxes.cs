using Extraction.Diagnostics;
using Extraction.Documents;

namespace Extraction.Layout.Text;

/// <summary>
/// Boxes that a tool wrote between a <c>(</c> at the end of a line and a line with nothing but <c>)</c>: a table that runs on,
/// the numbers and labels of a chart, or loose words.
/// </summary>
internal static class ParenthesisBoxes
{
    private const int MostLines = 400;

    // a box runs on what stands near it
    private const int MostTables = 200;

    internal static void Take(TextPage page, IReadOnlyList<DraftTable> tablesBefore, DiagnosticBag diagnostics)
    {
        for (int i = 0; i < page.Lines.Count; i++)
        {
            int close = page.Taken[i] ? -1 : CloseOf(page, i);
            if (close < 0) continue;
            Open(page, i, close);
            List<TextPiece> items = Items(page, i + 1, close);
            int container = page.NewContainer();
            DraftTable? host = page.Tables.Take(MostTables).Concat(Last(tablesBefore)).FirstOrDefault(table => StartsWithHeader(items, table));
            if (host is not null) RunOn(page, host, items, container, diagnostics);
            else if (ValuesAndLabels.Pair([.. items.Select(item => item.Text)], bare: true) is { } pairs) page.Add(Chart(page, items, pairs, container));
            else foreach (TextPiece item in items) page.Blocks.Add(Loose(page, item, container));
            i = close;
        }
    }

    private static IEnumerable<DraftTable> Last(IReadOnlyList<DraftTable> tables) =>
        Enumerable.Range(1, Math.Min(tables.Count, MostTables)).Select(back => tables[^back]);

    private static int CloseOf(TextPage page, int open)
    {
        string body = page.Lines[open].Body;
        if (body != "(" && !body.EndsWith(" (", StringComparison.Ordinal) && !body.EndsWith("\t(", StringComparison.Ordinal)) return -1;
        for (int i = open + 1; i < page.Lines.Count && i - open <= MostLines; i++)
            if (page.Taken[i]) return -1;
            else if (page.Lines[i].Body == ")") return i;
            else if (page.Lines[i].Body.EndsWith(" (", StringComparison.Ordinal)) return -1;
        return -1;
    }

    /// <summary>Takes the box's lines, and the bracket off the line before it.</summary>
    private static void Open(TextPage page, int open, int close)
    {
        string text = page.Lines[open].Text;
        page.Lines[open] = page.Lines[open] with { Text = text[..text.LastIndexOf('(')] };
        for (int i = open + 1; i <= close; i++) page.Taken[i] = true;
        page.Taken[open] = page.Lines[open].IsBlank;
    }

    /// <summary>An item a line; a line with nothing but a blank glues its neighbours (WPS, blank, AI). A single line holds an item a word.</summary>
    private static List<TextPiece> Items(TextPage page, int first, int end)
    {
        var items = new List<TextPiece>();
        bool glue = false;
        for (int i = first; i < end; i++)
        {
            TextLine line = page.Lines[i];
            if (line.IsBlank)
            {
                glue = line.Text.Length > 0;
                continue;
            }
            if (glue && items.Count > 0) items[^1] = new TextPiece(items[^1].Span.Union(line.Span), items[^1].Text + " " + line.Body);
            else items.Add(TextPiece.Of(line));
            glue = false;
        }
        return items.Count == 1 ? Words(items[0]) : items;
    }

    private static List<TextPiece> Words(TextPiece line)
    {
        var words = new List<TextPiece>();
        int at = 0;
        foreach (string word in line.Text.Split(' '))
        {
            if (word.Trim().Length > 0) words.Add(TextPiece.Of(line.Span.Start + at, word));
            at += word.Length + 1;
        }
        return ValuesAndLabels.Pair([.. words.Select(word => word.Text)], bare: true) is null ? [line] : words;
    }

    private static bool StartsWithHeader(List<TextPiece> items, DraftTable table)
    {
        if (table.Kind != TableKind.Table || table.HeaderRows == 0 || items.Count <= table.Columns) return false;
        List<DraftBlock> header = table.Cells.FindAll(cell => cell.Cell!.IsHeader);
        return header.Count == table.Columns
            && header.Select(cell => LineForms.Fold(cell.Text)).SequenceEqual(items.Take(header.Count).Select(item => LineForms.Fold(item.Text)));
    }

    /// <summary>
    /// Adds the box's cells to the grid that it continues. The first column's value may stand once for all rows: so it is read where the
    /// count of cells allows nothing else, or where both fit and the grid has such a cell already.
    /// </summary>
    private static void RunOn(TextPage page, DraftTable table, List<TextPiece> items, int container, DiagnosticBag diagnostics)
    {
        int columns = table.Columns, first = table.Rows + 1;
        List<TextPiece> header = items[..columns], cells = items[columns..];
        page.Blocks.AddRange(header.ConvertAll(item => Repeated(page, item, container)));
        bool plain = cells.Count % columns == 0, merged = columns > 1 && (cells.Count - 1) % (columns - 1) == 0 && cells.Count > 1;
        if (merged && (!plain || table.Cells.Exists(cell => cell.Cell is { Column: 1, RowSpan: > 1 })))
        {
            AddCell(page, table, cells[0], first, 1, container, (cells.Count - 1) / (columns - 1));
            for (int i = 1; i < cells.Count; i++) AddCell(page, table, cells[i], first + (i - 1) / (columns - 1), 2 + (i - 1) % (columns - 1), container);
            return;
        }
        for (int i = 0; i < cells.Count; i++) AddCell(page, table, cells[i], first + i / columns, 1 + i % columns, container);
        if (!plain)
            diagnostics.Warning("layout-table-uneven", "layout", $"A table that runs on has {cells.Count} cells for {columns} columns; its rows are a guess.", new Locator { Page = page.Number });
    }

    private static void AddCell(TextPage page, DraftTable table, TextPiece item, int row, int column, int container, int rowSpan = 1)
    {
        if (table.Add(item, row, column, container, rowSpan, page.Number) is { } cell) page.Blocks.Add(cell);
    }

    private static DraftTable Chart(TextPage page, List<TextPiece> items, IReadOnlyList<(int Label, int Value)> pairs, int container)
    {
        var chart = new DraftTable { Kind = TableKind.Infographic, Page = page.Number };
        for (int i = 0; i < pairs.Count; i++)
        {
            chart.Add(items[pairs[i].Label], i + 1, 1, container);
            chart.Add(items[pairs[i].Value], i + 1, 2, container);
        }
        return chart;
    }

    private static DraftBlock Repeated(TextPage page, TextPiece item, int container) =>
        new() { Role = BlockRole.Repeated, Span = item.Span, Text = item.Text, Page = page.Number, Container = container };

    private static DraftBlock Loose(TextPage page, TextPiece item, int container) =>
        new() { Role = BlockRole.Paragraph, Span = item.Span, Text = item.Text, Page = page.Number, Container = container };
}

using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>Appends tables and charts as cell blocks, row by row, with their grid. Numbers the grids of one document from 1.</summary>
public sealed class TableWriter(RawTextBuilder text, OutlineBuilder outline)
{
    private readonly BlockWriter writer = new(text, outline);
    private int tables;

    /// <summary>Appends a table. Where the format marks no header rows, the first row is one if it looks like labels.</summary>
    /// <param name="table">The table.</param>
    /// <param name="page">Its page.</param>
    /// <param name="container">Its box number.</param>
    /// <param name="caption">Index of the block that names it, null where none does.</param>
    /// <param name="rowsBelow">Rows that <see cref="Continue"/> will add.</param>
    /// <returns>The grid's number.</returns>
    public int Write(SourceTable table, int page, int container, int? caption = null, int rowsBelow = 0)
    {
        int headers = table.HeaderRows > 0 ? table.HeaderRows : HeaderRows.Guess(table);
        outline.StartContainer();
        text.Add(new TableGrid(++tables, TableKind.Table, table.Rows + rowsBelow, table.Columns, headers, caption));
        foreach (SourceCell cell in table.Cells)
        {
            var address = new CellAddress(tables, cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, cell.Row <= headers);
            writer.WriteCell(cell.Paragraphs, address, PageOf(cell) ?? page, container);
        }
        return tables;
    }

    /// <summary>Appends a table that goes on with the last one: its rows join that grid, a header that it repeats is kept as repeated text.</summary>
    /// <param name="table">The table.</param>
    /// <param name="page">Its page.</param>
    /// <param name="container">Its box number.</param>
    /// <param name="rowsAbove">Rows of the grid above its first new one.</param>
    /// <param name="repeated">Leading rows that repeat the header.</param>
    public void Continue(SourceTable table, int page, int container, int rowsAbove, int repeated)
    {
        foreach (SourceCell cell in table.Cells)
        {
            if (cell.Row > repeated)
                writer.WriteCell(cell.Paragraphs, new CellAddress(tables, cell.Row - repeated + rowsAbove, cell.Column, cell.RowSpan, cell.ColumnSpan), PageOf(cell) ?? page, container);
            else
                foreach (SourceParagraph paragraph in cell.Paragraphs) writer.Write(paragraph, BlockRole.Repeated, 0, page, container);
        }
    }

    /// <summary>Appends a chart: its title as caption, then a grid with the series' names in row 1 and the categories in column 1.</summary>
    /// <returns>The grid's number.</returns>
    public int Write(SourceChart chart, int page, int container, int? caption = null)
    {
        outline.StartContainer();
        if (chart.Title is { } title)
            caption = writer.Write(Line(title, chart.Locator), BlockRole.Caption, 0, page, container) ?? caption;
        if (chart.ValueTitle is { } unit) writer.Write(Line(unit, chart.Locator), BlockRole.Caption, 0, page, container);
        text.Add(new TableGrid(++tables, TableKind.Chart, chart.Categories.Length + 1, chart.Series.Length + 1, 1, caption));
        WriteCell(1, 1, chart.CategoryTitle, isHeader: true);
        for (int s = 0; s < chart.Series.Length; s++) WriteCell(1, s + 2, chart.Series[s].Name, isHeader: true);
        for (int c = 0; c < chart.Categories.Length; c++)
        {
            WriteCell(c + 2, 1, chart.Categories[c], isHeader: true);
            for (int s = 0; s < chart.Series.Length; s++) WriteCell(c + 2, s + 2, chart.Series[s].Values[c], isHeader: false);
        }
        return tables;

        void WriteCell(int row, int column, string? value, bool isHeader)
        {
            if (string.IsNullOrEmpty(value)) return;
            writer.WriteCell([Line(value, chart.Locator)], new CellAddress(tables, row, column, IsHeader: isHeader), page, container);
        }
    }

    // a table of a flowing text may run over pages
    private static int? PageOf(SourceCell cell) => cell.Paragraphs is [{ Runs: [var first, ..] }, ..] ? first.Locator.Page : null;

    private static SourceParagraph Line(string value, Locator locator) => new(ImmutableArray.Create(new SourceRun(value, locator)));
}

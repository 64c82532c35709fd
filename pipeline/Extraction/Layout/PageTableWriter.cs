using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>Writes tables as cells, and goes on with the table of the page before where a page begins with its continuation.</summary>
internal sealed class PageTableWriter
{
    private PageTable? first;
    private int number;
    private int rows;
    private int headerRows;
    private int? caption;
    private int lastPage;
    private bool endsPage;
    private int?[] above = [];

    /// <summary>Writes one page's table.</summary>
    public void Write(RawTextBuilder builder, PageTable table, TablePlace place)
    {
        bool goesOn = first is not null && endsPage && place.StartsPage && place.Page == lastPage + 1 && first.GoesOnIn(table, place.IsTitled);
        if (!goesOn) Start(builder, table);
        int from = 0;
        if (goesOn && headerRows > 0 && first!.RepeatsHeader(table))
        {
            for (; from < headerRows; from++) WriteRepeatedHeader(builder, table.Rows[from], place);
        }
        for (int row = from; row < table.Rows.Count; row++) WriteRow(builder, table, row, from, place);
        (lastPage, endsPage) = (place.Page, false);
    }

    /// <summary>Says whether the page's content ended with the table.</summary>
    public void EndPage(int page, bool endsWithTable) => endsPage = endsWithTable && page == lastPage;

    /// <summary>Adds the last grid.</summary>
    public void Finish(RawTextBuilder builder)
    {
        if (first is not null) builder.Add(new TableGrid(number, TableKind.Table, rows, first.Columns.Count, headerRows, caption));
        first = null;
    }

    private void Start(RawTextBuilder builder, PageTable table)
    {
        Finish(builder);
        first = table;
        number++;
        rows = 0;
        headerRows = table.HeaderRows;
        caption = builder.Blocks.Count > 0 && builder.Blocks[^1].Role == BlockRole.Caption ? builder.Blocks.Count - 1 : null;
        above = new int?[table.Columns.Count];
    }

    private static void WriteRepeatedHeader(RawTextBuilder builder, IReadOnlyList<PageLine>[] row, TablePlace place)
    {
        foreach (IReadOnlyList<PageLine> cell in row.Where(cell => cell.Count > 0))
            builder.Add(new Block
            {
                Index = 0,
                Role = BlockRole.Repeated,
                Span = builder.AppendLines(cell),
                Page = place.Page,
                Container = place.Container,
            });
    }

    private void WriteRow(RawTextBuilder builder, PageTable table, int row, int from, TablePlace place)
    {
        rows++;
        bool isHeader = rows <= headerRows;
        bool isMerged = true;
        for (int column = 0; column < table.Columns.Count; column++)
        {
            if (table.Rows[row][column].Count == 0)
            {
                if (!IsDecided(table, row, column, from) && isMerged && above[column] is { } upper) Widen(builder, upper);
                else if (!IsCovered(table, row, column)) above[column] = null;
                continue;
            }
            isMerged = false;
            int index = WriteCell(builder, table, row, column, isHeader, place);
            (int _, int columns) = table.Spans?.Of(row, column) ?? (1, 1);
            for (int covered = column; covered < column + columns; covered++) above[covered] = null;
            above[column] = isHeader ? null : index;
        }
    }

    private int WriteCell(RawTextBuilder builder, PageTable table, int row, int column, bool isHeader, TablePlace place)
    {
        (int height, int width) = table.Spans?.Of(row, column) ?? (1, 1);
        TextSpan span = builder.AppendLines(table.Rows[row][column]);
        return builder.Add(new Block
        {
            Index = 0,
            Role = BlockRole.Cell,
            Span = span,
            Page = place.Page,
            Container = place.Container,
            Parent = place.Parent,
            Cell = new CellAddress(number, rows, column + 1, height, width, isHeader),
        });
    }

    /// <summary>Whether ruling lines leave no guess what an empty position is. They do for a cell that a page break, or the header
    /// repeated behind it, cut off from the page before.</summary>
    private static bool IsDecided(PageTable table, int row, int column, int from) => table is { IsRuled: true, Spans: { } spans }
        && spans.TopOf(row, column) is int top && top >= from && (top > from || spans.IsFilled(row, column));

    private static bool IsCovered(PageTable table, int row, int column) => table.Spans is { } spans && spans.TopOf(row, column) < row;

    /// <summary>An empty cell at the left, under a filled one, is part of a cell merged downwards.</summary>
    private static void Widen(RawTextBuilder builder, int index) =>
        builder.Update(index, block => block with { Cell = block.Cell! with { RowSpan = block.Cell.RowSpan + 1 } });
}

/// <summary>Where a table stands.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Container">Number of its box in the document.</param>
/// <param name="Parent">The block that governs it.</param>
/// <param name="StartsPage">Whether nothing but the page's title stands above it.</param>
/// <param name="IsTitled">Whether anything stands above it.</param>
internal readonly record struct TablePlace(int Page, int Container, int? Parent, bool StartsPage, bool IsTitled);

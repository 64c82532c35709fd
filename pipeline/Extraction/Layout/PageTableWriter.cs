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
    /// <param name="builder">Where to.</param>
    /// <param name="table">What was found.</param>
    /// <param name="page">From 1.</param>
    /// <param name="container">Number of the table's box in the document.</param>
    /// <param name="parent">The block that governs it.</param>
    /// <param name="startsPage">Whether no other content stands above it.</param>
    public void Write(RawTextBuilder builder, PageTable table, int page, int container, int? parent, bool startsPage)
    {
        bool goesOn = first is not null && endsPage && startsPage && page == lastPage + 1 && first.GoesOnIn(table);
        if (!goesOn) Start(builder, table);
        int from = 0;
        if (goesOn && headerRows > 0 && first!.RepeatsHeader(table))
        {
            WriteRepeatedHeader(builder, table.Rows[0], page, container);
            from = 1;
        }
        for (int row = from; row < table.Rows.Count; row++) WriteRow(builder, table.Rows[row], page, container, parent);
        (lastPage, endsPage) = (page, false);
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
        headerRows = table.HasHeader ? 1 : 0;
        caption = builder.Blocks.Count > 0 && builder.Blocks[^1].Role == BlockRole.Caption ? builder.Blocks.Count - 1 : null;
        above = new int?[table.Columns.Count];
    }

    private static void WriteRepeatedHeader(RawTextBuilder builder, IReadOnlyList<PageLine>[] row, int page, int container)
    {
        foreach (IReadOnlyList<PageLine> cell in row)
            builder.Add(new Block
            {
                Index = 0, Role = BlockRole.Repeated, Span = builder.AppendLines(cell), Page = page, Container = container,
            });
    }

    private void WriteRow(RawTextBuilder builder, IReadOnlyList<PageLine>[] row, int page, int container, int? parent)
    {
        rows++;
        bool isHeader = rows <= headerRows;
        bool isMerged = true;
        for (int column = 0; column < row.Length; column++)
        {
            if (row[column].Count == 0)
            {
                if (isMerged && above[column] is { } upper) Widen(builder, upper);
                else above[column] = null;
                continue;
            }
            isMerged = false;
            TextSpan span = builder.AppendLines(row[column]);
            int index = builder.Add(new Block
            {
                Index = 0, Role = BlockRole.Cell, Span = span, Page = page, Container = container, Parent = parent,
                Cell = new CellAddress(number, rows, column + 1, IsHeader: isHeader),
            });
            above[column] = isHeader ? null : index;
        }
    }

    /// <summary>An empty cell at the left, under a filled one, is part of a cell merged downwards.</summary>
    private static void Widen(RawTextBuilder builder, int index) =>
        builder.Update(index, block => block with { Cell = block.Cell! with { RowSpan = block.Cell.RowSpan + 1 } });
}

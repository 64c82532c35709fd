using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>A table on one page: rows of cells, each cell the lines that were wrapped in it (empty for an empty cell).</summary>
/// <param name="Columns">Each column's horizontal extent, left to right.</param>
/// <param name="Rows">Top to bottom; as many cells as there are columns.</param>
internal sealed record PageTable(IReadOnlyList<(double Left, double Right)> Columns, IReadOnlyList<IReadOnlyList<PageLine>[]> Rows)
{
    private const int MaxHeaderLetters = 14;

    // edges of ruled columns are drawn at the same place on each page, in points
    private const double SameEdge = 3;

    private int? headerRows;

    /// <summary>Which positions are merged; null where none is known to be.</summary>
    public PageTableSpans? Spans { get; private init; }

    /// <summary>Whether ruling lines draw the table, so that nothing about its cells is a guess.</summary>
    public bool IsRuled { get; private init; }

    /// <summary>The table that ruling lines draw; null for one without text.</summary>
    public static PageTable? Of(SourceTable source, PageFrame frame)
    {
        List<PageLine>[][] rows = [.. Enumerable.Range(0, source.Rows).Select(_ => Enumerable.Range(0, source.Columns).Select(_ => new List<PageLine>()).ToArray())];
        foreach (SourceCell cell in source.Cells)
            rows[cell.Row - 1][cell.Column - 1].AddRange(cell.Paragraphs.Select(paragraph => PageLine.From([paragraph], source, frame)));
        if (rows.All(row => row.All(cell => cell.Count == 0))) return null;
        List<(double Left, double Right)> columns = [.. source.ColumnEdges.Zip(source.ColumnEdges.Skip(1))];
        return new PageTable(columns, rows) { Spans = new PageTableSpans(source), IsRuled = true, headerRows = Layout.HeaderRows.Guess(source) };
    }

    /// <summary>The place of the whole table.</summary>
    public Box Box { get; } = Rows.SelectMany(row => row).SelectMany(cell => cell).Select(line => line.Box).Aggregate((left, right) => left.Union(right));

    /// <summary>All its lines.</summary>
    public IEnumerable<PageLine> Lines => Rows.SelectMany(row => row).SelectMany(cell => cell);

    /// <summary>This table under rows that name several of its columns at once.</summary>
    public PageTable Under(IReadOnlyList<IReadOnlyList<PageLine>[]> heads, PageTableSpans spans) =>
        new(Columns, [.. heads, .. Rows]) { Spans = spans, headerRows = heads.Count + 1 };

    /// <summary>How many rows name the columns. Without lines, the first does if every cell is filled, short, without digits.</summary>
    public int HeaderRows => headerRows ?? (Rows[0].All(cell => cell.Count > 0 && TextOf(cell) is { Length: <= MaxHeaderLetters } text && !text.Any(char.IsAsciiDigit)) ? 1 : 0);

    /// <summary>Whether <paramref name="next"/>, on the following page, is this table's continuation.</summary>
    /// <param name="next">The first thing on that page, its title apart.</param>
    /// <param name="isTitled">Whether a title stands above it: then names of columns begin another table, in the same ruled columns too.</param>
    public bool GoesOnIn(PageTable next, bool isTitled)
    {
        if (next.Columns.Count != Columns.Count) return false;
        bool isRuled = IsRuled && next.IsRuled;
        for (int i = 0; i < Columns.Count; i++)
            if (isRuled ? !IsSameEdge(i, next) : !Overlaps(i, next)) return false;
        return next.HeaderRows == 0 || RepeatsHeader(next) || (isRuled && HeaderRows > 0 && !isTitled);
    }

    private bool IsSameEdge(int column, PageTable next) =>
        Math.Abs(Columns[column].Left - next.Columns[column].Left) <= SameEdge && Math.Abs(Columns[column].Right - next.Columns[column].Right) <= SameEdge;

    private bool Overlaps(int column, PageTable next) =>
        Columns[column].Left < next.Columns[column].Right && next.Columns[column].Left < Columns[column].Right;

    /// <summary>Whether <paramref name="next"/> begins with this table's header, or its first row, again.</summary>
    public bool RepeatsHeader(PageTable next)
    {
        int rows = Math.Max(1, HeaderRows);
        return Said(this, rows).SequenceEqual(Said(next, rows), StringComparer.Ordinal);
    }

    private static IEnumerable<string> Said(PageTable table, int rows) => table.Rows.Take(rows).SelectMany(row => row).Select(TextOf);

    /// <summary>The text of a cell without line ends.</summary>
    public static string TextOf(IReadOnlyList<PageLine> cell) => string.Concat(cell.Select(line => line.Text.Trim()));
}

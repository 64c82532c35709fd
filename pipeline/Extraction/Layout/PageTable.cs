using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>A table on one page: rows of cells, each cell the lines that were wrapped in it (empty for an empty cell).</summary>
/// <param name="Columns">Each column's horizontal extent, left to right.</param>
/// <param name="Rows">Top to bottom; as many cells as there are columns.</param>
internal sealed record PageTable(IReadOnlyList<(double Left, double Right)> Columns, IReadOnlyList<IReadOnlyList<PageLine>[]> Rows)
{
    // a table goes on in columns that overlap; in a row that repeats the header word for word
    private const int MaxHeaderLetters = 14;

    /// <summary>The place of the whole table.</summary>
    public Box Box { get; } = Rows.SelectMany(row => row).SelectMany(cell => cell).Select(line => line.Box).Aggregate((left, right) => left.Union(right));

    /// <summary>All its lines.</summary>
    public IEnumerable<PageLine> Lines => Rows.SelectMany(row => row).SelectMany(cell => cell);

    /// <summary>Whether the first row names the columns: every cell filled, short, without digits.</summary>
    public bool HasHeader => Rows[0].All(cell => cell.Count > 0 && TextOf(cell) is { Length: <= MaxHeaderLetters } text && !text.Any(char.IsAsciiDigit));

    /// <summary>Whether <paramref name="next"/>, on the following page, is this table's continuation.</summary>
    public bool GoesOnIn(PageTable next)
    {
        if (next.Columns.Count != Columns.Count) return false;
        for (int i = 0; i < Columns.Count; i++)
            if (Columns[i].Left >= next.Columns[i].Right || next.Columns[i].Left >= Columns[i].Right) return false;
        return !next.HasHeader || RepeatsHeader(next);
    }

    /// <summary>Whether the first row of <paramref name="next"/> is this table's first row again.</summary>
    public bool RepeatsHeader(PageTable next) => Rows[0].Select(TextOf).SequenceEqual(next.Rows[0].Select(TextOf), StringComparer.Ordinal);

    /// <summary>The text of a cell without line ends.</summary>
    public static string TextOf(IReadOnlyList<PageLine> cell) => string.Concat(cell.Select(line => line.Text.Trim()));
}

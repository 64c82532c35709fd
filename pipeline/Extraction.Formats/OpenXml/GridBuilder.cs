using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Formats.OpenXml;

/// <summary>Collects a table's cells row by row and resolves vertical merges; covered positions that hold text add it to the cell that covers them.</summary>
/// <param name="maxPositions">Most grid positions; behind them a cell is one column wide, so that no span multiplies what the file holds.</param>
internal sealed class GridBuilder(int maxPositions)
{
    private readonly List<SourceCell> cells = [];
    private Dictionary<int, int> above = [];
    private Dictionary<int, int> current = [];
    private readonly Dictionary<int, List<SourceParagraph>> covered = [];
    private int positions;
    private int columns;

    /// <summary>Rows opened so far; the current row's number.</summary>
    public int Rows { get; private set; }

    /// <summary>Cells so far, in order of their top left position.</summary>
    public int Count => cells.Count;

    /// <summary>Begins the next row.</summary>
    public void StartRow()
    {
        Rows++;
        (above, current) = (current, above);
        current.Clear();
    }

    /// <summary>Adds a cell in the current row.</summary>
    public void Add(int column, int rowSpan, int columnSpan, ImmutableArray<SourceParagraph> paragraphs)
    {
        if (positions + columnSpan > maxPositions) columnSpan = 1;
        cells.Add(new SourceCell(Rows, column, rowSpan, columnSpan, paragraphs));
        columns = Math.Max(columns, column + columnSpan - 1);
        for (int i = 0; i < columnSpan; i++) Own(column + i, cells.Count - 1);
    }

    /// <summary>A position of the current row that the cell left of it covers.</summary>
    public bool CoverFromLeft(int column, ImmutableArray<SourceParagraph> paragraphs) => Cover(current, column - 1, column, false, paragraphs);

    /// <summary>A position of the current row that the cell above it covers.</summary>
    public bool CoverFromAbove(int column, int columnSpan, ImmutableArray<SourceParagraph> paragraphs)
    {
        if (!Cover(above, column, column, true, paragraphs)) return false;
        for (int i = 1; i < columnSpan; i++) Own(column + i, current[column]);
        return true;
    }

    public SourceTable Build(Locator place, SourceLayer layer, int headerRows)
    {
        return new SourceTable(place, layer, Rows, columns, [.. cells.Select(Fitted)]) { HeaderRows = Math.Min(headerRows, Rows) };
    }

    private SourceCell Fitted(SourceCell cell, int index)
    {
        int span = Math.Clamp(cell.RowSpan, 1, Rows - cell.Row + 1);
        if (covered.TryGetValue(index, out List<SourceParagraph>? more)) return cell with { RowSpan = span, Paragraphs = cell.Paragraphs.AddRange(more) };
        return span == cell.RowSpan ? cell : cell with { RowSpan = span };
    }

    private void Own(int column, int cell)
    {
        if (current.TryAdd(column, cell)) positions++;
        else current[column] = cell;
    }

    private bool Cover(Dictionary<int, int> row, int ownerColumn, int column, bool grows, ImmutableArray<SourceParagraph> paragraphs)
    {
        if (!row.TryGetValue(ownerColumn, out int index)) return false;
        SourceCell cell = cells[index];
        if (!paragraphs.IsEmpty)
        {
            if (!covered.TryGetValue(index, out List<SourceParagraph>? texts)) covered[index] = texts = [];
            texts.AddRange(paragraphs);
        }
        if (grows) cell = cell with { RowSpan = Math.Max(cell.RowSpan, Rows - cell.Row + 1) };
        else cell = cell with { ColumnSpan = Math.Max(cell.ColumnSpan, column - cell.Column + 1) };
        cells[index] = cell;
        columns = Math.Max(columns, column);
        Own(column, index);
        return true;
    }
}

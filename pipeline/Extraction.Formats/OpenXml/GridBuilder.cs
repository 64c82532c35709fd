using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Formats.OpenXml;

/// <summary>Collects a table's cells row by row and resolves vertical merges; covered positions that hold text add it to the cell that covers them.</summary>
/// <param name="maxPositions">Most grid positions; behind them a cell is one column wide, so that no span multiplies what the file holds.</param>
internal sealed class GridBuilder(int maxPositions)
{
    private readonly List<SourceCell> cells = [];
    private readonly Dictionary<(int Row, int Column), int> owners = [];
    private readonly Dictionary<int, List<SourceParagraph>> covered = [];
    private int columns;

    /// <summary>Rows opened so far; the current row's number.</summary>
    public int Rows { get; private set; }

    /// <summary>Cells so far, in order of their top left position.</summary>
    public int Count => cells.Count;

    public void StartRow() => Rows++;

    /// <summary>Adds a cell in the current row.</summary>
    public void Add(int column, int rowSpan, int columnSpan, ImmutableArray<SourceParagraph> paragraphs)
    {
        if (owners.Count + columnSpan > maxPositions) columnSpan = 1;
        cells.Add(new SourceCell(Rows, column, rowSpan, columnSpan, paragraphs));
        columns = Math.Max(columns, column + columnSpan - 1);
        for (int i = 0; i < columnSpan; i++) owners[(Rows, column + i)] = cells.Count - 1;
    }

    /// <summary>A position of the current row that the cell left of it covers.</summary>
    public bool CoverFromLeft(int column, ImmutableArray<SourceParagraph> paragraphs) => Cover(Rows, column - 1, column, false, paragraphs);

    /// <summary>A position of the current row that the cell above it covers.</summary>
    public bool CoverFromAbove(int column, int columnSpan, ImmutableArray<SourceParagraph> paragraphs)
    {
        if (!Cover(Rows - 1, column, column, true, paragraphs)) return false;
        for (int i = 1; i < columnSpan; i++) owners[(Rows, column + i)] = owners[(Rows, column)];
        return true;
    }

    public SourceTable Build(Locator place, SourceLayer layer, int headerRows)
    {
        SourceCell[] fitted = [.. cells.Select((cell, i) => cell with
        {
            RowSpan = Math.Clamp(cell.RowSpan, 1, Rows - cell.Row + 1),
            Paragraphs = covered.TryGetValue(i, out List<SourceParagraph>? more) ? cell.Paragraphs.AddRange(more) : cell.Paragraphs,
        })];
        return new SourceTable(place, layer, Rows, columns, [.. fitted]) { HeaderRows = Math.Min(headerRows, Rows) };
    }

    private bool Cover(int ownerRow, int ownerColumn, int column, bool grows, ImmutableArray<SourceParagraph> paragraphs)
    {
        if (!owners.TryGetValue((ownerRow, ownerColumn), out int index)) return false;
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
        owners[(Rows, column)] = index;
        return true;
    }
}

using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Formats.Pdf;

/// <summary>
/// Fills ruled grids with the letters that stand in their cells. Frames, diagrams and charts draw grids as well: where letters lie across
/// the rulings, most cells are empty, rows have one cell only, or no row or column holds labels, the letters stay text.
/// </summary>
internal static class PdfTables
{
    private const double MaxCutShare = 0.03;
    private const double MaxRunsThrough = 0.1;
    private const double MinFilled = 0.5;
    private const int MaxLabelLetters = 30;

    // in font sizes
    private const double MaxOverhang = 0.35;
    private const double WordGap = 0.2;

    // four boxes around a cross are a drawing
    private const int FewestPlaces = 6;

    // one row alone can only be a piece of a table that a page break has cut off
    private const double PageBreakShare = 0.3;
    private const int FewestColumnsOfRow = 3;

    /// <summary>The tables that the grids are.</summary>
    /// <param name="grids">The page's grids.</param>
    /// <param name="glyphs">The page's letters; those of the tables are taken out.</param>
    /// <param name="page">From 1.</param>
    /// <param name="pageHeight">In points.</param>
    /// <param name="layer">What the page's text is.</param>
    public static List<SourceTable> Take(List<PdfGrid> grids, List<PdfGlyph> glyphs, int page, double pageHeight, SourceLayer layer)
    {
        List<SourceTable> tables = [];
        // a table inside a cell is smaller than the one around it
        foreach (PdfGrid grid in grids.OrderBy(grid => grid.Box.Width * grid.Box.Height))
        {
            if (!IsWholeOrCut(grid, pageHeight) || Fill(grid, glyphs) is not { } filled) continue;
            List<PdfLine>[] cells = [.. filled.Select(PdfLines.Of)];
            if (!IsTable(grid, [.. cells.Select(lines => lines.Sum(line => line.Text.Length))])) continue;
            tables.Add(ToTable(grid, cells, page, layer));
            glyphs.RemoveAll(glyph => CellOf(grid, glyph) >= 0);
        }
        return tables;
    }

    /// <summary>Whether a grid has the places of a table, or of the part that a page break left.</summary>
    public static bool IsWholeOrCut(PdfGrid grid, double pageHeight) => grid.RowCount > 1
        ? grid.RowCount * grid.ColumnCount >= FewestPlaces
        : grid.ColumnCount >= FewestColumnsOfRow && (grid.Box.Top < PageBreakShare * pageHeight || grid.Box.Bottom > (1 - PageBreakShare) * pageHeight);

    private static int CellOf(PdfGrid grid, PdfGlyph glyph) =>
        grid.CellAt((glyph.Box.Left + glyph.Box.Right) / 2, (glyph.Box.Top + glyph.Box.Bottom) / 2);

    /// <summary>Each cell's letters; null where letters lie across the rulings, or words run through them.</summary>
    private static List<PdfGlyph>[]? Fill(PdfGrid grid, List<PdfGlyph> glyphs)
    {
        List<PdfGlyph>[] cells = [.. grid.Cells.Select(_ => new List<PdfGlyph>())];
        int inside = 0, cut = 0, through = 0, before = -1;
        PdfGlyph last = default;
        foreach (PdfGlyph glyph in glyphs)
        {
            int cell = CellOf(grid, glyph);
            if (cell != before && !glyph.IsSpace && !last.IsSpace && IsSameWord(last, glyph)) through++;
            (last, before) = (glyph, cell);
            if (cell < 0) continue;
            cells[cell].Add(glyph);
            if (glyph.IsSpace) continue;
            inside++;
            if (Overhangs(glyph, grid.BoxOf(grid.Cells[cell]))) cut++;
        }
        return cut > MaxCutShare * inside || through > MaxRunsThrough * cells.Length ? null : cells;
    }

    private static bool IsSameWord(PdfGlyph left, PdfGlyph right) =>
        left.Angle == right.Angle && Math.Abs(left.Baseline - right.Baseline) < 0.1 * right.Size
        && Math.Abs(right.Start - left.End) < WordGap * Math.Min(left.Size, right.Size);

    private static bool Overhangs(PdfGlyph glyph, Box cell)
    {
        double allowed = MaxOverhang * glyph.Size;
        return glyph.Box.Left < cell.Left - allowed || glyph.Box.Right > cell.Right + allowed
            || glyph.Box.Top < cell.Top - allowed || glyph.Box.Bottom > cell.Bottom + allowed;
    }

    /// <summary>Whether the letters in a grid's cells, counted, are those of a table.</summary>
    public static bool IsTable(PdfGrid grid, int[] letters)
    {
        if (letters.Count(count => count > 0) < Math.Max(2, MinFilled * letters.Length)) return false;
        int rows = Enumerable.Range(0, grid.RowCount).Count(row => letters.Where((count, i) => count > 0 && Covers(grid.Cells[i], row)).Count() >= 2);
        if (rows < Math.Min(2, grid.RowCount)) return false;
        // a column of values has a name above them; one box beside many is a drawing
        if (grid.RowCount > 1 && grid.Cells.Where((cell, i) => letters[i] > 0 && cell.Column > 0).Any(cell => cell.RowSpan == grid.RowCount)) return false;
        return Enumerable.Range(0, grid.RowCount).Any(row => AreLabels(cell => cell.Row == row))
            || Enumerable.Range(0, grid.ColumnCount).Any(column => AreLabels(cell => cell.Column == column));

        bool AreLabels(Func<PdfGridCell, bool> isOf)
        {
            List<int> own = [.. letters.Where((count, i) => count > 0 && isOf(grid.Cells[i]))];
            return own.Count > 0 && own.TrueForAll(count => count <= MaxLabelLetters);
        }
    }

    private static bool Covers(PdfGridCell cell, int row) => cell.Row <= row && row < cell.Row + cell.RowSpan;

    private static SourceTable ToTable(PdfGrid grid, List<PdfLine>[] cells, int page, SourceLayer layer)
    {
        var place = new Locator { Page = page, Box = PdfBoxes.Rounded(grid.Box) };
        ImmutableArray<SourceCell> filled =
        [
            .. grid.Cells.Select((cell, i) => new SourceCell(
                cell.Row + 1, cell.Column + 1, cell.RowSpan, cell.ColumnSpan,
                [.. cells[i].OrderBy(line => line.Angle).ThenBy(line => line.Baseline).ThenBy(line => line.Start)
                    .Select(line => PdfBoxes.ToParagraph(line.Text, line.Size, page, line.Box))])),
        ];
        return new SourceTable(place, layer, grid.RowCount, grid.ColumnCount, filled) { ColumnEdges = [.. grid.Columns.Select(edge => Math.Round(edge, 2))] };
    }
}

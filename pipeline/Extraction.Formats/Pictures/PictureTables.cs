using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Formats.Pdf;
using Extraction.Reading;

namespace Extraction.Formats.Pictures;

/// <summary>
/// The ruled tables that a picture shows: grids are found, and told from frames and drawings, as on a page that draws its rulings itself.
/// Lines are put into cells on the page laid straight; a line that runs through several cells is taken apart.
/// </summary>
internal sealed class PictureTables
{
    private readonly RecognizedPicture picture;
    private readonly Locator place;
    private readonly Func<Box, Box> map;
    private readonly Box page;
    private readonly double right;
    private readonly double down;

    /// <summary>Takes what was recognized, the picture's place, and what takes boxes in pixels to the page.</summary>
    public PictureTables(RecognizedPicture picture, Locator place, Func<Box, Box> map)
    {
        (this.picture, this.place, this.map) = (picture, place with { IsRecognized = true }, map);
        page = map(new Box(0, 0, picture.Width, picture.Height));
        (right, down) = (page.Width / picture.Width, page.Height / picture.Height);
    }

    /// <summary>The tables; their lines are taken out of the list.</summary>
    /// <param name="lines">In reading order.</param>
    public List<SourceTable> Take(List<RecognizedLine> lines)
    {
        List<SourceTable> tables = [];
        foreach (PdfGrid grid in PdfLattice.Of(PdfRulings.Whole([.. picture.Rulings.Select(OnPage)])).OrderBy(grid => grid.Box.Width * grid.Box.Height))
        {
            if (!PdfTables.IsWholeOrCut(grid, page.Height)) continue;
            List<RecognizedLine>[] cells = [.. grid.Cells.Select(_ => new List<RecognizedLine>())];
            List<RecognizedLine> outside = [.. lines.SelectMany(line => Place(line, grid, cells))];
            if (!PdfTables.IsTable(grid, [.. cells.Select(cell => cell.Sum(line => line.Text.Length))])) continue;
            tables.Add(ToTable(grid, cells));
            lines.Clear();
            lines.AddRange(outside);
        }
        return tables;
    }

    private PdfRuling OnPage(RecognizedRuling ruling) => ruling.IsHorizontal
        ? new PdfRuling(true, page.Top + (ruling.At * down), page.Left + (ruling.From * right), page.Left + (ruling.To * right))
        : new PdfRuling(false, page.Left + (ruling.At * right), page.Top + (ruling.From * down), page.Top + (ruling.To * down));

    /// <summary>Puts what lies in the grid into its cells; returns the rest.</summary>
    private IEnumerable<RecognizedLine> Place(RecognizedLine line, PdfGrid grid, List<RecognizedLine>[] cells)
    {
        if (!PictureText.IsTrusted(line)) return [line];
        List<RecognizedLine> outside = [];
        for (int start = 0, end; start < line.Text.Length; start = end)
        {
            int cell = CellOf(grid, line.Characters[start]);
            end = start + 1;
            while (end < line.Text.Length && CellOf(grid, line.Characters[end]) == cell) end++;
            (cell < 0 ? outside : cells[cell]).Add(Part(line, start, end));
        }
        return outside;
    }

    private int CellOf(PdfGrid grid, Box character)
    {
        (double sine, double cosine) = Math.SinCos(-picture.Tilt);
        (double x, double y) = ((character.Left + character.Right) / 2, (character.Top + character.Bottom) / 2);
        return grid.CellAt(page.Left + (((x * cosine) - (y * sine)) * right), page.Top + (((x * sine) + (y * cosine)) * down));
    }

    private static RecognizedLine Part(RecognizedLine line, int start, int end) => end - start == line.Text.Length ? line : line with
    {
        Text = line.Text[start..end],
        Characters = line.Characters[start..end],
        Box = line.Characters[start..end].Aggregate((left, right) => left.Union(right)),
    };

    private SourceTable ToTable(PdfGrid grid, List<RecognizedLine>[] cells)
    {
        Box box = cells.SelectMany(cell => cell).Select(line => map(line.Box)).Aggregate(grid.Box, (left, right) => left.Union(right));
        return new SourceTable(
            place with { Box = PictureText.Rounded(box) }, SourceLayer.Content, grid.RowCount, grid.ColumnCount,
            [.. grid.Cells.Select((cell, i) => new SourceCell(cell.Row + 1, cell.Column + 1, cell.RowSpan, cell.ColumnSpan, Paragraphs(cells[i])))])
        {
            ColumnEdges = [.. grid.Columns.Select(edge => Math.Round(edge, 2))],
        };
    }

    private ImmutableArray<SourceParagraph> Paragraphs(List<RecognizedLine> lines) => [.. lines.Select(line => PictureText.ToParagraph(line, place, map))];
}

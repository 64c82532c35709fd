using System.Collections.Immutable;
using System.Xml.Linq;
using Extraction.Documents;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Pptx;

/// <summary>Reads a slide's table. A table of one cell is a framed text and comes out as a text box.</summary>
internal static class DrawingTable
{
    private const int MaxSpan = 1024;
    private static readonly XNamespace A = OoxmlNames.A;

    public static SourceElement Read(PartElement table, Locator place, SourceLayer layer, int maxPositions, PackageNode part)
    {
        var grid = new GridBuilder(maxPositions);
        foreach (PartElement row in table.Elements(A + "tr"))
        {
            grid.StartRow();
            int column = 0;
            foreach (PartElement cell in row.Elements(A + "tc")) ReadCell(cell, grid, ++column, place, part);
        }
        SourceTable read = grid.Build(place, layer, IsSet(table.Element(A + "tblPr"), "firstRow") ? 1 : 0);
        return read.Cells.Length == 1 ? new SourceTextBox(place, layer, false, read.Cells[0].Paragraphs) : read;
    }

    /// <summary>What stands in a table beside the texts of its cells: its properties, and in a damaged one perhaps more.</summary>
    public static IEnumerable<PartElement> Strays(PartElement table) => Besides([table], "tr")
        .Concat(Besides(table.Elements(A + "tr"), "tc"))
        .Concat(table.Elements(A + "tr").Elements(A + "tc").SelectMany(cell => cell.Elements().Where(element => element != cell.Element(A + "txBody"))));

    private static IEnumerable<PartElement> Besides(IEnumerable<PartElement> parents, string name) => parents.Elements().Where(element => element.Name != A + name);

    private static void ReadCell(PartElement cell, GridBuilder grid, int column, Locator place, PackageNode part)
    {
        Locator here = place with { Row = grid.Rows, Column = column };
        ImmutableArray<SourceParagraph> paragraphs = DrawingText.Paragraphs(cell.Element(A + "txBody"), here, TextStyles.None, part);
        if (IsSet(cell, "hMerge") && grid.CoverFromLeft(column, paragraphs)) return;
        if (IsSet(cell, "vMerge") && grid.CoverFromAbove(column, 1, paragraphs)) return;
        grid.Add(column, Span(cell, "rowSpan"), Span(cell, "gridSpan"), paragraphs);
    }

    private static int Span(PartElement cell, string name) => (int)Math.Clamp(DrawingText.Integer(cell.Attribute(name)) ?? 1, 1, MaxSpan);

    private static bool IsSet(PartElement? element, string name) => element?.Attribute(name) is "1" or "true";
}

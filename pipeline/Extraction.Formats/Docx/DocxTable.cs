using System.Collections.Immutable;
using System.Xml.Linq;
using Extraction.Documents;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Docx;

/// <summary>
/// Reads tables. A table of one cell is a frame and its content is read as running text; a table inside a cell
/// becomes an element of its own behind the outer one.
/// </summary>
internal sealed class DocxTable(BodyReader body, SourceLayer layer, int maxPositions)
{
    private const int MaxSpan = 1024;
    private static readonly XNamespace W = OoxmlNames.W;

    public void Read(XElement table)
    {
        XElement[] rows = [.. Below(table, "tr").Where(row => row.Element(W + "trPr")?.Element(W + "del") is null)];
        XElement[] first = rows.Length == 1 ? [.. Below(rows[0], "tc")] : [];
        if (first.Length == 1)
        {
            body.ReadBlocks(first[0]);
            return;
        }
        Locator place = body.Here();
        var grid = new GridBuilder(maxPositions);
        var nested = new List<XElement>();
        foreach (XElement row in rows) ReadRow(row, grid, nested);
        if (grid.Count > 0) body.Add(grid.Build(place, layer, rows.TakeWhile(IsHeader).Count()));
        body.FlushFloating();
        foreach (XElement inner in nested) Read(inner);
        body.Close();
    }

    private static bool IsHeader(XElement row) => DocxMarks.IsOn(row.Element(W + "trPr")?.Element(W + "tblHeader"));

    private void ReadRow(XElement row, GridBuilder grid, List<XElement> nested)
    {
        grid.StartRow();
        int column = 1 + Count(row.Element(W + "trPr")?.Element(W + "gridBefore"), 0);
        foreach (XElement cell in Below(row, "tc"))
        {
            XElement? properties = cell.Element(W + "tcPr");
            int span = Count(properties?.Element(W + "gridSpan"), 1);
            var paragraphs = ImmutableArray.CreateBuilder<SourceParagraph>();
            ReadCell(cell, grid.Rows, column, paragraphs, nested);
            Place(grid, properties, column, span, paragraphs.ToImmutable());
            column += span;
        }
    }

    private static void Place(GridBuilder grid, XElement? properties, int column, int span, ImmutableArray<SourceParagraph> paragraphs)
    {
        if (Continues(properties?.Element(W + "hMerge")) && grid.CoverFromLeft(column, paragraphs)) return;
        if (Continues(properties?.Element(W + "vMerge")) && grid.CoverFromAbove(column, span, paragraphs)) return;
        grid.Add(column, 1, span, paragraphs);
    }

    private void ReadCell(XElement parent, int row, int column, ImmutableArray<SourceParagraph>.Builder paragraphs, List<XElement> nested)
    {
        foreach (XElement element in parent.Elements())
        {
            if (element.Name == W + "tbl") nested.Add(element);
            else if (element.Name != W + "p")
            {
                if (!DocxMarks.IsHidden(element)) ReadCell(element, row, column, paragraphs, nested);
            }
            else if (body.ReadParagraph(element, row, column) is { } paragraph) paragraphs.Add(paragraph);
        }
    }

    // rows and cells may stand inside content controls, insertions and smart tags
    private static IEnumerable<XElement> Below(XElement parent, string name)
    {
        foreach (XElement element in parent.Elements())
        {
            if (element.Name == W + name) yield return element;
            else if (!DocxMarks.IsHidden(element))
                foreach (XElement inner in Below(element, name)) yield return inner;
        }
    }

    private static bool Continues(XElement? merge) => merge is not null && (string?)merge.Attribute(W + "val") is (null or "continue");

    private static int Count(XElement? element, int otherwise) =>
        (int)Math.Clamp(DrawingText.Integer(element?.Attribute(W + "val")) ?? otherwise, otherwise, MaxSpan);
}

using System.Collections.Immutable;
using System.Xml.Linq;
using Extraction.Documents;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Docx;

/// <summary>Reads one table. Tables and embedded documents inside its cells become elements of their own behind it.</summary>
internal sealed class DocxTable(DocxContext context, StoryPart part, PageBook pages, SourceLayer layer, ParagraphReader reader)
{
    private const int MaxSpan = 1024;
    private static readonly XNamespace W = OoxmlNames.W;
    private readonly GridBuilder grid = new(context.Session.Limits.MaxGridPositions);

    /// <summary>Tables and embedded documents in its cells.</summary>
    public List<XElement> Nested { get; } = [];

    /// <summary>The only cell of a table that is a frame around running text, null for any other table.</summary>
    public static XElement? FrameCell(XElement table)
    {
        XElement[] rows = [.. Rows(table).Take(2)];
        XElement[] cells = rows.Length == 1 ? [.. Below(rows[0], "tc").Take(2)] : [];
        return cells.Length == 1 ? cells[0] : null;
    }

    /// <summary>What a damaged table holds outside of its cells: paragraphs, and cells outside of rows.</summary>
    public static IEnumerable<XElement> Strays(XElement table) => Strays(table, false);

    private static IEnumerable<XElement> Strays(XElement parent, bool isInRow)
    {
        foreach (XElement element in parent.Elements())
        {
            bool isCell = element.Name == W + "tc";
            if ((isCell && isInRow) || DocxMarks.IsHidden(element) || IsDeleted(element)) continue;
            if (isCell || element.Name == W + "tbl" || ParagraphReader.IsParagraph(element)) yield return element;
            else foreach (XElement inner in Strays(element, isInRow || element.Name == W + "tr")) yield return inner;
        }
    }

    /// <summary>The table with its number, merges resolved; rows and cells that are deleted are left out.</summary>
    public SourceTable Read(XElement table)
    {
        var place = new Locator { Page = pages.Current, Part = part.Node.Name, Table = ++context.Tables };
        int headers = 0;
        foreach (XElement row in Rows(table))
        {
            bool isHeader = DocxMarks.IsOn(row.Element(W + "trPr")?.Element(W + "tblHeader"));
            grid.StartRow();
            if (isHeader && headers == grid.Rows - 1) headers++;
            ReadRow(row, place);
        }
        if (headers == 0 && grid.Rows > 1 && context.Styles.HasHeaderLook(table.Element(W + "tblPr"))) headers = 1;
        return WithWholeHeader(grid.Build(place, layer, headers));
    }

    // a header cell that spans rows makes them all header rows, unless that leaves no others
    private static SourceTable WithWholeHeader(SourceTable table)
    {
        int headers = table.HeaderRows;
        foreach (SourceCell cell in table.Cells)
            if (cell.Row <= headers) headers = Math.Max(headers, cell.Row + cell.RowSpan - 1);
        return headers < table.Rows ? table with { HeaderRows = headers } : table;
    }

    private static IEnumerable<XElement> Rows(XElement table) => Below(table, "tr").Where(row => !IsDeleted(row));

    private static bool IsDeleted(XElement row) => row.Element(W + "trPr")?.Element(W + "del") is not null;

    // a row's cells start on one page; the row ends where its longest cell does
    private void ReadRow(XElement row, Locator place)
    {
        int column = 1 + Count(row.Element(W + "trPr")?.Element(W + "gridBefore"), 0);
        int start = pages.Current;
        int end = start;
        bool isFresh = pages.IsFresh;
        bool isFirst = true;
        foreach (XElement cell in Below(row, "tc").Where(cell => cell.Element(W + "tcPr")?.Element(W + "cellDel") is null))
        {
            if (!isFirst) pages.GoTo(start, isFresh);
            int span = Count(cell.Element(W + "tcPr")?.Element(W + "gridSpan"), 1);
            ImmutableArray<SourceParagraph> paragraphs = Paragraphs(cell, place with { Row = grid.Rows, Column = column });
            if (isFirst && FirstPage(paragraphs) > start) (start, isFresh) = (FirstPage(paragraphs), true);
            Place(cell.Element(W + "tcPr"), column, span, paragraphs);
            column += span;
            end = Math.Max(end, pages.Current);
            isFirst = false;
        }
        if (end != pages.Current) pages.GoTo(end, isFresh: false);
    }

    private static int FirstPage(ImmutableArray<SourceParagraph> paragraphs) => paragraphs.IsEmpty ? 0 : paragraphs[0].Runs[0].Locator.Page ?? 0;

    private void Place(XElement? properties, int column, int span, ImmutableArray<SourceParagraph> paragraphs)
    {
        bool goesOnFromAbove = Continues(properties?.Element(W + "vMerge")) || (string?)properties?.Element(W + "cellMerge")?.Attribute(W + "vMerge") == "cont";
        if (Continues(properties?.Element(W + "hMerge")) && grid.CoverFromLeft(column, paragraphs)) return;
        if (goesOnFromAbove && grid.CoverFromAbove(column, span, paragraphs)) return;
        grid.Add(column, 1, span, paragraphs);
    }

    private ImmutableArray<SourceParagraph> Paragraphs(XElement cell, Locator place)
    {
        var paragraphs = ImmutableArray.CreateBuilder<SourceParagraph>();
        ReadCell(cell, place, paragraphs);
        if (reader.End() is { } last) paragraphs.Add(last);
        return paragraphs.ToImmutable();
    }

    private void ReadCell(XElement parent, Locator place, ImmutableArray<SourceParagraph>.Builder paragraphs)
    {
        foreach (XElement element in parent.Elements())
        {
            context.Session.Cancellation.ThrowIfCancellationRequested();
            if (element.Name == W + "tbl" || element.Name == W + "altChunk") Nested.Add(element);
            else if (!ParagraphReader.IsParagraph(element))
            {
                if (!DocxMarks.IsHidden(element)) ReadCell(element, place, paragraphs);
            }
            else if (reader.Read(element, place) is { } paragraph) paragraphs.Add(paragraph);
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
        Math.Clamp(DocxMarks.Number(element) ?? otherwise, otherwise, MaxSpan);
}

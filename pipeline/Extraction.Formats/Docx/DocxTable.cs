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
    private static readonly XName Table = W + "tbl";
    private static readonly XName Row = W + "tr";
    private static readonly XName Cell = W + "tc";
    private static readonly XName Chunk = W + "altChunk";
    private static readonly XName RowProperties = W + "trPr";
    private static readonly XName CellProperties = W + "tcPr";
    private static readonly XName CellDeletion = W + "cellDel";
    private static readonly XName Deletion = W + "del";
    private static readonly XName ColumnSpan = W + "gridSpan";
    private static readonly XName RowMerge = W + "vMerge";
    private static readonly XName ColumnMerge = W + "hMerge";
    private static readonly XName CellMerge = W + "cellMerge";
    private readonly GridBuilder grid = new(context.Session.Limits.MaxGridPositions);
    private readonly ImmutableArray<SourceParagraph>.Builder paragraphs = ImmutableArray.CreateBuilder<SourceParagraph>();

    /// <summary>Tables and embedded documents in its cells.</summary>
    public List<PartElement> Nested { get; } = [];

    /// <summary>The only cell of a table that is a frame around running text, null for any other table.</summary>
    public static PartElement? FrameCell(PartElement table)
    {
        PartElement[] rows = [.. Rows(table).Take(2)];
        PartElement[] cells = rows.Length == 1 ? [.. Below(rows[0], Cell).Take(2)] : [];
        return cells.Length == 1 ? cells[0] : null;
    }

    /// <summary>What a damaged table holds outside of its cells: paragraphs, and cells outside of rows.</summary>
    public static IEnumerable<PartElement> Strays(PartElement table) => Strays(table, false);

    private static IEnumerable<PartElement> Strays(PartElement parent, bool isInRow)
    {
        foreach (PartElement element in parent.Elements())
        {
            bool isCell = element.Name == Cell;
            if ((isCell && isInRow) || DocxMarks.IsHidden(element) || IsDeleted(element)) continue;
            if (isCell || element.Name == Table || ParagraphReader.IsParagraph(element)) yield return element;
            else foreach (PartElement inner in Strays(element, isInRow || element.Name == Row)) yield return inner;
        }
    }

    /// <summary>The table with its number, merges resolved; rows and cells that are deleted are left out.</summary>
    public SourceTable Read(PartElement table)
    {
        var place = new Locator { Page = pages.Current, Part = part.Node.Name, Table = ++context.Tables };
        int headers = 0;
        foreach (PartElement row in Rows(table))
        {
            bool isHeader = DocxMarks.IsOn(row.Element(RowProperties)?.Element(W + "tblHeader"));
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

    private static IEnumerable<PartElement> Rows(PartElement table) => Below(table, Row).Where(row => !IsDeleted(row));

    private static bool IsDeleted(PartElement row) => row.Element(RowProperties)?.Element(Deletion) is not null;

    // a row's cells start on one page; the row ends where its longest cell does
    private void ReadRow(PartElement row, Locator place)
    {
        int column = 1 + Count(row.Element(RowProperties)?.Element(W + "gridBefore"), 0);
        int start = pages.Current;
        int end = start;
        bool isFresh = pages.IsFresh;
        bool isFirst = true;
        foreach (PartElement cell in Below(row, Cell).Where(cell => cell.Element(CellProperties)?.Element(CellDeletion) is null))
        {
            if (!isFirst) pages.GoTo(start, isFresh);
            int span = Count(cell.Element(CellProperties)?.Element(ColumnSpan), 1);
            ImmutableArray<SourceParagraph> text = Paragraphs(cell, place, column);
            if (isFirst && FirstPage(text) > start) (start, isFresh) = (FirstPage(text), true);
            Place(cell.Element(CellProperties), column, span, text);
            column += span;
            end = Math.Max(end, pages.Current);
            isFirst = false;
        }
        if (end != pages.Current) pages.GoTo(end, isFresh: false);
    }

    private static int FirstPage(ImmutableArray<SourceParagraph> text) => text.IsEmpty ? 0 : text[0].Runs[0].Locator.Page ?? 0;

    private void Place(PartElement? properties, int column, int span, ImmutableArray<SourceParagraph> text)
    {
        bool goesOnFromAbove = Continues(properties?.Element(RowMerge)) || properties?.Element(CellMerge)?.Attribute(RowMerge) == "cont";
        if (Continues(properties?.Element(ColumnMerge)) && grid.CoverFromLeft(column, text)) return;
        if (goesOnFromAbove && grid.CoverFromAbove(column, span, text)) return;
        grid.Add(column, 1, span, text);
    }

    private ImmutableArray<SourceParagraph> Paragraphs(PartElement cell, Locator place, int column)
    {
        paragraphs.Clear();
        ReadCell(cell, place, column);
        if (reader.End() is { } last) paragraphs.Add(last);
        return paragraphs.ToImmutable();
    }

    private void ReadCell(PartElement parent, Locator place, int column)
    {
        foreach (PartElement element in parent.Elements())
        {
            context.Session.Cancellation.ThrowIfCancellationRequested();
            if (element.Name == Table || element.Name == Chunk) Nested.Add(element);
            else if (!ParagraphReader.IsParagraph(element))
            {
                if (!DocxMarks.IsHidden(element)) ReadCell(element, place, column);
            }
            else if (reader.Read(element, place, grid.Rows, column) is { } paragraph) paragraphs.Add(paragraph);
        }
    }

    // rows and cells may stand inside content controls, insertions and smart tags
    private static IEnumerable<PartElement> Below(PartElement parent, XName name)
    {
        foreach (PartElement element in parent.Elements())
        {
            if (element.Name == name) yield return element;
            else if (!DocxMarks.IsHidden(element))
                foreach (PartElement inner in Below(element, name)) yield return inner;
        }
    }

    private static bool Continues(PartElement? merge) => merge is not null && merge.Attribute(W + "val") is (null or "continue");

    private static int Count(PartElement? element, int otherwise) =>
        Math.Clamp(DocxMarks.Number(element) ?? otherwise, otherwise, MaxSpan);
}

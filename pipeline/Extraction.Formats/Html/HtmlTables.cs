using System.Collections.Immutable;
using System.Globalization;
using AngleSharp.Dom;
using Extraction.Documents;
using Extraction.Reading;

namespace Extraction.Formats.Html;

/// <summary>Reads a table as a grid by HTML's rules: a cell takes the first free column, spans end with their group of rows, the foot stands last.</summary>
internal sealed class HtmlTables(HtmlPlaces places, ReadLimits limits)
{
    private const int LargestColumnSpan = 1000;
    private const int LargestRowSpan = 65534;
    private readonly List<SourceCell> cells = [];
    private readonly List<SourceElement> behind = [];
    private readonly List<int> busy = [];
    private int rows;
    private int positions;

    /// <summary>Whether the table only places things on the page: it says so, or it holds one cell, or other tables and no names of rows or columns.</summary>
    internal static bool IsLayout(IElement table)
    {
        if (table.GetAttribute("role")?.Trim() is "presentation" or "none") return true;
        IElement[] own = [.. Groups(table).SelectMany(group => group).SelectMany(row => row.Children)];
        if (own.Length <= 1) return true;
        bool names = table.Children.Any(child => child.LocalName is "caption" or "thead") || own.Any(cell => cell.LocalName == "th");
        return !names && table.QuerySelector("table") is not null;
    }

    /// <summary>The table; tables and furniture inside its cells stand behind it.</summary>
    internal IEnumerable<SourceElement> Read(IElement table, HtmlContext context, SourceLayer layer)
    {
        Locator place = places.Here();
        int headers = 0;
        foreach (IElement[] group in Groups(table))
        {
            bool isHead = group.Length > 0 && group[0].ParentElement?.LocalName == "thead";
            for (int i = 0; i < group.Length; i++)
            {
                if (headers == rows && (isHead || IsHeader(group[i]))) headers++;
                ReadRow(group[i], group.Length - i, context, layer);
            }

            busy.Clear();
        }

        if (cells.Count == 0) return behind;
        return [WithoutIdleColumns(place, layer) with { HeaderRows = headers < rows ? headers : 0 }, .. behind];
    }

    // A column in which no cell begins holds nothing of its own: spans that cover it make it up.
    private SourceTable WithoutIdleColumns(Locator place, SourceLayer layer)
    {
        int[] starts = [.. cells.Select(cell => cell.Column).Distinct().Order()];
        return new SourceTable(place, layer, rows, starts.Length, [.. cells.Select(cell => cell with { Column = At(cell.Column) + 1, ColumnSpan = At(cell.Column + cell.ColumnSpan) - At(cell.Column) })]);

        int At(int column) => Array.BinarySearch(starts, column) is >= 0 and var found ? found : ~Array.BinarySearch(starts, column);
    }

    private static IEnumerable<IElement[]> Groups(IElement table)
    {
        IEnumerable<IElement> groups = table.Children.Where(child => child.LocalName is "thead" or "tbody" or "tfoot")
            .OrderBy(group => group.LocalName switch { "thead" => 0, "tbody" => 1, _ => 2 });
        return groups.Select(group => group.Children.Where(child => child.LocalName == "tr").ToArray());
    }

    private static bool IsHeader(IElement row) => row.Children.Length > 1 && row.Children.All(cell => cell.LocalName == "th");

    private void ReadRow(IElement row, int rowsLeft, HtmlContext context, SourceLayer layer)
    {
        rows++;
        int column = 0;
        foreach (IElement cell in row.Children.Where(cell => cell.LocalName is "td" or "th"))
        {
            while (column < busy.Count && busy[column] > 0) column++;
            int wide = Span(cell, "colspan", LargestColumnSpan), high = Span(cell, "rowspan", LargestRowSpan);
            // rowspan 0 reaches to the end of the group
            high = high == 0 ? rowsLeft : Math.Min(high, rowsLeft);
            wide = Math.Max(1, wide);
            // a span that covers more than any table has is a mistake or an attack
            if (positions + ((long)wide * high) > limits.MaxGridPositions) (high, wide) = (1, 1);
            positions += wide * high;
            cells.Add(new SourceCell(rows, column + 1, high, wide, Paragraphs(cell, context, layer)));
            while (busy.Count < column + wide) busy.Add(0);
            for (int i = 0; i < wide; i++) busy[column + i] = Math.Max(busy[column + i], high);
            column += wide;
        }

        for (int i = 0; i < busy.Count; i++) busy[i] = Math.Max(0, busy[i] - 1);
    }

    private ImmutableArray<SourceParagraph> Paragraphs(IElement cell, HtmlContext context, SourceLayer layer)
    {
        var flow = new HtmlFlow(places, layer, isCell: true, limits);
        flow.VisitChildren(cell, context with { Heading = 0, Depth = 0, IsPreformatted = false });
        ImmutableArray<SourceElement> inside = flow.Finish();
        behind.AddRange(inside.Where(element => element is not SourceTextBox box || box.Layer != layer));
        return [.. inside.OfType<SourceTextBox>().Where(box => box.Layer == layer).SelectMany(box => box.Paragraphs)];
    }

    private static int Span(IElement cell, string attribute, int most) =>
        int.TryParse(cell.GetAttribute(attribute), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out int span)
            ? Math.Clamp(span, 0, most) : 1;
}

using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.OpenXml;
using Extraction.Reading;

namespace Extraction.Formats.Html;

/// <summary>Walks a page and writes its blocks in their order.</summary>
internal sealed class HtmlWriter(ReadLimits limits, DiagnosticBag diagnostics, CancellationToken cancellation)
{
    private const int LargestSpan = 1000;
    private readonly ImmutableArray<SourceElement>.Builder elements = ImmutableArray.CreateBuilder<SourceElement>();
    private readonly ImmutableArray<SourceParagraph>.Builder open = ImmutableArray.CreateBuilder<SourceParagraph>();
    private readonly InlineText inline = new();
    private SourceLayer layer;
    private int paragraphs;
    private bool isCut;

    /// <summary>Writes an element and what is in it.</summary>
    public void Write(IElement root)
    {
        Walk(root, new Context(0, -1, 0, null, false), 0);
        Flush(new Context(0, -1, 0, null, false));
    }

    /// <summary>All elements.</summary>
    public ImmutableArray<SourceElement> Finish()
    {
        Close();
        return elements.ToImmutable();
    }

    private void Walk(IElement element, Context context, int depth)
    {
        cancellation.ThrowIfCancellationRequested();
        if (depth > limits.MaxDepth)
        {
            if (!isCut) diagnostics.Error("html-too-deep", "reading", $"Elements nested deeper than {limits.MaxDepth} were not read. Flatten the page.");
            isCut = true;
            return;
        }
        foreach (INode node in element.ChildNodes)
        {
            if (node is IText text && context.IsPreformatted) inline.AddPreformatted(text.Data, context.Link);
            else if (node is IText plain) inline.Add(plain.Data, context.Link);
            else if (node is IElement child && !HtmlElements.IsDropped(child)) WalkChild(child, context, depth + 1);
        }
    }

    private void WalkChild(IElement child, Context context, int depth)
    {
        if (child.LocalName == "br") inline.Break();
        else if (child.LocalName == "a") Walk(child, context with { Link = child.GetAttribute("href") }, depth);
        else if (!HtmlElements.IsBlock(child)) Walk(child, context, depth);
        else if (child is IHtmlTableElement table && table.QuerySelector("table") is null) WriteTable(table, context, depth);
        else WalkBlock(child, context, depth);
    }

    private void WalkBlock(IElement block, Context context, int depth)
    {
        Flush(context);
        SourceLayer outer = layer;
        if (layer == SourceLayer.Content && HtmlElements.IsFurniture(block)) Enter(SourceLayer.Furniture);
        Context inner = context.Inside(block);
        Walk(block, inner, depth);
        Flush(inner);
        if (layer != outer) Enter(outer);
    }

    private void Enter(SourceLayer next)
    {
        Close();
        layer = next;
    }

    private void Flush(Context context)
    {
        if (Paragraph(context) is { } paragraph) open.Add(paragraph);
    }

    private SourceParagraph? Paragraph(Context context)
    {
        ImmutableArray<SourceRun> runs = inline.Take(new Locator { Page = 1, Paragraph = paragraphs + 1 });
        if (runs.IsEmpty) return null;
        paragraphs++;
        return new SourceParagraph(runs) { HeadingLevel = context.Heading, IsListItem = context.ListLevel >= 0, Level = Math.Clamp(context.ListLevel, 0, 8), Label = context.Label };
    }

    private void Close()
    {
        if (open.Count > 0) elements.Add(new SourceTextBox(open[0].Runs[0].Locator, layer, false, open.ToImmutable()));
        open.Clear();
    }

    private void WriteTable(IHtmlTableElement table, Context context, int depth)
    {
        Flush(context);
        if (table.Caption is { } caption) WalkBlock(caption, context, depth);
        Close();
        var grid = new GridBuilder(limits.MaxGridPositions);
        var taken = new HashSet<(int Row, int Column)>();
        foreach (IHtmlTableRowElement row in table.Rows.Where(row => !HtmlElements.IsDropped(row)))
        {
            grid.StartRow();
            int column = 1;
            foreach (IHtmlTableCellElement cell in row.Cells)
            {
                while (taken.Contains((grid.Rows, column))) column++;
                column = WriteCell(cell, grid, taken, column, depth);
            }
        }
        int headers = table.Rows.TakeWhile(row => row.Cells.Length > 0 && (row.ParentElement?.LocalName == "thead" || row.Cells.All(cell => cell.LocalName == "th"))).Count();
        if (grid.Count > 0) elements.Add(grid.Build(new Locator { Page = 1, Paragraph = paragraphs }, layer, headers));
    }

    private int WriteCell(IHtmlTableCellElement cell, GridBuilder grid, HashSet<(int Row, int Column)> taken, int column, int depth)
    {
        int columns = Math.Clamp(cell.ColumnSpan, 1, LargestSpan), rows = cell.RowSpan == 0 ? LargestSpan : Math.Clamp(cell.RowSpan, 1, LargestSpan);
        if ((long)taken.Count + (rows - 1) * columns <= limits.MaxGridPositions)
            for (int row = 1; row < rows; row++)
                for (int i = 0; i < columns; i++) taken.Add((grid.Rows + row, column + i));
        grid.Add(column, rows, columns, CellParagraphs(cell, grid.Rows, column, depth));
        return column + columns;
    }

    private ImmutableArray<SourceParagraph> CellParagraphs(IElement cell, int row, int column, int depth)
    {
        int first = open.Count;
        var context = new Context(0, -1, 0, null, false);
        Walk(cell, context, depth + 2);
        Flush(context);
        ImmutableArray<SourceParagraph> own = [.. open.Skip(first).Select(paragraph => paragraph with
        {
            HeadingLevel = 0,
            Runs = [.. paragraph.Runs.Select(run => run with { Locator = run.Locator with { Row = row, Column = column } })],
        })];
        while (open.Count > first) open.RemoveAt(open.Count - 1);
        return own;
    }

    /// <summary>What the elements around a text make of it.</summary>
    private sealed record Context(int Heading, int ListLevel, int Number, string? Link, bool IsPreformatted)
    {
        public string? Label { get; init; }

        public Context Inside(IElement block) => block.LocalName switch
        {
            "ul" or "ol" or "menu" or "dir" => this with { ListLevel = ListLevel + 1, Label = null },
            "li" => this with { ListLevel = Math.Max(ListLevel, 0), Label = LabelOf(block) },
            "dd" => this with { ListLevel = ListLevel + 1, Label = null },
            "pre" => this with { IsPreformatted = true },
            "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => this with { Heading = HtmlElements.HeadingLevel(block), ListLevel = -1, Label = null },
            _ => this,
        };

        private static string? LabelOf(IElement item)
        {
            if (item.ParentElement is not IHtmlOrderedListElement list) return null;
            int before = list.Children.TakeWhile(child => child != item).Count(child => child.LocalName == "li");
            return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{list.Start + before}.");
        }
    }
}

using System.Collections.Immutable;
using Extraction.Diagnostics;
using Extraction.Documents;

namespace Extraction.Isolation.Wire;

/// <summary>Writes what a reader has read. <see cref="DocumentDecoder"/> reads it back, field for field in the same order.</summary>
internal sealed class DocumentEncoder(WireWriter writer)
{
    private readonly LocatorEncoder locators = new(writer);

    /// <summary>The document without its file, which the other end has.</summary>
    internal void Document(SourceDocument document)
    {
        writer.Number((int)document.Format);
        writer.Optional(document.Title);
        writer.List(document.Pages, Page);
        writer.List(document.Outline, Entry);
    }

    internal void Diagnostics(ImmutableArray<Diagnostic> diagnostics) => writer.List(diagnostics, Diagnostic);

    private void Diagnostic(Diagnostic diagnostic)
    {
        writer.SharedText(diagnostic.Code);
        writer.SharedText(diagnostic.Stage);
        writer.Flag(diagnostic.IsError);
        writer.Text(diagnostic.Message);
        writer.Flag(diagnostic.Locator is not null);
        if (diagnostic.Locator is { } locator) locators.Write(locator);
    }

    private void Entry(OutlineEntry entry)
    {
        writer.Number(entry.Level);
        writer.Text(entry.Title);
        writer.Optional(entry.Page);
    }

    private void Page(SourcePage page)
    {
        writer.Number(page.Number);
        writer.Optional(page.Width);
        writer.Optional(page.Height);
        writer.Flag(page.Hidden);
        writer.OptionalShared(page.Section);
        writer.List(page.Panels, Panel);
        writer.List(page.Elements, Element);
    }

    private void Panel(Box box)
    {
        writer.Real(box.Left);
        writer.Real(box.Top);
        writer.Real(box.Right);
        writer.Real(box.Bottom);
    }

    private void Element(SourceElement element)
    {
        writer.Byte((byte)ElementKinds.Of(element));
        locators.Write(element.Locator);
        writer.Number((int)element.Layer);
        switch (element)
        {
            case SourceTextBox box: TextBox(box); break;
            case SourceTable table: Table(table); break;
            case SourceChart chart: Chart(chart); break;
        }
    }

    private void TextBox(SourceTextBox box)
    {
        writer.Flag(box.IsTitle);
        writer.Real(box.Angle);
        writer.List(box.Paragraphs, Paragraph);
    }

    private void Table(SourceTable table)
    {
        writer.Number(table.Rows);
        writer.Number(table.Columns);
        writer.Number(table.HeaderRows);
        writer.List(table.ColumnEdges, writer.Real);
        writer.List(table.Cells, Cell);
    }

    private void Cell(SourceCell cell)
    {
        writer.Number(cell.Row);
        writer.Number(cell.Column);
        writer.Number(cell.RowSpan);
        writer.Number(cell.ColumnSpan);
        writer.List(cell.Paragraphs, Paragraph);
    }

    private void Chart(SourceChart chart)
    {
        writer.Optional(chart.Title);
        writer.Optional(chart.CategoryTitle);
        writer.Optional(chart.ValueTitle);
        writer.List(chart.Categories, writer.Text);
        writer.List(chart.Series, Series);
    }

    private void Series(ChartSeries series)
    {
        writer.Optional(series.Name);
        writer.List(series.Values, writer.Optional);
    }

    private void Paragraph(SourceParagraph paragraph)
    {
        writer.Number(paragraph.Level);
        writer.Number(paragraph.HeadingLevel);
        writer.Flag(paragraph.IsListItem);
        writer.OptionalShared(paragraph.Label);
        writer.Optional(paragraph.FontSize);
        writer.List(paragraph.Runs, Run);
    }

    private void Run(SourceRun run)
    {
        writer.Text(run.Text);
        locators.Write(run.Locator);
        writer.Flag(run.IsMarkup);
        writer.OptionalShared(run.Link);
        writer.Optional(run.Confidence);
    }
}

/// <summary>Tells elements apart on the wire.</summary>
internal enum ElementKind : byte
{
    TextBox = 1,
    Table = 2,
    Chart = 3,
}

/// <summary>Names an element's kind.</summary>
internal static class ElementKinds
{
    internal static ElementKind Of(SourceElement element) => element switch
    {
        SourceTextBox => ElementKind.TextBox,
        SourceTable => ElementKind.Table,
        SourceChart => ElementKind.Chart,
        _ => throw new ArgumentException($"{element.GetType().Name} cannot be written.", nameof(element)),
    };
}

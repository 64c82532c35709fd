using System.Collections.Immutable;
using System.Text;
using Extraction.Diagnostics;
using Extraction.Documents;

namespace Extraction.Isolation;

/// <summary>Writes what a worker has read as bytes, strings that repeat once. <see cref="DocumentParser"/> takes it back.</summary>
internal sealed class DocumentWriter(Stream stream) : IDisposable
{
    private readonly BinaryWriter writer = new(stream, Encoding.UTF8, leaveOpen: true);
    private readonly Dictionary<string, int> names = new(StringComparer.Ordinal);

    public void Write(SourceDocument document)
    {
        Write((byte)document.Format);
        Text(document.Title);
        Each(document.Outline, entry => { writer.Write7BitEncodedInt(entry.Level); Text(entry.Title); Number(entry.Page); });
        Each(document.Pages, Write);
    }

    public void Write(ImmutableArray<Diagnostic> diagnostics) => Each(diagnostics, item =>
    {
        Name(item.Code);
        Name(item.Stage);
        writer.Write(item.IsError);
        Text(item.Message);
        writer.Write(item.Locator is not null);
        if (item.Locator is { } locator) Write(locator);
    });

    public void Dispose() => writer.Dispose();

    private void Write(byte value) => writer.Write(value);

    private void Write(SourcePage page)
    {
        writer.Write7BitEncodedInt(page.Number);
        Number(page.Width);
        Number(page.Height);
        writer.Write(page.Hidden);
        Name(page.Section);
        Each(page.Elements, Write);
    }

    private void Write(SourceElement element)
    {
        Write(element switch { SourceTextBox => 0, SourceTable => 1, SourceChart => (byte)2, _ => throw new InvalidOperationException(element.GetType().Name) });
        Write(element.Locator);
        Write((byte)element.Layer);
        if (element is SourceTextBox box)
        {
            writer.Write(box.IsTitle);
            Each(box.Paragraphs, Write);
        }
        else if (element is SourceTable table) Write(table);
        else Write((SourceChart)element);
    }

    private void Write(SourceTable table)
    {
        writer.Write7BitEncodedInt(table.Rows);
        writer.Write7BitEncodedInt(table.Columns);
        writer.Write7BitEncodedInt(table.HeaderRows);
        Each(table.ColumnEdges, writer.Write);
        Each(table.Cells, cell =>
        {
            writer.Write7BitEncodedInt(cell.Row);
            writer.Write7BitEncodedInt(cell.Column);
            writer.Write7BitEncodedInt(cell.RowSpan);
            writer.Write7BitEncodedInt(cell.ColumnSpan);
            Each(cell.Paragraphs, Write);
        });
    }

    private void Write(SourceChart chart)
    {
        Text(chart.Title);
        Text(chart.CategoryTitle);
        Text(chart.ValueTitle);
        Each(chart.Categories, Text);
        Each(chart.Series, series =>
        {
            Text(series.Name);
            Each(series.Values, Text);
        });
    }

    private void Write(SourceParagraph paragraph)
    {
        writer.Write7BitEncodedInt(paragraph.Level);
        writer.Write7BitEncodedInt(paragraph.HeadingLevel);
        writer.Write(paragraph.IsListItem);
        Name(paragraph.Label);
        Number(paragraph.FontSize);
        Each(paragraph.Runs, run =>
        {
            Text(run.Text);
            Write(run.Locator);
            writer.Write(run.IsMarkup);
            Name(run.Link);
        });
    }

    private void Write(Locator locator)
    {
        Number(locator.Page);
        Name(locator.Part);
        Name(locator.Shape);
        Number(locator.Table);
        Number(locator.Row);
        Number(locator.Column);
        Number(locator.Paragraph);
        writer.Write(locator.IsRecognized);
        writer.Write(locator.Box is not null);
        if (locator.Box is not { } box) return;
        writer.Write(box.Left);
        writer.Write(box.Top);
        writer.Write(box.Right);
        writer.Write(box.Bottom);
    }

    private void Each<T>(ImmutableArray<T> items, Action<T> write)
    {
        writer.Write7BitEncodedInt(items.Length);
        foreach (T item in items) write(item);
    }

    private void Number(int? value) => writer.Write7BitEncodedInt(value is { } number ? number + 1 : 0);

    private void Number(double? value) => writer.Write(value ?? double.NaN);

    private void Text(string? value)
    {
        writer.Write(value is not null);
        if (value is not null) WriteCharacters(value);
    }

    // a lone surrogate is no UTF-8, and a text must come back as it was
    private void WriteCharacters(string value)
    {
        writer.Write7BitEncodedInt(value.Length);
        writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(value.AsSpan()));
    }

    private void Name(string? value)
    {
        if (value is null) writer.Write7BitEncodedInt(0);
        else if (names.TryGetValue(value, out int known)) writer.Write7BitEncodedInt(known);
        else
        {
            names.Add(value, names.Count + 2);
            writer.Write7BitEncodedInt(1);
            WriteCharacters(value);
        }
    }
}

using Extraction.Diagnostics;
using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>
/// Lays out Markdown: headings, list items, paragraphs and tables as the file declares them. The raw text is the decoded file;
/// a block reaches from its first visible character to its last and may hold markup in between.
/// </summary>
public sealed class MarkdownLayout : IDocumentLayout
{
    /// <inheritdoc/>
    public RawText Arrange(SourceDocument document, DiagnosticBag diagnostics)
    {
        var writer = new Writer();
        foreach (SourceElement element in document.Pages.SelectMany(page => page.Elements)) writer.Write(element);
        return writer.Builder.Build(document);
    }

    private sealed class Writer
    {
        private readonly List<(int Level, int Index)> headings = [];
        private readonly List<(int Level, int Index)> items = [];
        private int containers;
        private int tables;
        private bool titled;

        internal RawTextBuilder Builder { get; } = new();

        internal void Write(SourceElement element)
        {
            containers++;
            if (element is SourceTextBox box) foreach (SourceParagraph paragraph in box.Paragraphs) Write(paragraph, box.Layer);
            if (element is SourceTable table) Write(table);
        }

        private void Write(SourceParagraph paragraph, SourceLayer layer)
        {
            if (Append(paragraph, null) is not { } span) return;
            if (layer == SourceLayer.Furniture) Builder.Add(BlockOf(BlockRole.Furniture, span, 0, null));
            else if (paragraph.HeadingLevel > 0) AddHeading(paragraph.HeadingLevel, span);
            else if (paragraph.IsListItem) AddItem(paragraph.Level, span);
            else Builder.Add(BlockOf(BlockRole.Paragraph, span, 0, paragraph.Level > 0 && items.Count > 0 ? items[^1].Index : Above()));
        }

        private void AddHeading(int level, TextSpan span)
        {
            headings.RemoveAll(heading => heading.Level >= level);
            items.Clear();
            bool title = level == 1 && !titled;
            titled |= title;
            headings.Add((level, Builder.Add(BlockOf(title ? BlockRole.Title : BlockRole.Heading, span, level, Above()))));
        }

        private void AddItem(int level, TextSpan span)
        {
            items.RemoveAll(item => item.Level >= level);
            items.Add((level, Builder.Add(BlockOf(BlockRole.ListItem, span, level, items.Count > 0 ? items[^1].Index : Above()))));
        }

        private void Write(SourceTable table)
        {
            int number = ++tables;
            items.Clear();
            foreach (SourceCell cell in table.Cells)
            {
                var place = new CellAddress(number, cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, cell.Row <= table.HeaderRows);
                foreach (SourceParagraph paragraph in cell.Paragraphs)
                    if (Append(paragraph, place) is { } span) Builder.Add(BlockOf(BlockRole.Cell, span, 0, Above()) with { Cell = place });
            }
            Builder.Add(new TableGrid(number, TableKind.Table, table.Rows, table.Columns, table.HeaderRows, null));
        }

        /// <summary>Appends all runs as they stand.</summary>
        /// <returns>From the first visible character to the last; null where nothing is visible.</returns>
        private TextSpan? Append(SourceParagraph paragraph, CellAddress? cell)
        {
            TextSpan? visible = null;
            foreach (SourceRun run in paragraph.Runs)
            {
                int start = Builder.Length + run.Text.Length - run.Text.TrimStart().Length;
                Builder.Append(run.Text, cell is null ? run.Locator : run.Locator with { Table = cell.Table, Row = cell.Row, Column = cell.Column });
                if (run.IsMarkup || string.IsNullOrWhiteSpace(run.Text)) continue;
                var span = new TextSpan(start, start + run.Text.Trim().Length);
                visible = visible?.Union(span) ?? span;
            }
            return visible;
        }

        private int? Above() => headings.Count > 0 ? headings[^1].Index : null;

        private Block BlockOf(BlockRole role, TextSpan span, int level, int? parent) =>
            new() { Index = 0, Role = role, Span = span, Page = 1, Level = level, Container = containers, Parent = parent };
    }
}

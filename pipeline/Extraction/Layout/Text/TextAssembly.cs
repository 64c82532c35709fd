using Extraction.Documents;

namespace Extraction.Layout.Text;

/// <summary>Writes the drafts down: appends every run of the document as it stands and lays the blocks over them.</summary>
internal sealed class TextAssembly
{
    private readonly SourceDocument document;
    private readonly List<TextPage> pages;
    private readonly List<DraftTable> tables;
    private readonly List<DraftBlock> blocks;
    private readonly Dictionary<DraftTable, int> numbers;
    private readonly RawTextBuilder builder = new();

    internal TextAssembly(SourceDocument document, List<TextPage> pages, List<DraftTable> tables)
    {
        (this.document, this.pages) = (document, pages);
        this.tables = [.. tables.Where(table => table.Cells.Count > 0).OrderBy(table => table.Cells.Min(cell => cell.Span.Start))];
        numbers = this.tables.Select((table, i) => (table, i)).ToDictionary(pair => pair.table, pair => pair.i + 1);
        blocks = [.. pages.SelectMany(page => page.Blocks)];
    }

    internal RawText Build()
    {
        AppendRuns();
        Dictionary<DraftBlock, int> indexes = blocks.Select((block, i) => (block, i)).ToDictionary(pair => pair.block, pair => pair.i);
        int offset = 0;
        foreach (TextPage page in pages)
        {
            foreach (DraftBlock block in page.Blocks) builder.Add(Finished(block, offset, indexes));
            offset += page.NewContainer();
        }
        foreach (DraftTable table in tables)
            builder.Add(new TableGrid(numbers[table], table.Kind, table.Rows, table.Columns, table.HeaderRows, table.Caption is { } name ? indexes[name] : null));
        return builder.Build(document);
    }

    private Block Finished(DraftBlock block, int offset, Dictionary<DraftBlock, int> indexes) => new()
    {
        Index = 0,
        Role = block.Role,
        Span = block.Span,
        Page = block.Page,
        Level = block.Level,
        Container = offset + block.Container,
        Parent = block.Parent is { } parent ? indexes[parent] : null,
        Cell = block.Cell is { } cell ? cell with { Table = numbers[block.Table!] } : null,
    };

    /// <summary>Line by line; a line with cells is cut so that each cell has its own place.</summary>
    private void AppendRuns()
    {
        IEnumerable<(SourceRun Run, int Page)> runs = document.Pages.SelectMany(page => page.Elements).OfType<SourceTextBox>()
            .SelectMany(box => box.Paragraphs).Zip(pages.SelectMany(page => page.Lines.Select(_ => page.Number)))
            .SelectMany(pair => pair.First.Runs.Select(run => (run, pair.Second)));
        int next = 0;
        foreach ((SourceRun run, int page) in runs)
        {
            Locator place = run.Locator with { Page = page };
            int start = builder.Length, end = start + run.Text.Length, at = start;
            while (next < blocks.Count && blocks[next].Span.End <= start) next++;
            for (int i = next; i < blocks.Count && blocks[i].Span.Start < end; i++)
            {
                if (blocks[i].Cell is not { } cell) continue;
                int from = Math.Max(at, blocks[i].Span.Start), to = Math.Min(end, blocks[i].Span.End);
                builder.Append(run.Text[(at - start)..(from - start)], place);
                builder.Append(run.Text[(from - start)..(to - start)], place with { Table = numbers[blocks[i].Table!], Row = cell.Row, Column = cell.Column });
                at = to;
            }
            builder.Append(run.Text[(at - start)..], place);
        }
    }
}

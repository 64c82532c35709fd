using System.Collections.Immutable;
using Extraction.Documents;
using Markdig.Syntax;

namespace Extraction.Formats.Markdown;

/// <summary>Collects a Markdown file's elements in order; whatever stands between two visible spans becomes markup of the later one.</summary>
internal sealed class MarkdownElements
{
    private readonly string text;
    private readonly ImmutableArray<SourceElement>.Builder elements = ImmutableArray.CreateBuilder<SourceElement>();
    private readonly ImmutableArray<SourceParagraph>.Builder paragraphs = ImmutableArray.CreateBuilder<SourceParagraph>();
    private readonly List<int> lineStarts = [0];

    internal MarkdownElements(string text)
    {
        this.text = text;
        for (int i = 0; i < text.Length; i++)
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))) lineStarts.Add(i + 1);
    }

    /// <summary>How far the text has been handed out.</summary>
    internal int Position { get; private set; }

    /// <summary>Adds a paragraph; one without visible text is left to the markup of the next.</summary>
    internal void Paragraph(IReadOnlyList<TextSpan> visible, SourceParagraph like)
    {
        ImmutableArray<SourceRun> runs = Runs(visible);
        if (runs.Length > 0) paragraphs.Add(like with { Runs = runs });
    }

    /// <summary>Adds a paragraph for each line of a code block. Fenced code is set apart as furniture; indented text is text, since Chinese paragraphs are indented.</summary>
    internal void Lines(CodeBlock code)
    {
        if (code is FencedCodeBlock) EndBox();
        for (int i = 0; i < code.Lines.Count; i++)
        {
            int start = code.Lines.Lines[i].Slice.Start, end = Math.Min(code.Lines.Lines[i].Slice.End + 1, text.Length);
            if (start >= Position && end > start && !string.IsNullOrWhiteSpace(text[start..end])) Paragraph([new TextSpan(start, end)], new SourceParagraph([]));
        }
        if (code is FencedCodeBlock) EndBox(SourceLayer.Furniture);
    }

    /// <summary>Adds a table.</summary>
    internal void Table(int rows, int columns, int headerRows, IReadOnlyList<MarkdownCell> cells)
    {
        EndBox();
        var place = new Locator { Page = 1, Paragraph = LineOf(Position) };
        ImmutableArray<SourceCell> filled = [.. cells.Select(cell => new SourceCell(cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan,
            Runs(cell.Text) is { Length: > 0 } runs ? [new SourceParagraph(runs)] : []))];
        elements.Add(new SourceTable(place, SourceLayer.Content, rows, columns, filled) { HeaderRows = headerRows });
    }

    /// <summary>All elements; what is left of the text is markup.</summary>
    internal ImmutableArray<SourceElement> Finish()
    {
        var rest = new List<SourceRun>();
        Cut(rest, Position, text.Length, isMarkup: true);
        if (rest.Count > 0) paragraphs.Add(new SourceParagraph([.. rest]));
        EndBox();
        return elements.ToImmutable();
    }

    private void EndBox(SourceLayer layer = SourceLayer.Content)
    {
        if (paragraphs.Count == 0) return;
        elements.Add(new SourceTextBox(paragraphs[0].Runs[0].Locator, layer, false, paragraphs.ToImmutable()));
        paragraphs.Clear();
    }

    private ImmutableArray<SourceRun> Runs(IReadOnlyList<TextSpan> visible)
    {
        var runs = new List<SourceRun>();
        foreach (TextSpan span in visible.Where(span => span.Start >= Position))
        {
            Cut(runs, Position, span.Start, isMarkup: true);
            Cut(runs, span.Start, span.End, isMarkup: false);
            Position = span.End;
        }
        return [.. runs];
    }

    /// <summary>One run a line, so that every run knows its line.</summary>
    private void Cut(List<SourceRun> runs, int start, int end, bool isMarkup)
    {
        while (start < end)
        {
            int line = LineOf(start);
            int stop = line < lineStarts.Count ? Math.Min(end, lineStarts[line]) : end;
            runs.Add(new SourceRun(text[start..stop], new Locator { Page = 1, Paragraph = line }) { IsMarkup = isMarkup });
            start = stop;
        }
    }

    private int LineOf(int position)
    {
        int index = lineStarts.BinarySearch(position);
        return index >= 0 ? index + 1 : ~index;
    }
}

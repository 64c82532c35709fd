using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.Text;
using Extraction.Reading;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;

namespace Extraction.Formats.Markdown;

/// <summary>
/// Reads Markdown with pipe tables, HTML, footnotes, definition and task lists, alerts and YAML front matter. All runs joined are the decoded file;
/// what a reader of the rendered page does not see is in runs marked <see cref="SourceRun.IsMarkup"/>. Fenced code is furniture: it states nothing.
/// </summary>
public sealed class MarkdownReader : IDocumentReader
{
    // no table has so many columns, and the parser's time grows with their square
    private const int MostPipes = 4_000;

    // no paragraph has so many links, and the parser's time grows with their square
    private const int MostBrackets = 4_000;

    private static readonly MarkdownPipeline WithoutTables = Common().Build();
    private static readonly MarkdownPipeline WithTables = Common().UsePipeTables().Build();
    private static readonly MarkdownPipeline WithoutNesting = Flat().Build();

    /// <inheritdoc/>
    /// <exception cref="UnreadableDocumentException"><c>file-too-large</c>; <c>text-empty</c>; <c>markdown-too-deep</c>.</exception>
    public SourceDocument Read(SourceFile file, ReadLimits limits, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        if (file.Content.Length > limits.MaxFileBytes)
            throw new UnreadableDocumentException("file-too-large", $"The file has {file.Content.Length} bytes, the limit is {limits.MaxFileBytes}; split it.");
        string text = TextDecoder.Decode(file, diagnostics);
        if (string.IsNullOrWhiteSpace(text)) throw new UnreadableDocumentException("text-empty", "The file holds nothing but white space; fetch it again.");
        cancellation.ThrowIfCancellationRequested();
        MarkdownDocument parsed = Parse(text, diagnostics);
        var writer = new MarkdownElements(text);
        Visit(parsed, 0, text, writer);
        return new SourceDocument(file, SourceFormat.Markdown, FrontMatterTitle(parsed, text), [new SourcePage(1, null, null, writer.Finish())]);
    }

    private static MarkdownDocument Parse(string text, DiagnosticBag diagnostics)
    {
        try
        {
            if (!HasEndlessLinks(text)) return Markdig.Markdown.Parse(text, HasEndlessRow(text) ? WithoutTables : WithTables);
        }
        catch (ArgumentException)
        {
            // nested too deeply
        }
        MarkdownDocument parsed = ParseFlat(text);
        diagnostics.Warning("markdown-marks-kept", "reading", "Emphasis and links are too many, or nested too deeply, to be told from text: their marks are read as text. Nothing is lost; correct the marks where they disturb.");
        return parsed;
    }

    private static bool HasEndlessLinks(string text)
    {
        int brackets = 0;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            // a blank line ends the paragraph
            brackets = line.IsWhiteSpace() ? 0 : brackets + line.Count('[');
            if (brackets > MostBrackets) return true;
        }
        return false;
    }

    private static MarkdownDocument ParseFlat(string text)
    {
        try
        {
            return Markdig.Markdown.Parse(text, WithoutNesting);
        }
        catch (ArgumentException problem)
        {
            throw new UnreadableDocumentException("markdown-too-deep", "The Markdown is nested too deeply to be read; flatten its lists and quotes.", problem);
        }
    }

    // what is nested in a paragraph is emphasis and links
    private static MarkdownPipelineBuilder Flat()
    {
        var builder = new MarkdownPipelineBuilder().UsePreciseSourceLocation().UseYamlFrontMatter();
        builder.InlineParsers.TryRemove<EmphasisInlineParser>();
        builder.InlineParsers.TryRemove<LinkInlineParser>();
        return builder;
    }

    private static MarkdownPipelineBuilder Common() => new MarkdownPipelineBuilder().UsePreciseSourceLocation().UseYamlFrontMatter().UseFootnotes().UseDefinitionLists()
        .UseTaskLists().UseAlertBlocks().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough);

    private static bool HasEndlessRow(string text)
    {
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
            if (line.Count('|') > MostPipes) return true;
        return false;
    }

    private static void Visit(ContainerBlock container, int listDepth, string text, MarkdownElements writer)
    {
        foreach (Markdig.Syntax.Block block in InOrder(container))
            switch (block)
            {
                case Table table:
                    VisitTable(table, text, writer);
                    break;
                case HtmlBlock html:
                    VisitHtml(html, text, writer);
                    break;
                case YamlFrontMatterBlock or LinkReferenceDefinitionGroup or ThematicBreakBlock:
                    break;
                case ListBlock list:
                    foreach (ListItemBlock item in list.OfType<ListItemBlock>()) VisitItem(item, listDepth, text, writer);
                    break;
                case ContainerBlock inner:
                    Visit(inner, listDepth, text, writer);
                    break;
                case HeadingBlock heading:
                    writer.Paragraph(VisibleText.Of(heading, text), new SourceParagraph([]) { HeadingLevel = heading.Level });
                    break;
                case CodeBlock code:
                    writer.Lines(code);
                    break;
                case LeafBlock leaf:
                    writer.Paragraph(VisibleText.Of(leaf, text), new SourceParagraph([]));
                    break;
            }
    }

    // the parser moves footnotes to the end, where their text could not be handed out any more
    private static IEnumerable<Markdig.Syntax.Block> InOrder(ContainerBlock container) => container.Any(block => block is FootnoteGroup)
        ? container.SelectMany(block => block is FootnoteGroup notes ? notes.AsEnumerable() : [block]).OrderBy(block => block.Span.Start)
        : container;

    private static void VisitItem(ListItemBlock item, int depth, string text, MarkdownElements writer)
    {
        bool first = true;
        foreach (Markdig.Syntax.Block block in item)
        {
            if (block is ListBlock inner) foreach (ListItemBlock child in inner.OfType<ListItemBlock>()) VisitItem(child, depth + 1, text, writer);
            else if (block is ParagraphBlock leaf) writer.Paragraph(VisibleText.Of(leaf, text), new SourceParagraph([]) { IsListItem = first, Level = depth });
            else if (block is HeadingBlock heading) writer.Paragraph(VisibleText.Of(heading, text), new SourceParagraph([]) { HeadingLevel = heading.Level });
            else if (block is Table table) VisitTable(table, text, writer);
            else if (block is HtmlBlock html) VisitHtml(html, text, writer);
            else if (block is CodeBlock code) writer.Lines(code);
            else if (block is ContainerBlock container) Visit(container, depth + 1, text, writer);
            first = false;
        }
    }

    private static void VisitTable(Table table, string text, MarkdownElements writer)
    {
        var cells = new List<MarkdownCell>();
        int row = 0, columns = 0, headers = 0;
        foreach (TableRow line in table.OfType<TableRow>())
        {
            row++;
            if (line.IsHeader) headers++;
            int column = 0;
            foreach (TableCell cell in line.OfType<TableCell>())
            {
                columns = Math.Max(columns, ++column);
                cells.Add(new MarkdownCell(row, column, 1, 1, [.. cell.OfType<LeafBlock>().SelectMany(leaf => VisibleText.Of(leaf, text))]));
            }
        }
        writer.Table(row, columns, headers, cells);
    }

    private static void VisitHtml(HtmlBlock html, string text, MarkdownElements writer)
    {
        if (html.Span.Start < writer.Position || html.Type == HtmlBlockType.Comment) return;
        int end = Math.Min(text.Length, html.Span.End + 1);
        int at = html.Span.Start;
        while (text.IndexOf("<table", at, end - at, StringComparison.OrdinalIgnoreCase) is >= 0 and int table && HtmlTable.Read(text, table, end) is { } grid)
        {
            // a caption stands before the first row
            int row = text.IndexOf("<tr", table, StringComparison.OrdinalIgnoreCase);
            VisitPieces(text, at, row < 0 ? table : Math.Min(row, end), writer);
            writer.Table(grid.Rows, grid.Columns, grid.HeaderRows, grid.Cells);
            int close = text.IndexOf("</table", Math.Max(table, writer.Position), StringComparison.OrdinalIgnoreCase);
            int closed = close < 0 ? -1 : text.IndexOf('>', close);
            at = closed < 0 ? end : Math.Min(end, closed + 1);
        }

        VisitPieces(text, at, end, writer);
    }

    private static void VisitPieces(string text, int start, int end, MarkdownElements writer)
    {
        foreach (HtmlPiece piece in HtmlPiece.Of(text, start, end))
            writer.Paragraph(piece.Text, new SourceParagraph([]) { HeadingLevel = piece.Heading, IsListItem = piece.IsListItem });
    }

    private static string? FrontMatterTitle(MarkdownDocument parsed, string text)
    {
        if (parsed.OfType<YamlFrontMatterBlock>().FirstOrDefault() is not { } front) return null;
        string? line = text[front.Span.Start..Math.Min(text.Length, front.Span.End + 1)].Split('\n')
            .FirstOrDefault(candidate => candidate.StartsWith("title:", StringComparison.Ordinal));
        string? title = line?["title:".Length..].Trim().Trim('"', '\'');
        return string.IsNullOrEmpty(title) ? null : title;
    }
}

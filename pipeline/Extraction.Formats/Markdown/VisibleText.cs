using System.Text.RegularExpressions;
using Extraction.Documents;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Extraction.Formats.Markdown;

/// <summary>The parts of a block that a reader of the rendered page sees.</summary>
internal static partial class VisibleText
{
    /// <summary>Ascending spans of the file's text, without those of links' addresses, emphasis signs, images and tags.</summary>
    internal static List<TextSpan> Of(LeafBlock block, string text)
    {
        var spans = new List<TextSpan>();
        if (block.Inline is null) return spans;
        foreach (Inline inline in block.Inline.Descendants())
            if (SpanOf(inline, text) is { Length: > 0 } span && (spans.Count == 0 || span.Start >= spans[^1].End)) spans.Add(span);
        return spans;
    }

    /// <summary>What stands between the tags.</summary>
    internal static List<TextSpan> OfHtml(string text, int start, int end)
    {
        var spans = new List<TextSpan>();
        int at = start;
        foreach (ValueMatch tag in Tag().EnumerateMatches(text.AsSpan(start, end - start)))
        {
            Add(spans, text, at, start + tag.Index);
            at = start + tag.Index + tag.Length;
        }
        Add(spans, text, at, end);
        return spans;
    }

    private static TextSpan? SpanOf(Inline inline, string text)
    {
        if (inline.Span.IsEmpty || inline.Span.End >= text.Length || inline.FindParentOfType<LinkInline>().Any(link => link.IsImage)) return null;
        (int start, int end) = (inline.Span.Start, inline.Span.End + 1);
        switch (inline)
        {
            case LiteralInline { IsFirstCharacterEscaped: true } when text[start] == '\\' && end - start > 1:
                return new TextSpan(start + 1, end);
            case LiteralInline or HtmlEntityInline:
                return new TextSpan(start, end);
            case CodeInline or AutolinkInline:
                while (start < end && text[start] is '`' or '<') start++;
                while (end > start && text[end - 1] is '`' or '>') end--;
                return new TextSpan(start, end);
            default:
                return null;
        }
    }

    private static void Add(List<TextSpan> spans, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (end > start) spans.Add(new TextSpan(start, end));
    }

    [GeneratedRegex(@"<!--.*?-->|</?[A-Za-z][^<>]*>", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}

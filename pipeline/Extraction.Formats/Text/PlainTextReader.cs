using System.Collections.Immutable;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Reading;

namespace Extraction.Formats.Text;

/// <summary>
/// Reads plain text in UTF-8, UTF-16, UTF-32, GB18030 or Big5. A line is a paragraph of one run that holds its line end;
/// a form feed starts a page and stands at the head of that page's first line. All runs joined are the decoded file.
/// </summary>
public sealed class PlainTextReader : IDocumentReader
{
    /// <inheritdoc/>
    /// <exception cref="UnreadableDocumentException"><c>file-too-large</c>; <c>text-empty</c>: nothing but white space.</exception>
    public SourceDocument Read(SourceFile file, ReadLimits limits, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        if (file.Content.Length > limits.MaxFileBytes)
            throw new UnreadableDocumentException("file-too-large", $"The file has {file.Content.Length} bytes, the limit is {limits.MaxFileBytes}.");
        string text = TextDecoder.Decode(file, diagnostics);
        if (string.IsNullOrWhiteSpace(text)) throw new UnreadableDocumentException("text-empty", "The file holds nothing but white space.");
        return new SourceDocument(file, SourceFormat.Text, null, Pages(text, limits, diagnostics, cancellation));
    }

    private static ImmutableArray<SourcePage> Pages(string text, ReadLimits limits, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var pages = ImmutableArray.CreateBuilder<SourcePage>();
        var lines = ImmutableArray.CreateBuilder<SourceParagraph>();
        foreach ((int start, int end, int number) in Lines(text))
        {
            cancellation.ThrowIfCancellationRequested();
            if (text[start] == '\f' && lines.Count > 0)
            {
                pages.Add(Page(pages.Count + 1, lines));
                if (pages.Count == limits.MaxPages)
                {
                    diagnostics.Error("too-many-pages", "reading", $"Only the first {limits.MaxPages} pages were read.", new Locator { Paragraph = number });
                    return pages.ToImmutable();
                }
            }
            var place = new Locator { Page = pages.Count + 1, Paragraph = number };
            lines.Add(new SourceParagraph([new SourceRun(text[start..end], place)]));
        }
        if (lines.Count > 0) pages.Add(Page(pages.Count + 1, lines));
        return pages.ToImmutable();
    }

    private static SourcePage Page(int number, ImmutableArray<SourceParagraph>.Builder lines)
    {
        var box = new SourceTextBox(new Locator { Page = number }, SourceLayer.Content, false, lines.ToImmutable());
        lines.Clear();
        return new SourcePage(number, null, null, [box]);
    }

    /// <summary>Half-open pieces that end behind a line end or before a form feed, with the number of the line they stand in.</summary>
    private static IEnumerable<(int Start, int End, int Number)> Lines(string text)
    {
        int start = 0, number = 1;
        for (int i = 0; i < text.Length; i++)
        {
            bool lineEnd = text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'));
            bool pageEnd = i + 1 < text.Length && text[i + 1] == '\f';
            if (!lineEnd && !pageEnd) continue;
            yield return (start, i + 1, number);
            start = i + 1;
            if (lineEnd) number++;
        }
        if (start < text.Length) yield return (start, text.Length, number);
    }
}

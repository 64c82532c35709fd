using Extraction.Documents;

namespace Extraction.Normalization;

/// <summary>
/// Where a raw text holds marks of its format (<c>**</c>, a link's address) instead of words. Only formats whose raw text is their
/// runs joined in order mark such runs; others have none.
/// </summary>
internal sealed class MarkupSpans
{
    private readonly List<TextSpan> spans = [];
    private int next;

    internal MarkupSpans(RawText raw)
    {
        if (raw.Document.Format != SourceFormat.Markdown) return;
        int position = 0;
        foreach (SourceRun run in raw.Document.Pages.SelectMany(page => page.Elements).SelectMany(ParagraphsOf).SelectMany(paragraph => paragraph.Runs))
        {
            if (run.IsMarkup && run.Text.Length > 0) spans.Add(new TextSpan(position, position + run.Text.Length));
            position += run.Text.Length;
        }
    }

    /// <summary>A block's text without its markup. Blocks must be asked for in ascending order.</summary>
    internal Revision Remove(string text, TextSpan block)
    {
        string own = block.Of(text);
        if (spans.Count == 0) return new Revision(own, new OffsetMap(own.Length, own.Length, []));
        var builder = new OffsetMapBuilder(own);
        while (next < spans.Count && spans[next].End <= block.Start) next++;
        for (int i = next; i < spans.Count && spans[i].Start < block.End; i++)
        {
            int start = Math.Max(spans[i].Start, block.Start) - block.Start, end = Math.Min(spans[i].End, block.End) - block.Start;
            builder.CopyTo(start).Replace("markup", end - start, "");
        }

        (string clean, OffsetMap map) = builder.Build();
        return new Revision(clean, map);
    }

    private static IEnumerable<SourceParagraph> ParagraphsOf(SourceElement element) => element switch
    {
        SourceTextBox box => box.Paragraphs,
        SourceTable table => table.Cells.SelectMany(cell => cell.Paragraphs),
        _ => [],
    };
}

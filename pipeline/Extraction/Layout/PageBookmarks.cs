using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>The headings that a file's own table of contents names, by the page they stand on.</summary>
internal sealed class PageBookmarks
{
    private readonly Dictionary<(int Page, string Title), int> levels = [];

    public PageBookmarks(SourceDocument document)
    {
        foreach (OutlineEntry entry in document.Outline)
            if (entry.Page is { } page && Said(entry.Title) is { Length: > 0 } title) levels.TryAdd((page, title), Math.Max(1, entry.Level));
    }

    /// <summary>The level of the heading that a block is by its words; null where no bookmark has them.</summary>
    public int? LevelOf(int page, IEnumerable<PageLine> block) =>
        levels.Count > 0 && levels.TryGetValue((page, Said(string.Concat(block.Select(line => line.Text)))), out int level) ? level : null;

    private static string Said(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}

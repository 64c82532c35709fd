using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Docx;

/// <summary>
/// Counts pages and keeps what stands on each. Word writes down where it last broke pages; where it did,
/// those marks count and manual breaks do not, because each manual break is followed by such a mark.
/// </summary>
internal sealed class PageBook
{
    private readonly bool hasRenderedBreaks;
    private readonly bool isFixed;
    private readonly SortedDictionary<int, List<SourceElement>> pages;

    public PageBook(bool hasRenderedBreaks) : this(hasRenderedBreaks, false, 1, []) { }

    private PageBook(bool hasRenderedBreaks, bool isFixed, int page, SortedDictionary<int, List<SourceElement>> pages) =>
        (this.hasRenderedBreaks, this.isFixed, Current, this.pages) = (hasRenderedBreaks, isFixed, page, pages);

    /// <summary>The page that is being filled, from 1.</summary>
    public int Current { get; private set; }

    /// <summary>The same book, opened at one page and staying there.</summary>
    public PageBook Fixed(int page) => new(hasRenderedBreaks, true, page, pages);

    public void RenderedBreak()
    {
        if (!isFixed) Current++;
    }

    public void ManualBreak()
    {
        if (!isFixed && !hasRenderedBreaks) Current++;
    }

    /// <summary>Adds an element to the page that its locator names.</summary>
    public void Add(SourceElement element)
    {
        int page = element.Locator.Page ?? Current;
        if (!pages.TryGetValue(page, out List<SourceElement>? elements)) pages[page] = elements = [];
        elements.Add(element);
    }

    /// <summary>All pages up to the last, empty ones included.</summary>
    public ImmutableArray<SourcePage> Build(PartSession session)
    {
        int last = Math.Max(Current, pages.Keys.DefaultIfEmpty(1).Max());
        if (last > session.Limits.MaxPages)
        {
            session.Diagnostics.Error(
                "docx-too-many-pages", "reading", $"Pages behind number {session.Limits.MaxPages} were not read.", new Locator { Page = session.Limits.MaxPages + 1 });
            last = session.Limits.MaxPages;
        }
        return [.. Enumerable.Range(1, last).Select(number =>
            new SourcePage(number, null, null, pages.TryGetValue(number, out List<SourceElement>? elements) ? [.. elements] : []))];
    }
}

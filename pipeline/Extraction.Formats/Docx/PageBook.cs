using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Docx;

/// <summary>
/// Counts pages and keeps what stands on each. Breaks that the author made count where they stand; Word also writes down where it last
/// broke pages, behind the author's breaks too, so that such a mark counts only where text separates it from an author's break. Where text
/// is set in columns, Word records where each column ends.
/// </summary>
internal sealed class PageBook
{
    private readonly SortedDictionary<int, List<SourceElement>> pages;
    private readonly bool isFixed;
    private int unrecorded;
    private int columns = 1;
    private int column;

    public PageBook() : this([], false, 1) { }

    private PageBook(SortedDictionary<int, List<SourceElement>> pages, bool isFixed, int current) =>
        (this.pages, this.isFixed, Current) = (pages, isFixed, current);

    /// <summary>The page that is being filled, from 1.</summary>
    public int Current { get; private set; }

    /// <summary>Whether the author broke the page here and nothing stands on the new one yet.</summary>
    public bool IsFresh => unrecorded > 0;

    /// <summary>The same book, opened at one page and staying there.</summary>
    public PageBook Fixed(int page) => new(pages, true, page);

    /// <summary>A break that Word has recorded.</summary>
    public void RenderedBreak()
    {
        if (isFixed) return;
        if (unrecorded > 0) unrecorded--;
        else EndColumn();
    }

    /// <summary>A page break that the author made.</summary>
    public void ManualBreak()
    {
        if (isFixed) return;
        column = columns;
        ColumnBreak();
    }

    /// <summary>A column break that the author made; behind a page's last column it is a page break.</summary>
    public void ColumnBreak()
    {
        if (isFixed) return;
        EndColumn();
        unrecorded++;
    }

    /// <summary>Text is set in this many columns from here on.</summary>
    public void StartColumns(int count) => (columns, column) = (Math.Max(1, count), 0);

    /// <summary>A break before a paragraph, which a page's first paragraph does not need.</summary>
    public void BreakBefore()
    {
        if (!IsFresh && (Current > 1 || pages.Count > 0)) ManualBreak();
    }

    /// <summary>Says that text stands here.</summary>
    public void MarkText() => unrecorded = 0;

    /// <summary>Goes to a page, as each cell of a row starts where the row does.</summary>
    /// <param name="page">From 1.</param>
    /// <param name="isFresh">Whether the page begins there, so that a recorded break would tell of the same beginning.</param>
    public void GoTo(int page, bool isFresh)
    {
        if (!isFixed) (Current, unrecorded) = (page, isFresh ? 1 : 0);
    }

    private void EndColumn()
    {
        if (++column < columns) return;
        column = 0;
        Current++;
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

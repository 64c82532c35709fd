using Extraction.Documents;

namespace Extraction.Layout.Text;

/// <summary>
/// Year boxes and their dated list items come out of a slide in the order of the boxes, not of time. A run of dated items that starts behind
/// a blank line with an earlier month and day than the item before it is another box: it does not belong to the year above it. It belongs to
/// the page's year without items if there is exactly one such year and one such run, else to the page.
/// </summary>
internal static class DatedRuns
{
    /// <param name="blocks">The blocks of one page in order, parents set.</param>
    internal static void Reassign(IReadOnlyList<DraftBlock> blocks)
    {
        List<DraftBlock> years = [.. blocks.Where(block => block.IsPeriod && LineForms.IsYear(block.Text))];
        if (years.Count == 0) return;
        DraftBlock? page = years[0].Parent;
        List<List<DraftBlock>> strays = Strays(blocks);
        List<DraftBlock> empty = years.FindAll(year => !blocks.Any(block => block.Parent == year && !strays.Exists(run => run.Contains(block))));
        DraftBlock? owner = strays.Count == 1 && empty.Count == 1 ? empty[0] : page;
        foreach (DraftBlock item in strays.SelectMany(run => run)) item.Parent = owner;
    }

    private static List<List<DraftBlock>> Strays(IReadOnlyList<DraftBlock> blocks)
    {
        var strays = new List<List<DraftBlock>>();
        List<DraftBlock>? stray = null;
        DraftBlock? heading = null;
        (int Month, int Day)? before = null;
        bool ascending = true;
        foreach (DraftBlock block in blocks)
        {
            if (block.Role == BlockRole.Heading) (heading, stray, before, ascending) = (block, null, null, true);
            if (block.Role != BlockRole.ListItem || LineForms.LeadingDate(LineForms.WithoutMarker(block.Text)) is not { } date) continue;
            if (heading is { IsPeriod: false }) continue;
            (int Month, int Day) now = (date.Month, date.Day ?? before?.Day ?? 1);
            bool backwards = before is { } earlier && now.CompareTo(earlier) < 0;
            if ((heading is null && stray is null) || (backwards && block.Gap > 0 && ascending)) strays.Add(stray = []);
            else if (backwards) ascending = false;
            stray?.Add(block);
            before = now;
        }
        return strays;
    }
}

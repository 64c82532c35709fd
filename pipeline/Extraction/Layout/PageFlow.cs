namespace Extraction.Layout;

/// <summary>
/// Joins wrapped lines into blocks by geometry: a line goes on in the next one if the next one's first word would not have
/// fitted behind it, and nothing (a bullet, an indent, a gap, another size) says that something new begins.
/// </summary>
internal static class PageFlow
{
    // in font sizes
    private const double GroupGap = 1.5;
    private const double WrapGap = 1.1;
    private const double Indent = 0.6;
    private const double MaxHanging = 5;
    private const double MinWidth = 6;

    private const int AlikeLetters = 4;

    /// <summary>A column of lines after the other, in blocks; a paragraph that goes on in the next column is one block.</summary>
    public static List<PageUnit> Units(IReadOnlyList<PageLine> ordered, PageRegion region)
    {
        List<PageUnit> units = [];
        List<PageLine>? above = null;
        foreach (List<PageLine> group in Groups(ordered))
        {
            List<List<PageLine>> blocks = [.. Blocks(group, region)];
            if (above is not null && PageColumns.GoesOn(above, group))
            {
                units[^1] = units[^1] with { Blocks = [.. units[^1].Blocks.SkipLast(1), [.. units[^1].Blocks[^1], .. blocks[0]]] };
                blocks.RemoveAt(0);
            }
            above = group;
            if (blocks.Count > 0) units.Add(new PageUnit(null, blocks) { OwnSize = region.PanelSize });
        }
        return units;
    }

    /// <summary>Lines that stand closely one under the other, in order, as groups of one column. What stands between two lines of a group, like
    /// a figure's name beside a text, comes after it.</summary>
    public static List<List<PageLine>> Groups(IEnumerable<PageLine> ordered)
    {
        List<List<PageLine>> groups = [];
        foreach (PageLine line in ordered)
        {
            if (groups.Count > 0 && Continues(groups[^1], line)) groups[^1].Add(line);
            else if (groups.Count > 1 && IsRunningOn(groups[^2][^1], line)) groups[^2].Add(line);
            else groups.Add([line]);
        }
        return groups;
    }

    private static bool IsRunningOn(PageLine above, PageLine line) =>
        Continues(above, line) && !line.StartsItem && line.Box.Top - above.Box.Bottom <= WrapGap * above.Size && Math.Abs(line.Box.Left - above.Box.Left) <= Indent * above.Size;

    /// <summary>The blocks of one group.</summary>
    private static IEnumerable<List<PageLine>> Blocks(List<PageLine> group, PageRegion region)
    {
        var margins = new PageMargins(group, region);
        List<PageLine> block = [];
        for (int at = 0; at < group.Count; at++)
        {
            if (block.Count > 0 && !IsWrap(block, group[at], at, margins))
            {
                yield return block;
                block = [];
            }
            block.Add(group[at]);
        }
        yield return block;
    }

    // the last word of a paragraph may stand left of all that its indented first line reaches
    private static bool Continues(List<PageLine> group, PageLine line) =>
        Continues(group[^1], line, group.Count > 1 ? Math.Min(group[^1].Box.Left, group[^2].Box.Left) : group[^1].Box.Left);

    private static bool Continues(PageLine above, PageLine line) => Continues(above, line, above.Box.Left);

    private static bool Continues(PageLine above, PageLine line, double left)
    {
        double small = Math.Min(above.Size, line.Size);
        double gap = line.Box.Top - above.Box.Bottom;
        double shared = Math.Min(above.Box.Right, line.Box.Right) - Math.Max(left, line.Box.Left);
        return !above.IsTurned && !line.IsTurned
            && Math.Max(above.Size, line.Size) <= 1.12 * small
            && gap > -0.5 * small && gap <= GroupGap * small
            && shared > 0.5 * Math.Min(above.Box.Width, line.Box.Width);
    }

    private static bool IsWrap(List<PageLine> block, PageLine line, int at, PageMargins margins)
    {
        PageLine above = block[^1];
        double em = above.Size;
        if (above.IsEntry || (line.StartsItem && !ClosesParenthesis(above, line)) || line.Box.Top - above.Box.Bottom > WrapGap * em) return false;
        if (above.Box.Width < MinWidth * em || !margins.IsFull(at)) return false;
        // a sentence may well end where its line does, and its paragraph go on
        if ((above.EndsSentence || BeginsAlike(above, line)) && !margins.IsInsideParagraph(at)) return false;
        if (IsCentred(above, line)) return true;
        double indent = line.Box.Left - above.Box.Left;
        double allowed = block[0].StartsItem && block.Count == 1 ? MaxHanging : Indent;
        bool isAligned = indent <= allowed * em && indent >= -MaxHanging * em;
        return isAligned && margins.IsProven(above);
    }

    /// <summary>Lines that begin with the same words (关键技术：…) are members of a list.</summary>
    private static bool BeginsAlike(PageLine above, PageLine line) =>
        line.Text.Length >= AlikeLetters && above.Text.StartsWith(line.Text[..AlikeLetters], StringComparison.Ordinal);

    /// <summary>Whether what looks like an item's number, <c>8）</c>, ends what the line above has opened: （样本.</summary>
    private static bool ClosesParenthesis(PageLine above, PageLine line) =>
        char.IsAsciiDigit(line.Text.TrimStart()[0]) && above.Text.LastIndexOfAny(['(', '（']) > above.Text.LastIndexOfAny([')', '）']);

    private static bool IsCentred(PageLine above, PageLine line)
    {
        double aside = Math.Abs((above.Box.Left + above.Box.Right) - (line.Box.Left + line.Box.Right)) / 2;
        return aside < 0.3 * above.Size && line.Box.Left > above.Box.Left + (0.9 * above.Size);
    }
}

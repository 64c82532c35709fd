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
    private const double CjkBreak = 1.9;
    private const double MinWidth = 6;
    private const double ListWidth = 12;
    private const double PairWidth = 14;

    private const int AlikeLetters = 4;

    /// <summary>Lines that stand closely one under the other, in order, as groups of one column.</summary>
    public static IEnumerable<List<PageLine>> Groups(IEnumerable<PageLine> ordered)
    {
        List<PageLine> group = [];
        foreach (PageLine line in ordered)
        {
            if (group.Count > 0 && !Continues(group[^1], line))
            {
                yield return group;
                group = [];
            }
            group.Add(line);
        }
        if (group.Count > 0) yield return group;
    }

    /// <summary>The blocks of one group.</summary>
    /// <param name="group">Lines of one column.</param>
    /// <param name="pageWidth">In points.</param>
    public static IEnumerable<List<PageLine>> Blocks(List<PageLine> group, double pageWidth)
    {
        double right = group.Max(line => line.Box.Right);
        List<PageLine> block = [];
        foreach (PageLine line in group)
        {
            if (block.Count > 0 && !IsWrap(block, line, group, right, pageWidth))
            {
                yield return block;
                block = [];
            }
            block.Add(line);
        }
        yield return block;
    }

    private static bool Continues(PageLine above, PageLine line)
    {
        double small = Math.Min(above.Size, line.Size);
        double gap = line.Box.Top - above.Box.Bottom;
        double shared = Math.Min(above.Box.Right, line.Box.Right) - Math.Max(above.Box.Left, line.Box.Left);
        return !above.IsTurned && !line.IsTurned
            && Math.Max(above.Size, line.Size) <= 1.12 * small
            && gap > -0.5 * small && gap <= GroupGap * small
            && shared > 0.5 * Math.Min(above.Box.Width, line.Box.Width);
    }

    private static bool IsWrap(List<PageLine> block, PageLine line, List<PageLine> group, double right, double pageWidth)
    {
        PageLine above = block[^1];
        double em = above.Size;
        if (line.StartsItem || BeginsAlike(above, line) || line.Box.Top - above.Box.Bottom > WrapGap * em) return false;
        if (above.EndsSentence || above.Box.Width < MinWidth * em || !IsFull(above, line, right)) return false;
        if (IsCentred(above, line)) return true;
        double indent = line.Box.Left - above.Box.Left;
        double allowed = block[0].StartsItem && block.Count == 1 ? MaxHanging : Indent;
        bool isAligned = indent <= allowed * em && indent >= -MaxHanging * em;
        return isAligned && HasMarginEvidence(above, group, right, pageWidth);
    }

    /// <summary>Lines that begin with the same words (关键技术：…) are members of a list.</summary>
    private static bool BeginsAlike(PageLine above, PageLine line) =>
        line.Text.Length >= AlikeLetters && above.Text.StartsWith(line.Text[..AlikeLetters], StringComparison.Ordinal);

    /// <summary>Whether the first word of the next line (a few letters in Chinese, which breaks anywhere but before a stop) would not have fitted.</summary>
    private static bool IsFull(PageLine above, PageLine line, double right)
    {
        string text = line.Text.TrimStart();
        int word = 0;
        while (word < text.Length && char.IsAsciiLetterOrDigit(text[word])) word++;
        double letter = line.Box.Width / Math.Max(1, line.Text.Length);
        double needed = Math.Max(CjkBreak * above.Size, (word + 1.5) * letter);
        return above.Box.Right + needed > right;
    }

    /// <summary>Two lines prove no margin, and short ones of one width are a list: then the line must be long or end at the page's edge.</summary>
    private static bool HasMarginEvidence(PageLine above, List<PageLine> group, double right, double pageWidth)
    {
        double width = above.Box.Width / above.Size;
        if (pageWidth - above.Box.Right < 0.12 * pageWidth || width >= PairWidth) return true;
        if (group.Count < 3) return false;
        return width >= ListWidth || group[^1].Box.Right < right - (2 * above.Size);
    }

    private static bool IsCentred(PageLine above, PageLine line)
    {
        double aside = Math.Abs((above.Box.Left + above.Box.Right) - (line.Box.Left + line.Box.Right)) / 2;
        return aside < 0.3 * above.Size && line.Box.Left > above.Box.Left + (0.9 * above.Size);
    }
}

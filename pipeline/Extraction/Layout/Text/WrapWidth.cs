namespace Extraction.Layout.Text;

/// <summary>
/// Where the tool that wrote the text broke its lines. A line that was broken is about as wide as the others that were broken;
/// the text goes on behind it, sometimes over a blank line that the tool put in.
/// </summary>
/// <param name="Columns">Width at which lines were broken, in half-width columns; 0 where lines were not broken.</param>
/// <param name="Gap">Blank lines inside a broken paragraph: 0 or 1.</param>
internal sealed record WrapWidth(int Columns, int Gap)
{
    private const int Narrowest = 40;
    private const double NearlyFull = 0.75;
    private const double Full = 0.9;
    private const double Beyond = 1.15;

    /// <summary>Learns the width from lines that end in the middle of a sentence and have plain text behind them.</summary>
    internal static WrapWidth Of(IReadOnlyList<TextPage> pages)
    {
        var evidence = new List<(int Width, int Gap)>();
        foreach (TextPage page in pages)
            for (int i = 0, next; i < page.Lines.Count; i = next)
            {
                for (next = i + 1; next < page.Lines.Count && page.Lines[next].IsBlank;) next++;
                if (next < page.Lines.Count && next - i <= 2 && IsEvidence(page.Lines[i], page.Lines[next])) evidence.Add((page.Lines[i].Width, next - i - 1));
            }
        if (evidence.Count < 2) return new WrapWidth(0, 1);
        List<int> widths = [.. evidence.Select(pair => pair.Width).Order()];
        int columns = widths[(widths.Count - 1) * 9 / 10];
        if (widths.Count(width => width >= NearlyFull * columns) * 10 < widths.Count * 6) return new WrapWidth(0, 1);
        List<int> all = [.. pages.SelectMany(page => page.Lines).Where(line => !line.IsTabbed && line.Width >= NearlyFull * columns).Select(line => line.Width)];
        if (all.Count(width => width > Beyond * columns) * 10 > all.Count) return new WrapWidth(0, 1);
        int apart = evidence.Count(pair => pair.Gap == 1);
        return new WrapWidth(columns, apart * 2 > evidence.Count ? 1 : 0);
    }

    /// <summary>Whether a block that has got as far as <paramref name="last"/> goes on in <paramref name="next"/>.</summary>
    /// <param name="text">The block's text so far, or the end of it.</param>
    /// <param name="last">Its last line.</param>
    /// <param name="next">The next line with text; it starts no list item.</param>
    /// <param name="gap">Blank lines between the two.</param>
    /// <param name="inList">Whether the block is a list item: in a list a new paragraph has a marker.</param>
    internal bool Continues(string text, TextLine last, TextLine next, int gap, bool inList)
    {
        if (gap > 1 || next.StartsPage) return false;
        if (LineForms.IsLoneMarker(last.Body)) return true;
        if (!inList && next.Indent >= last.Indent + 2) return false;
        bool ended = LineForms.EndsSentence(last.Body);
        if (!ended && IsTorn(text, next.Body)) return true;
        if (Columns == 0 || gap > Gap || next.Width > Beyond * Columns) return false;
        return ended ? last.Width >= Full * Columns && (inList || gap == 0) : last.Width >= NearlyFull * Columns;
    }

    private static bool IsEvidence(TextLine line, TextLine next) =>
        line.Width >= Narrowest && !line.StartsPage && !next.StartsPage && !LineForms.EndsSentence(line.Body)
        && LineForms.MarkerKind(next.Body) is null && !next.Text.Contains('\t', StringComparison.Ordinal)
        && (LineForms.MarkerKind(line.Body) is not null || !line.Text.Contains('\t', StringComparison.Ordinal))
        && !LineForms.IsPeriod(next.Body) && !LineForms.IsCaption(next.Body);

    /// <summary>Whether the break itself shows that it is none: an open bracket, a comma before it, a closing sign after it.</summary>
    private static bool IsTorn(string text, string next)
    {
        if (text.Length == 0 || next.Length == 0) return false;
        if ("，、《（“‘「【".Contains(text[^1]) || "，。、；：！？）》”’」】％%".Contains(next[0])) return true;
        return IsOpen(text, '《', '》') || IsOpen(text, '“', '”') || (IsOpen(text, '（', '）') && next.Contains('）', StringComparison.Ordinal));
    }

    private static bool IsOpen(string text, char open, char close) => text.LastIndexOf(open) > text.LastIndexOf(close);
}

namespace Extraction.Formats.Pdf.Content;

/// <summary>The marked parts of a content that are open: which are not shown, and which say themselves what their letters mean.</summary>
internal sealed class PdfMarkedContent(PdfPageContent content)
{
    private readonly Stack<Mark> open = [];
    private int hidden;

    /// <summary>Whether what is drawn now is not shown.</summary>
    public bool IsHidden => hidden > 0;

    /// <summary>How many parts are open.</summary>
    public int Count => open.Count;

    public void Begin(bool isHidden, string? actualText)
    {
        open.Push(new Mark(isHidden, actualText, content.Glyphs.Count));
        if (isHidden) hidden++;
    }

    public void End()
    {
        if (!open.TryPop(out Mark mark)) return;
        if (mark.IsHidden) hidden--;
        if (mark.ActualText is { } text) Replace(mark.First, text);
    }

    /// <summary>Closes what a content has left open.</summary>
    public void EndTo(int count)
    {
        while (open.Count > count) End();
    }

    /// <summary>
    /// Gives the letters from <paramref name="first"/> on the text that the file says they mean. Where it has as many characters as there are
    /// letters, each keeps its place; where it says nothing visible (a hyphen that is only soft), what is seen stays.
    /// </summary>
    private void Replace(int first, string text)
    {
        List<PdfDrawnGlyph> glyphs = content.Glyphs;
        string meant = text.Replace("\u00AD", "", StringComparison.Ordinal).Trim();
        List<int> letters = [.. Enumerable.Range(first, glyphs.Count - first).Where(i => !glyphs[i].Glyph.IsSpace)];
        if (meant.Length == 0 || letters.Count == 0) return;
        List<string> signs = [.. meant.EnumerateRunes().Where(rune => !System.Text.Rune.IsWhiteSpace(rune)).Select(rune => rune.ToString())];
        if (signs.SequenceEqual(letters.Select(i => glyphs[i].Glyph.Text))) return;
        if (signs.Count == letters.Count)
        {
            for (int i = 0; i < letters.Count; i++) glyphs[letters[i]] = With(glyphs[letters[i]], signs[i]);
            return;
        }
        PdfGlyph begin = glyphs[letters[0]].Glyph, last = glyphs[letters[^1]].Glyph;
        // text over several lines has no one place; its letters are what they are
        if (begin.Angle != last.Angle || Math.Abs(begin.Baseline - last.Baseline) > begin.Size / 2) return;
        PdfDrawnGlyph whole = With(glyphs[letters[0]], meant);
        glyphs.RemoveRange(first, glyphs.Count - first);
        glyphs.Add(whole with { Glyph = whole.Glyph with { End = Math.Max(begin.End, last.End), Box = begin.Box.Union(last.Box) } });
    }

    private static PdfDrawnGlyph With(PdfDrawnGlyph glyph, string text) => glyph with { Glyph = glyph.Glyph with { Text = PdfText.Clean(text) }, IsGuess = false, Font = glyph.Font };

    private readonly record struct Mark(bool IsHidden, string? ActualText, int First);
}

namespace Extraction.Formats.Pdf;

/// <summary>
/// Letters set one under the other. Programs draw vertical Chinese letter by letter, each upright, so that only their order tells; turned
/// into the frame of text that runs down the page, they become lines like any other, the columns from right to left.
/// </summary>
internal static class PdfVertical
{
    private const int QuarterDown = 270;

    // two letters could be two rows
    private const int FewestLetters = 3;

    // in font sizes
    private const double Aside = 0.3;
    private const double ShortestStep = 0.45;
    private const double LongestStep = 1.45;

    // where the baseline of text turned by a quarter lies, left of the letters' middle
    private const double TurnedBaseline = 0.3;

    /// <summary>The glyphs in their order, those of vertical runs turned; on a page of vertical text, a column's last two letters as well.</summary>
    public static IReadOnlyList<PdfGlyph> Turned(List<PdfGlyph> glyphs)
    {
        IReadOnlyList<PdfGlyph> turned = Turned(glyphs, FewestLetters, out int count);
        return count * 2 > glyphs.Count ? Turned(glyphs, FewestLetters - 1, out _) : turned;
    }

    private static IReadOnlyList<PdfGlyph> Turned(List<PdfGlyph> glyphs, int fewest, out int count)
    {
        List<PdfGlyph>? turned = null;
        count = 0;
        for (int first = 0, end; first < glyphs.Count; first = end)
        {
            end = first + 1;
            while (end < glyphs.Count && IsUnder(glyphs[end - 1], glyphs[end])) end++;
            if (end - first < fewest) continue;
            turned ??= [.. glyphs];
            for (int i = first; i < end; i++) turned[i] = Turn(glyphs[i]);
            count += end - first;
        }
        return turned ?? glyphs;
    }

    private static bool IsUnder(PdfGlyph above, PdfGlyph glyph)
    {
        double step = glyph.Baseline - above.Baseline;
        return above.Angle == glyph.Angle
            && step >= ShortestStep * above.Size && step <= LongestStep * above.Size
            && Math.Abs(Middle(glyph) - Middle(above)) <= Aside * above.Size
            && Math.Abs(glyph.Size - above.Size) <= 0.1 * above.Size
            && above.EndsCjk && glyph.StartsCjk;
    }

    private static double Middle(PdfGlyph glyph) => (glyph.Start + glyph.End) / 2;

    private static PdfGlyph Turn(PdfGlyph glyph)
    {
        double top = glyph.Baseline - (0.8 * glyph.Size);
        return glyph with { Angle = (glyph.Angle + QuarterDown) % 360, Start = top, End = top + glyph.Size, Baseline = (TurnedBaseline * glyph.Size) - Middle(glyph) };
    }
}

namespace Extraction.Formats.Pdf;

/// <summary>
/// Letters set one under the other. Programs draw vertical Chinese letter by letter, each upright, so that only their order tells; turned
/// into the frame of text that runs down the page, they become lines like any other, the columns from right to left.
/// </summary>
internal static class PdfVertical
{
    private const int Down = 270;

    // two letters could be two rows
    private const int FewestLetters = 3;

    // in font sizes
    private const double Aside = 0.3;
    private const double ShortestStep = 0.45;
    private const double LongestStep = 1.45;

    // where the baseline of text turned by a quarter lies, left of the letters' middle
    private const double TurnedBaseline = 0.3;

    /// <summary>The glyphs in their order, those of vertical runs turned.</summary>
    public static IReadOnlyList<PdfGlyph> Turned(List<PdfGlyph> glyphs)
    {
        List<PdfGlyph>? turned = null;
        for (int first = 0; first < glyphs.Count;)
        {
            int end = first + 1;
            while (end < glyphs.Count && IsUnder(glyphs[end - 1], glyphs[end])) end++;
            if (end - first >= FewestLetters)
            {
                turned ??= [.. glyphs];
                for (int i = first; i < end; i++) turned[i] = Turn(glyphs[i]);
            }
            first = end;
        }
        return turned ?? glyphs;
    }

    private static bool IsUnder(PdfGlyph above, PdfGlyph glyph)
    {
        double step = glyph.Baseline - above.Baseline;
        return above.Angle == 0 && glyph.Angle == 0
            && step >= ShortestStep * above.Size && step <= LongestStep * above.Size
            && Math.Abs(Middle(glyph) - Middle(above)) <= Aside * above.Size
            && Math.Abs(glyph.Size - above.Size) <= 0.1 * above.Size
            && above.EndsCjk && glyph.StartsCjk;
    }

    private static double Middle(PdfGlyph glyph) => (glyph.Start + glyph.End) / 2;

    private static PdfGlyph Turn(PdfGlyph glyph)
    {
        double top = glyph.Baseline - (0.8 * glyph.Size);
        return glyph with { Angle = Down, Start = top, End = top + glyph.Size, Baseline = (TurnedBaseline * glyph.Size) - Middle(glyph) };
    }
}

using System.Text;
using Extraction.Formats.Pdf.Content;

namespace Extraction.Formats.Pdf.Fonts;

/// <summary>Chinese bytes that a font without a table draws one by one, so that two Latin letters stand for one character.</summary>
internal static class BytePairs
{
    private const int Fewest = 4;
    private const double MostBroken = 0.02;
    private const double FewestCommon = 0.95;

    // every fourth character of running text is one of these
    private const string FrequentSimplified = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经";
    private const string FrequentTraditional = "的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產種面而方後多定行學法所民得經";

    private static readonly Encoding Simplified = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
    private static readonly Encoding Traditional = CodePagesEncodingProvider.Instance.GetEncoding("big5")!;

    /// <summary>The glyphs with pairs made one where the font's letters are such bytes, null where they are not.</summary>
    /// <param name="glyphs">All letters of the page.</param>
    /// <param name="font">The font in question.</param>
    public static List<PdfDrawnGlyph>? Join(List<PdfDrawnGlyph> glyphs, PdfFont font)
    {
        List<PdfDrawnGlyph>? simplified = Join(glyphs, font, Simplified, IsOfGb2312, FrequentSimplified, out int known);
        List<PdfDrawnGlyph>? traditional = Join(glyphs, font, Traditional, IsOfBig5, FrequentTraditional, out int knownTraditional);
        return traditional is not null && (simplified is null || knownTraditional > known) ? traditional : simplified;
    }

    // the characters that people write with; the rest of both codes takes letters of the ASCII range as second bytes, as accented Latin would
    private static bool IsOfGb2312(uint lead, uint trail) => trail >= 0xA1 && lead is (>= 0xA1 and <= 0xA9) or (>= 0xB0 and <= 0xF7);

    private static bool IsOfBig5(uint lead, uint trail) => lead is >= 0xA1 and <= 0xC6 && trail is (>= 0x40 and <= 0x7E) or (>= 0xA1 and <= 0xFE);

    private static List<PdfDrawnGlyph>? Join(
        List<PdfDrawnGlyph> glyphs, PdfFont font, Encoding encoding, Func<uint, uint, bool> isCommon, string frequent, out int known)
    {
        List<PdfDrawnGlyph> joined = [];
        (int pairs, int common, int broken) = (0, 0, 0);
        known = 0;
        for (int i = 0; i < glyphs.Count; i++)
        {
            PdfDrawnGlyph lead = glyphs[i];
            joined.Add(lead);
            if (lead.Font != font || lead.Code < 0x80) continue;
            bool hasTrail = i + 1 < glyphs.Count && glyphs[i + 1].Font == font && glyphs[i + 1].Code is >= 0x40 and <= 0xFE and not 0x7F;
            string text = hasTrail ? encoding.GetString([(byte)lead.Code, (byte)glyphs[i + 1].Code]) : "";
            if (text.Length != 1 || text[0] is '\uFFFD' or < '\u0080')
            {
                broken++;
                continue;
            }
            pairs++;
            if (isCommon(lead.Code, glyphs[i + 1].Code)) common++;
            if (frequent.Contains(text[0], StringComparison.Ordinal)) known++;
            joined[^1] = lead with { IsGuess = false, Glyph = Spanning(lead.Glyph, glyphs[++i].Glyph) with { Text = text } };
        }
        return pairs >= Fewest && broken <= MostBroken * pairs && common >= FewestCommon * pairs ? joined : null;
    }

    private static PdfGlyph Spanning(PdfGlyph first, PdfGlyph second) =>
        first with { End = Math.Max(first.End, second.End), Box = first.Box.Union(second.Box) };
}

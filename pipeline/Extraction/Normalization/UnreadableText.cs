using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Extraction.Diagnostics;
using Extraction.Documents;

namespace Extraction.Normalization;

/// <summary>
/// Sets aside blocks whose characters are not what the page shows: a font without a usable character table, bytes read in the wrong
/// code. They stay in the text as evidence, but no record is made from them.
/// </summary>
public static class UnreadableText
{
    /// <summary>
    /// The share of improbable characters from which a block is unreadable. Measured on 1,434 lines of Chinese reports, none of them has
    /// more than 0.02; misread in seven ways, none of the Chinese ones has less than 0.37 (docs/chinese-text.md).
    /// </summary>
    public const double Threshold = 0.3;

    // A shorter block may be a name, a formula or an icon.
    private const int FewestCharacters = 10;

    /// <summary>Makes unreadable blocks furniture and reports one <c>text-unreadable</c> for each page that has some.</summary>
    public static NormalizedText SetAside(NormalizedText text, DiagnosticBag diagnostics)
    {
        ImmutableArray<Block>.Builder? blocks = null;
        int page = 0;
        for (int i = 0; i < text.Blocks.Length; i++)
        {
            Block block = text.Blocks[i];
            if (!block.IsContent || Score(text.Text.AsSpan(block.Span.Start, block.Span.Length)) < Threshold) continue;
            (blocks ??= text.Blocks.ToBuilder())[i] = block with { Role = BlockRole.Furniture };
            if (block.Page == page) continue;
            page = block.Page;
            diagnostics.Error(
                "text-unreadable",
                "normalization",
                "Text of the page is in characters that no report is written in: its font or its code does not say what they are. Nothing was extracted from it; recognize it with OCR.",
                text.Locate(block.Span).Locator);
        }

        return blocks is null ? text : text with { Blocks = blocks.MoveToImmutable() };
    }

    /// <summary>The share of improbable characters among the visible ones, 0 to 1; 0 for less than ten of them.</summary>
    public static double Score(ReadOnlySpan<char> text)
    {
        int visible = 0, improbable = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.IsAscii || Characters.IsEastAsian((char)Math.Min(rune.Value, char.MaxValue)))
            {
                if (rune.Value > ' ') visible++;
                continue;
            }

            if (Rune.IsWhiteSpace(rune)) continue;
            visible++;
            if (IsImprobable(rune)) improbable++;
        }

        return visible < FewestCharacters ? 0 : (double)improbable / visible;
    }

    // Letters with accents and the signs beside them in Latin-1 are what GBK and UTF-8 look like in that code.
    private static bool IsImprobable(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => true,
        UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.NonSpacingMark => rune.Value <= 0xFF || !IsLivingScript(rune.Value),
        _ => rune.Value is (>= 0xA1 and <= 0x24F and not 0xB7 and not 0xD7 and not 0xF7) or 0xFFFD,
    };

    // Combining marks, Hebrew and Arabic, the scripts from India to Tibet, Hangul, Mongolian, kana, Han, Yi, and the forms of these.
    private static bool IsLivingScript(int code) => code is
        (>= 0x02B0 and <= 0x036F) or (>= 0x0590 and <= 0x0FFF) or (>= 0x1100 and <= 0x11FF) or (>= 0x1800 and <= 0x18AF)
        or (>= 0x3000 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7FF) or (>= 0xF900 and <= 0xFFEF) or (>= 0x20000 and <= 0x3FFFF);
}

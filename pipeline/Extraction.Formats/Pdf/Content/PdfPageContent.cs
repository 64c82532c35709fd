using UglyToad.PdfPig.Graphics;

namespace Extraction.Formats.Pdf.Content;

/// <summary>What a page draws. Grows while it is drawn, read-only afterwards.</summary>
internal sealed class PdfPageContent
{
    /// <summary>Its letters in drawing order.</summary>
    public List<PdfDrawnGlyph> Glyphs { get; } = [];

    /// <summary>Its filled and stroked paths, as far as they could be ruling lines.</summary>
    public List<PdfPath> Paths { get; } = [];

    /// <summary>Whether anything is drawn that is no letter.</summary>
    public bool HasMarks { get; set; }

    /// <summary>How many operators that draw text there have been.</summary>
    public int Showings { get; set; }

    /// <summary>Strings that could not be read because their font is missing.</summary>
    public int StringsWithoutFont { get; set; }

    /// <summary>Parts that were left out because they are damaged, by what they are.</summary>
    public List<string> Damage { get; } = [];
}

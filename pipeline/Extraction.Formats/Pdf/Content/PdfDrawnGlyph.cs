using Extraction.Formats.Pdf.Fonts;

namespace Extraction.Formats.Pdf.Content;

/// <summary>A letter with what drew it.</summary>
/// <param name="Glyph">The letter.</param>
/// <param name="Font">Its font.</param>
/// <param name="Code">Its code in the font.</param>
/// <param name="IsGuess">Whether its text is only a guess from the code.</param>
/// <param name="IsInvisible">Whether it is drawn without ink.</param>
/// <param name="Showing">Number of the operator that drew it; each draws its letters once.</param>
internal sealed record PdfDrawnGlyph(PdfGlyph Glyph, PdfFont Font, uint Code, bool IsGuess, bool IsInvisible, int Showing);

using System.Collections.Immutable;
using Extraction.Diagnostics;
using Extraction.Documents;
using UglyToad.PdfPig.Content;

namespace Extraction.Formats.Pdf;

/// <summary>Reads one page and says what of it cannot be read.</summary>
internal static class PdfPageReader
{
    private const string Stage = "reading";
    private const int MaxGlyphs = 200_000;

    public static SourcePage Read(Page page, int number, DiagnosticBag diagnostics)
    {
        var place = new Locator { Page = number };
        List<PdfGlyph> glyphs = PdfGlyphs.Of(page.Letters, page.Height, MaxGlyphs, out bool cut);
        if (cut) diagnostics.Error("pdf-letters-over-limit", Stage, $"Only the first {MaxGlyphs} letters of the page were read.", place);
        SourceLayer layer = LayerOf(page, glyphs, place, diagnostics);
        List<PdfGrid> grids = glyphs.Count == 0 ? [] : PdfLattice.Of(PdfRulings.Of(page.Paths, page.Height));
        List<SourceTable> tables = PdfTables.Take(grids, glyphs, number, page.Height, layer);
        var elements = ImmutableArray.CreateBuilder<SourceElement>();
        elements.AddRange(PdfBoxes.Of(PdfLines.Of(glyphs), number, page.Width, page.Height, layer));
        elements.AddRange(tables);
        elements.AddRange(PdfAnnotations.Of(page, number, diagnostics));
        return new SourcePage(number, Math.Round(page.Width, 2), Math.Round(page.Height, 2), elements.ToImmutable())
        {
            Panels = [.. PdfPanels.Of(page.Paths, page.Width, page.Height)],
        };
    }

    /// <summary>Text of a font without a usable character table is kept but never extracted from.</summary>
    private static SourceLayer LayerOf(Page page, List<PdfGlyph> glyphs, Locator place, DiagnosticBag diagnostics)
    {
        if (glyphs.TrueForAll(glyph => glyph.IsSpace))
        {
            if (page.NumberOfImages > 0 || page.Operations.Count > 0)
                diagnostics.Error("pdf-page-without-text", Stage, "The page shows something but has no text layer; recognize it with OCR first.", place);
            return SourceLayer.Content;
        }
        if (!PdfText.IsNoise(string.Concat(glyphs.Select(glyph => glyph.Text)))) return SourceLayer.Content;
        diagnostics.Error("pdf-page-unreadable", Stage, "The page's fonts do not say which characters they draw; recognize it with OCR first.", place);
        return SourceLayer.Furniture;
    }
}

using System.Collections.Immutable;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.Pdf.Content;
using Extraction.Formats.Pdf.Fonts;

namespace Extraction.Formats.Pdf;

/// <summary>Reads one page and says what of it cannot be read.</summary>
internal static class PdfPageReader
{
    private const string Stage = "reading";
    private const int MaxGlyphs = 200_000;
    private const double MostUnreadable = 0.5;

    public static SourcePage Read(PdfPageDrawing drawing, PdfPageSource page, int number, DiagnosticBag diagnostics)
    {
        PdfSheet sheet = PdfSheet.Of(drawing.Objects, page);
        PdfContentReader reader = drawing.Reader(sheet);
        PdfResources resources = drawing.Resources(page);
        reader.Draw(drawing.Contents(page, reader.Content.Damage).Span, resources, sheet.Matrix);
        var elements = ImmutableArray.CreateBuilder<SourceElement>();
        elements.AddRange(ElementsOf(reader.Content, sheet, number, diagnostics));
        elements.AddRange(new PdfAnnotations(drawing, sheet, number, diagnostics).Of(page.Dictionary, resources));
        return new SourcePage(number, Math.Round(sheet.Width, 2), Math.Round(sheet.Height, 2), elements.ToImmutable())
        {
            Panels = [.. PdfPanels.Of(reader.Content.Paths, sheet.Width, sheet.Height)],
        };
    }

    private static IEnumerable<SourceElement> ElementsOf(PdfPageContent content, PdfSheet sheet, int number, DiagnosticBag diagnostics)
    {
        var place = new Locator { Page = number };
        PdfGlyphs drawn = PdfGlyphs.Of(content.Glyphs, MaxGlyphs);
        if (drawn.IsCut) diagnostics.Error("pdf-letters-over-limit", Stage, $"Only the first {MaxGlyphs} letters of the page were read.", place);
        if (drawn.Buried > 0)
            diagnostics.Error("pdf-letters-stacked", Stage, $"{drawn.Buried} letters lie on more of their kind than bold or shadow needs and were left out; look at the page.", place);
        PdfCheckedGlyphs letters = PdfFontCheck.Of(drawn.Letters);
        Report(content, letters, place, diagnostics);
        List<PdfGlyph> seen = Plain(letters.Readable, false), recognized = Plain(letters.Readable, true);
        List<PdfGrid> grids = seen.Count == 0 ? [] : PdfLattice.Of(PdfRulings.Of(content.Paths, sheet.Height));
        List<SourceTable> tables = PdfTables.Take(grids, seen, number, sheet.Height, SourceLayer.Content);
        return
        [
            .. Boxes(seen, SourceLayer.Content),
            .. tables,
            .. Boxes(recognized, SourceLayer.Content).Select(PdfRecognized.Marked),
            .. Boxes([.. letters.Unreadable.Select(letter => letter.Glyph)], SourceLayer.Furniture),
        ];

        IEnumerable<SourceTextBox> Boxes(List<PdfGlyph> glyphs, SourceLayer layer) => PdfBoxes.Of(PdfLines.Of(glyphs), number, sheet.Width, sheet.Height, layer);
    }

    private static List<PdfGlyph> Plain(List<PdfDrawnGlyph> letters, bool invisible)
    {
        var plain = new List<PdfGlyph>(invisible ? 0 : letters.Count);
        foreach (PdfDrawnGlyph letter in letters)
            if (letter.IsInvisible == invisible) plain.Add(letter.Glyph);
        return plain;
    }

    private static void Report(PdfPageContent content, PdfCheckedGlyphs letters, Locator place, DiagnosticBag diagnostics)
    {
        foreach (string damage in content.Damage.Distinct(StringComparer.Ordinal).Take(10))
            diagnostics.Error("pdf-page-damaged", Stage, $"A part of the page cannot be read: {damage}. Print the file to a new PDF.", place);
        if (content.StringsWithoutFont > 0)
            diagnostics.Error("pdf-font-missing", Stage, $"The fonts of {content.StringsWithoutFont} strings are missing from the file; recognize the page with OCR.", place);
        int readable = letters.Readable.Count(letter => !letter.Glyph.IsSpace), unreadable = letters.Unreadable.Count(letter => !letter.Glyph.IsSpace);
        if (readable + unreadable == 0)
        {
            if (content.HasMarks || content.Glyphs.Count > 0)
                diagnostics.Error("pdf-page-without-text", Stage, "The page shows something but has no text layer; recognize it with OCR first.", place);
            return;
        }
        int damaged = letters.Readable.Count(letter => letter.Font.IsDamaged());
        if (damaged > 0) diagnostics.Error("pdf-font-damaged", Stage, $"The fonts of {damaged} letters are damaged; the letters may be others.", place);
        ReportLetters(letters, readable, unreadable, place, diagnostics);
    }

    private static void ReportLetters(PdfCheckedGlyphs letters, int readable, int unreadable, Locator place, DiagnosticBag diagnostics)
    {
        if (unreadable >= MostUnreadable * (readable + unreadable))
            diagnostics.Error("pdf-page-unreadable", Stage, "The page's fonts do not say which characters they draw; recognize it with OCR first.", place);
        else if (unreadable > 0)
            diagnostics.Error(
                "pdf-font-unreadable", Stage,
                $"Fonts do not say which characters their {unreadable} letters are: {string.Join(", ", letters.Fonts.Take(5))}. Recognize the page with OCR.", place);
        int unknown = letters.Readable.Count(letter => letter.Glyph.Text == "\uFFFD");
        if (unknown > 0)
            diagnostics.Error("pdf-letters-unknown", Stage, $"Fonts do not say which characters {unknown} letters are; each became U+FFFD.", place);
    }
}

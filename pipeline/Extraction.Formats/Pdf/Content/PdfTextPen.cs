using Extraction.Formats.Pdf.Fonts;

namespace Extraction.Formats.Pdf.Content;

/// <summary>Draws text: keeps the text matrices and turns strings into letters on the page.</summary>
internal sealed class PdfTextPen(PdfPageContent content, PdfPageBudget budget, double pageHeight)
{
    private PdfMatrix line = PdfMatrix.Identity;
    private PdfMatrix matrix = PdfMatrix.Identity;

    public void BeginText() => line = matrix = PdfMatrix.Identity;

    public void Set(in PdfMatrix position) => line = matrix = position;

    public void Move(double x, double y) => line = matrix = new PdfMatrix(1, 0, 0, 1, x, y).Then(line);

    /// <summary>Begins an operator that draws text.</summary>
    public void Begin() => content.Showings++;

    /// <summary>The number between the strings of an array: thousandths of an em, against the direction of writing.</summary>
    public void Adjust(in PdfGraphicsState state, double amount)
    {
        double distance = -amount / 1000 * state.Size;
        bool isVertical = state.Font?.IsVertical ?? false;
        Advance(isVertical ? 0 : distance * state.Scale, isVertical ? distance : 0);
    }

    /// <summary>Draws a string.</summary>
    public void Show(in PdfGraphicsState state, ReadOnlySpan<byte> text, bool isHidden)
    {
        if (state.Font is not { } font)
        {
            if (!isHidden && text.Length > 0) content.StringsWithoutFont++;
            return;
        }
        budget.Show(text.Length);
        while (text.Length > 0)
        {
            PdfCharacter character = font.Read(text);
            text = text[character.Length..];
            if (!isHidden) Place(state, font, character);
            double extra = state.LetterSpacing + (character is { Code: ' ', Length: 1 } ? state.WordSpacing : 0);
            if (font.IsVertical) Advance(0, (character.Drop * state.Size) + extra);
            else Advance(((character.Width * state.Size) + extra) * state.Scale, 0);
        }
    }

    private void Advance(double x, double y) => matrix = matrix with { E = matrix.E + (x * matrix.A) + (y * matrix.C), F = matrix.F + (x * matrix.B) + (y * matrix.D) };

    private void Place(in PdfGraphicsState state, PdfFont font, in PdfCharacter character)
    {
        PdfMatrix page = matrix.Then(state.Matrix);
        double size = Math.Abs(state.Size) * Math.Sqrt((page.C * page.C) + (page.D * page.D));
        ((double X, double Y) from, (double X, double Y) to) = font.IsVertical ? Fall(state, page, character, size) :
            (page.Map(0, state.Rise), page.Map(character.Width * state.Size * state.Scale, state.Rise));
        int angle = font.IsVertical ? PdfGlyph.AngleOf(to.X - from.X, to.Y - from.Y)
            : PdfGlyph.AngleOf(page.A * state.Size * state.Scale, page.B * state.Size * state.Scale);
        if (PdfGlyph.At(character.Text ?? "\uFFFD", angle, from, to, size, pageHeight) is not { } glyph) return;
        content.Glyphs.Add(new PdfDrawnGlyph(glyph, font, character.Code, character.IsGuess, state.Mode == PdfGraphicsState.Invisible, content.Showings));
    }

    /// <summary>Vertical writing goes down from the middle of the glyph's upper edge; its baseline is put where the box lies evenly around that line.</summary>
    private static ((double X, double Y) From, (double X, double Y) To) Fall(in PdfGraphicsState state, in PdfMatrix page, in PdfCharacter character, double size)
    {
        (double X, double Y) from = page.Map(0, state.Rise), to = page.Map(0, (character.Drop * state.Size) + state.Rise);
        double length = Math.Sqrt(Math.Pow(to.X - from.X, 2) + Math.Pow(to.Y - from.Y, 2));
        if (length == 0) return (from, to);
        (double x, double y) = ((to.X - from.X) / length, (to.Y - from.Y) / length);
        (double shiftX, double shiftY) = (0.3 * size * y, -0.3 * size * x);
        return ((from.X + shiftX, from.Y + shiftY), (to.X + shiftX, to.Y + shiftY));
    }
}

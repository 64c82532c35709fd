using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Layout;

namespace Extraction.Tests.Layout;

/// <summary>Builds pages of placed lines, as a PDF has them, by hand.</summary>
internal static class Sheets
{
    public const double Width = 600;
    public const double Height = 800;

    /// <summary>A line; Chinese letters are as wide as the size, ASCII half of it.</summary>
    public static SourceTextBox Line(string text, double x, double y, double size = 12, SourceLayer layer = SourceLayer.Content) =>
        Turned(text, new Box(x, y, x + text.Sum(letter => char.IsAscii(letter) ? size / 2 : size), y + size), size, 0) with { Layer = layer };

    /// <summary>A line of any direction.</summary>
    public static SourceTextBox Turned(string text, Box box, double size, int angle)
    {
        var place = new Locator { Box = box };
        return new SourceTextBox(place, SourceLayer.Content, false, [new SourceParagraph([new SourceRun(text + "\n", place)]) { FontSize = size }]) { Angle = angle };
    }

    /// <summary>Lines below each other, 18 points apart.</summary>
    public static SourceTextBox[] Lines(double x, double y, params string[] texts) => [.. texts.Select((text, i) => Line(text, x, y + (18 * i)))];

    public static SourcePage Page(params SourceElement[] lines) => new(0, Width, Height, [.. lines]);

    public static SourceDocument Document(params SourcePage[] pages) =>
        new(SourceFile.FromBytes("a.pdf", [1]), SourceFormat.Pdf, null, [.. pages.Select((page, i) => page with { Number = i + 1 })]);

    public static RawText Arrange(params SourcePage[] pages) => new PageLayout().Arrange(Document(pages), new DiagnosticBag());

    public static IEnumerable<string> Texts(RawText raw) => raw.Blocks.Select(block => block.Span.Of(raw.Text));

    public static string CellText(RawText raw, int row, int column) => Cell(raw, row, column).Span.Of(raw.Text);

    public static Block Cell(RawText raw, int row, int column) => raw.Blocks.Single(block => block.Cell is { } cell && cell.Row == row && cell.Column == column);

    public static string Letters(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)).Order());
}

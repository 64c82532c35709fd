using System.Text.RegularExpressions;
using Extraction.Documents;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Pptx;

/// <summary>
/// The texts that describe a picture, chart or shape to those who cannot see it. No slide shows them, so they are furniture. What programs
/// fill in by themselves (file names, <c>图片 3</c>) is no text.
/// </summary>
internal static partial class AltText
{
    /// <summary>A text box with the title and the description, null where the shape has neither.</summary>
    public static SourceTextBox? Of(PartElement shape, Locator place)
    {
        PartElement? common = ShapeProperties.Common(shape);
        string name = (common?.Attribute("name") ?? "").Trim();
        string[] texts = [.. new[] { "title", "descr" }.Select(attribute => common?.Attribute(attribute) ?? "")
            .Where(text => IsText(text.Trim()) && text.Trim() != name).Distinct(StringComparer.Ordinal)];
        return texts.Length == 0 ? null : new SourceTextBox(
            place, SourceLayer.Furniture, false, [.. texts.Select((text, i) => new SourceParagraph([new SourceRun(EscapedText.Decode(text), place with { Paragraph = i + 1 })]))]);
    }

    private static bool IsText(string text) => text.Any(char.IsLetter) && !FileName().IsMatch(text) && !AutomaticName().IsMatch(text) && !CodeWord().IsMatch(text);

    [GeneratedRegex(@"(?:^|[\\/])[^\\/\n]*\.[A-Za-z0-9]{2,5}$|^[a-z][a-z0-9+.-]*://\S*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FileName();

    // a kind of object and its number
    [GeneratedRegex(@"^\p{L}[\p{L} ]{0,40} \d{1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex AutomaticName();

    // one Latin word with figures or signs in it, or a name with a time: u=123,456&fm=26, id7, 微信图片_20230516093254
    [GeneratedRegex(@"^(?=\S*[\d_=&])[!-~]+$|_\d{6,}$", RegexOptions.CultureInvariant)]
    private static partial Regex CodeWord();
}

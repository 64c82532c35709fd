using Extraction.Documents;

namespace Extraction.Formats.Html;

/// <summary>Numbers the paragraphs of a page from 1, those of tables included.</summary>
internal sealed class HtmlPlaces(Locator origin)
{
    private int paragraphs;

    internal Locator Next() => origin with { Paragraph = ++paragraphs };

    /// <summary>Where the next paragraph will stand.</summary>
    internal Locator Here() => origin with { Paragraph = paragraphs + 1 };
}

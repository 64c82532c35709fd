namespace Extraction.Formats.Html;

/// <summary>What the elements around a piece of text say about it.</summary>
/// <param name="Heading">1 to 6 inside a heading, 0 otherwise.</param>
/// <param name="Depth">Lists and indented blocks around it.</param>
/// <param name="Link">The address that a click on it leads to.</param>
/// <param name="IsPreformatted">Whether its white space is shown as it is.</param>
/// <param name="IsInArticle">Whether an article or the main part of the page is around it.</param>
internal readonly record struct HtmlContext(int Heading, int Depth, string? Link, bool IsPreformatted, bool IsInArticle)
{
    internal static HtmlContext Top => default;
}

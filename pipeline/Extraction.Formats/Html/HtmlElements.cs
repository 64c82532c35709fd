using AngleSharp.Dom;

namespace Extraction.Formats.Html;

/// <summary>What elements of HTML are to a reader of the page (HTML Living Standard, 15.3).</summary>
internal static class HtmlElements
{
    private static readonly HashSet<string> Dropped = new(StringComparer.Ordinal)
    {
        "script", "style", "noscript", "template", "head", "svg", "canvas", "iframe", "object", "embed", "audio", "video", "input", "select", "button",
        "textarea", "datalist", "rt", "rp", "title", "meta", "link",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section",
        "summary", "table", "ul", "caption", "tr", "td", "th", "tbody", "thead", "tfoot",
    };

    /// <summary>Whether a browser shows nothing of it.</summary>
    public static bool IsDropped(IElement element) =>
        Dropped.Contains(element.LocalName) || element.HasAttribute("hidden")
        || (element.GetAttribute("style") is { } style && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether it starts on a line of its own.</summary>
    public static bool IsBlock(IElement element) => Blocks.Contains(element.LocalName);

    /// <summary>1 to 6 for a heading, 0 otherwise.</summary>
    public static int HeadingLevel(IElement element) => element.LocalName is ['h', >= '1' and <= '6'] ? element.LocalName[1] - '0' : 0;

    /// <summary>Whether it stands around the page's text. A header that holds the page's heading is text.</summary>
    public static bool IsFurniture(IElement element) => element.LocalName switch
    {
        "nav" or "footer" or "aside" => true,
        "header" => element.QuerySelector("h1,h2") is null,
        _ => element.GetAttribute("role") is "navigation" or "contentinfo" or "banner" or "complementary" or "search",
    };
}

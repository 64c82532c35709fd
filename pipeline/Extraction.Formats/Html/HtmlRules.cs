using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Extraction.Formats.Html;

/// <summary>What elements are to a reader of the page.</summary>
internal static partial class HtmlRules
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
        "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "li", "listing", "main", "menu", "nav", "ol", "p", "plaintext", "pre",
        "search", "section", "summary", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "ul", "xmp", "option", "optgroup", "body",
    };

    private static readonly HashSet<string> Unseen = new(StringComparer.Ordinal)
    {
        "script", "style", "template", "head", "title", "meta", "link", "base", "rt", "rp", "rtc", "datalist", "colgroup", "col", "annotation", "annotation-xml",
        "param", "source", "track", "noembed", "noframes", "iframe",
    };

    private static readonly HashSet<string> Aside = new(StringComparer.Ordinal)
    {
        "nav", "aside", "footer", "noscript", "select", "textarea", "button", "audio", "video", "canvas", "object", "embed", "progress", "meter", "map",
    };

    private static readonly HashSet<string> AsideRoles = new(StringComparer.OrdinalIgnoreCase) { "navigation", "banner", "contentinfo", "complementary", "search" };

    internal static bool IsBlock(IElement element) => Blocks.Contains(element.LocalName) || ShownAsBlock().IsMatch(element.GetAttribute("style") ?? "");

    /// <summary>Elements whose content is no text of the page, whatever it says.</summary>
    internal static bool IsUnseen(IElement element) => Unseen.Contains(element.LocalName);

    /// <summary>Navigation, page headers and footers, controls, code, and what is hidden: read, never extracted from.</summary>
    internal static bool IsFurniture(IElement element, HtmlContext context) => Aside.Contains(element.LocalName) || IsHidden(element) || IsCode(element)
        || (element.GetAttribute("role") is { } role && AsideRoles.Contains(role.Trim()))
        || (element.LocalName == "header" && !context.IsInArticle && element.QuerySelector("h1") is null)
        || (element.LocalName == "dialog" && !element.HasAttribute("open"));

    private static bool IsHidden(IElement element) => element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true"
        || NotShown().IsMatch(element.GetAttribute("style") ?? "");

    // preformatted text without a sign of code is text: announcements are published like that
    private static bool IsCode(IElement element) => element.LocalName == "pre"
        && (element.QuerySelector("code") is not null || CodeClass().IsMatch(element.ClassName ?? ""));

    [GeneratedRegex(@"\bdisplay\s*:\s*none\b|\bvisibility\s*:\s*hidden\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotShown();

    [GeneratedRegex(@"\bdisplay\s*:\s*(?:block|flex|grid|list-item|table)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ShownAsBlock();

    [GeneratedRegex(@"\b(?:highlight|code|prettyprint|language-\w+|brush:)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CodeClass();
}

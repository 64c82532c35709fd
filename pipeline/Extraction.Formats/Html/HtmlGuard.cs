using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using Extraction.Diagnostics;
using Extraction.Reading;

namespace Extraction.Formats.Html;

/// <summary>
/// Parses HTML within bounds. The parser looks through its open elements at every tag and repeats open formatting elements in every
/// paragraph, so its time grows with the product of both; that product is counted while it runs, and crossing a bound ends it.
/// </summary>
internal sealed class HtmlGuard(ReadLimits limits, CancellationToken cancellation)
{
    /// <summary>Most visits of open elements: a page of a hundred thousand tags, each five hundred deep.</summary>
    private const long MostVisits = 50_000_000;

    // These close themselves at the next of their kind, or never open.
    private static readonly HashSet<string> Unnested = new(StringComparer.Ordinal)
    {
        "p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "optgroup", "colgroup", "caption", "rt", "rp", "rb", "rtc", "a", "nobr",
        "html", "head", "body", "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link", "meta",
        "param", "source", "track", "wbr",
    };

    private readonly Dictionary<string, int> open = new(StringComparer.Ordinal);
    private int depth;
    private int elements;
    private long visits;

    /// <summary>The page's tree.</summary>
    /// <exception cref="UnreadableDocumentException"><c>html-too-deep</c>, <c>html-too-complex</c>.</exception>
    internal IHtmlDocument Parse(string html)
    {
        var options = new HtmlParserOptions { MaximumDepth = int.MaxValue, SkipComments = true, SkipScriptText = true, OnToken = (token, _) => Count(token) };
        return new HtmlParser(options).ParseDocument(html);
    }

    private void Count(HtmlToken token)
    {
        cancellation.ThrowIfCancellationRequested();
        if (token.Type == HtmlTokenType.StartTag) Open((HtmlTagToken)token);
        else if (token.Type == HtmlTokenType.EndTag && open.TryGetValue(token.Name, out int count) && count > 0)
        {
            open[token.Name] = count - 1;
            depth--;
        }

        visits += depth + 1;
        if (visits > MostVisits) throw TooComplex();
    }

    private void Open(HtmlTagToken tag)
    {
        if (++elements > limits.MaxPartElements) throw TooComplex();
        if (tag.IsSelfClosing || Unnested.Contains(tag.Name)) return;
        open[tag.Name] = open.GetValueOrDefault(tag.Name) + 1;
        if (++depth > limits.MaxDepth)
            throw new UnreadableDocumentException("html-too-deep", $"More than {limits.MaxDepth} elements are open inside each other; open the page in a browser and print it to PDF.");
    }

    private static UnreadableDocumentException TooComplex() =>
        new("html-too-complex", "The page has more elements, or more of them open at once, than are read; open it in a browser and print it to PDF.");
}

using System.Text.RegularExpressions;
using Extraction.Documents;

namespace Extraction.Formats.Markdown;

/// <summary>A paragraph inside an HTML block of a Markdown file.</summary>
/// <param name="Text">Its visible spans in the file.</param>
/// <param name="Heading">1 to 6 for a heading, 0 otherwise.</param>
/// <param name="IsListItem">Whether it is a list's item.</param>
internal sealed partial record HtmlPiece(List<TextSpan> Text, int Heading, bool IsListItem)
{
    /// <summary>The paragraphs between two positions, cut at the tags of blocks; scripts and style sheets are none.</summary>
    internal static IEnumerable<HtmlPiece> Of(string text, int start, int end)
    {
        if (end <= start) yield break;
        int at = start, heading = 0;
        bool isItem = false;
        foreach (Match tag in BlockTag().Matches(text[start..end]))
        {
            string name = tag.Groups["name"].Value.ToLowerInvariant();
            bool closes = tag.Groups["close"].Length > 0, isCode = name is "script" or "style";
            if (!(isCode && closes) && VisibleText.OfHtml(text, at, start + tag.Index) is { Count: > 0 } spans) yield return new HtmlPiece(spans, heading, isItem);
            at = start + tag.Index + tag.Length;
            heading = !closes && name is ['h', >= '1' and <= '6'] ? name[1] - '0' : 0;
            isItem = !closes && name == "li";
        }

        if (VisibleText.OfHtml(text, at, end) is { Count: > 0 } rest) yield return new HtmlPiece(rest, heading, isItem);
    }

    [GeneratedRegex(@"<(?<close>/?)(?<name>address|article|aside|blockquote|br|caption|center|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6r]|header|li|main|nav|ol|p|pre|section|script|style|summary|table|tbody|td|tfoot|th|thead|tr|ul)\b[^<>]*>",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BlockTag();
}

using System.Text;
using System.Text.RegularExpressions;

namespace Extraction.Reading;

/// <summary>Tells HTML, whole pages, fragments and web archives, from text and Markdown that hold some tags. Only ASCII counts, so the encoding need not be known.</summary>
internal static partial class HtmlEvidence
{
    private const int MostBytes = 16 * 1024;
    private const int TailBytes = 256;

    internal static bool IsHtml(ReadOnlySpan<byte> bytes, string source)
    {
        string head = Ascii(bytes[..Math.Min(bytes.Length, MostBytes)]);
        if (Page().IsMatch(head) || Archive().IsMatch(head)) return true;
        if (!Fragment().IsMatch(head)) return false;
        string ending = Path.GetExtension(source).ToLowerInvariant();
        if (ending is ".html" or ".htm" or ".xhtml") return true;
        // Markdown often opens with a tag; a fragment also ends with one
        return !MarkdownEvidence.IsMarkdown(bytes, source) && Ascii(bytes[^Math.Min(bytes.Length, TailBytes)..]).TrimEnd().EndsWith('>');
    }

    // in UTF-16 every second byte of a tag is zero
    private static string Ascii(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes).Replace("\0", "", StringComparison.Ordinal);

    [GeneratedRegex(@"^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)?(?>(?:\s|<!--.*?-->|<\?xml\b[^>]*>)*)<(?:!doctype\s+html|html|head|body|meta)\b",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Page();

    [GeneratedRegex(@"^(?:\u00EF\u00BB\u00BF)?(?>(?:\s|<!--.*?-->)*)<(?:div|p|h[1-6]|table|ul|ol|dl|span|article|section|main|header|nav|center|font|title|style|script|link|a|b|strong|img|br|pre|blockquote)(?:\s[^<>]*)?/?>",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Fragment();

    [GeneratedRegex(@"^\s*(?:[A-Za-z][A-Za-z\-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)*?Content-Type:\s*multipart/(?:related|alternative)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Archive();
}

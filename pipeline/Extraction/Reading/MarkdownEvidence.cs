using System.Text;
using System.Text.RegularExpressions;

namespace Extraction.Reading;

/// <summary>Weighs Markdown's syntax in a text. Only ASCII counts, so the encoding need not be known.</summary>
internal static partial class MarkdownEvidence
{
    private const int MostBytes = 256 * 1024;

    /// <summary>Whether the text is Markdown: any syntax suffices under a Markdown ending, much is needed under another.</summary>
    internal static bool IsMarkdown(ReadOnlySpan<byte> bytes, string source)
    {
        string ending = Path.GetExtension(source).ToLowerInvariant();
        if (ending is ".md" or ".markdown" or ".mdown" or ".mkd") return true;
        string text = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, MostBytes)]);
        int score = 4 * Math.Min(1, TableRule().Count(text)) + 2 * Math.Min(3, Heading().Count(text))
            + Math.Min(2, Link().Count(text)) + Math.Min(2, Strong().Count(text)) + 2 * Math.Min(1, Fence().Count(text) / 2);
        return score >= (ending is ".txt" or ".text" ? 4 : 3);
    }

    [GeneratedRegex(@"^#{1,6} +\S", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)+\|?[ ]*\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex TableRule();

    [GeneratedRegex(@"\]\([^)\s]{1,500}\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"\*\*[^*\r\n]{1,200}\*\*", RegexOptions.CultureInvariant)]
    private static partial Regex Strong();

    [GeneratedRegex(@"^(?:```|~~~)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Fence();
}

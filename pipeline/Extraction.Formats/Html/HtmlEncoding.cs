using System.Text;
using System.Text.RegularExpressions;

namespace Extraction.Formats.Html;

/// <summary>The encoding that a page declares.</summary>
internal static partial class HtmlEncoding
{
    private const int HeadBytes = 4096;

    /// <summary>From the envelope, the XML declaration or a meta element; null where none names an encoding that exists.</summary>
    internal static Encoding? Declared(HtmlBytes page)
    {
        string head = Encoding.Latin1.GetString(page.Content.Span[..Math.Min(page.Content.Length, HeadBytes)]);
        Match match = Declaration().Match(head);
        return Named(match.Success ? match.Groups["name"].Value : page.Charset);
    }

    private static Encoding? Named(string? name) => name?.ToLowerInvariant() switch
    {
        null or "" => null,
        "gb2312" or "gbk" or "gb18030" or "x-gbk" or "gb_2312-80" or "csgb2312" or "chinese" => OfCodePage(54936),
        "big5" or "big5-hkscs" or "x-x-big5" or "cn-big5" => OfCodePage(950),
        // a declaration that can be read as ASCII is not in UTF-16
        "utf-8" or "utf8" or "utf-16" or "utf-16le" or "utf-16be" => Encoding.UTF8,
        var other => OfName(other),
    };

    private static Encoding? OfCodePage(int page) => CodePagesEncodingProvider.Instance.GetEncoding(page);

    private static Encoding? OfName(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"(?:<meta\b[^>]{0,200}?\bcharset\s*=\s*[""']?\s*|<\?xml\b[^>]{0,100}?\bencoding\s*=\s*[""'])(?<name>[A-Za-z0-9_:.\-]+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}

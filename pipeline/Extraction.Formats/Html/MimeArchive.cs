using System.Buffers.Text;
using System.Text;
using System.Text.RegularExpressions;
using Extraction.Diagnostics;

namespace Extraction.Formats.Html;

/// <summary>Takes the page out of a web archive (MHTML, "single file web page"): the first HTML part of a multipart message.</summary>
internal static partial class MimeArchive
{
    private const int DeepestNesting = 8;

    /// <summary>The page; bytes that are no archive are a page themselves.</summary>
    /// <exception cref="UnreadableDocumentException"><c>html-archive-without-page</c>, <c>html-archive-damaged</c>.</exception>
    internal static HtmlBytes PageOf(ReadOnlyMemory<byte> content)
    {
        // Latin-1 keeps every byte as one character, so that parts can be cut out as text and turned back
        string head = Encoding.Latin1.GetString(content.Span[..Math.Min(content.Length, 4096)]);
        if (!Opening().IsMatch(head) || !Multipart().IsMatch(head)) return new HtmlBytes(content, null);
        return Find(Encoding.Latin1.GetString(content.Span), DeepestNesting)
            ?? throw new UnreadableDocumentException("html-archive-without-page", "The web archive holds no HTML page; open it in a browser and print it to PDF.");
    }

    private static HtmlBytes? Find(string part, int depth)
    {
        Match blank = BlankLine().Match(part);
        if (!blank.Success) return null;
        string headers = Folding().Replace(part[..blank.Index], " "), body = part[(blank.Index + blank.Length)..];
        string type = Header(headers, "Content-Type");
        if (type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) || type.StartsWith("application/xhtml", StringComparison.OrdinalIgnoreCase))
            return new HtmlBytes(Decode(body, Header(headers, "Content-Transfer-Encoding")), Parameter(type, "charset"));
        if (depth == 0 || Parameter(type, "boundary") is not { Length: > 0 } boundary) return null;
        return body.Split("--" + boundary).Skip(1).Select(inner => Find(inner.TrimStart('\r', '\n'), depth - 1)).FirstOrDefault(page => page is not null);
    }

    private static byte[] Decode(string body, string encoding) => encoding.Trim().ToLowerInvariant() switch
    {
        "base64" => FromBase64(body),
        "quoted-printable" => FromQuotedPrintable(body),
        _ => Encoding.Latin1.GetBytes(body),
    };

    private static byte[] FromBase64(string body)
    {
        string clean = NoBase64().Replace(body, "");
        byte[] bytes = Encoding.Latin1.GetBytes(clean[..(clean.Length / 4 * 4)]);
        return Base64.DecodeFromUtf8InPlace(bytes, out int written) == System.Buffers.OperationStatus.Done
            ? bytes[..written]
            : throw new UnreadableDocumentException("html-archive-damaged", "The web archive's page is damaged (its Base64 cannot be decoded); fetch it again.");
    }

    private static byte[] FromQuotedPrintable(string body)
    {
        using var bytes = new MemoryStream(body.Length);
        int i = 0;
        while (i < body.Length)
        {
            int length = 1;
            if (body[i] != '=') bytes.WriteByte((byte)body[i]);
            else if (SoftBreak().Match(body, i) is { Success: true } soft) length = soft.Length;
            else if (i + 2 < body.Length && char.IsAsciiHexDigit(body[i + 1]) && char.IsAsciiHexDigit(body[i + 2]))
            {
                bytes.Write(Convert.FromHexString(body.AsSpan(i + 1, 2)));
                length = 3;
            }

            i += length;
        }

        return bytes.ToArray();
    }

    private static string Header(string headers, string name)
    {
        foreach (string line in headers.Split('\n'))
            if (line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)) return line[(name.Length + 1)..].Trim();
        return "";
    }

    private static string? Parameter(string value, string name)
    {
        Match match = Regex.Match(value, $@"\b{name}\s*=\s*(?:""(?<value>[^""]+)""|(?<value>[^;\s]+))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        return match.Success ? match.Groups["value"].Value : null;
    }

    [GeneratedRegex(@"^\s*(?:[A-Za-z][A-Za-z\-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+\r?\n", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^Content-Type:\s*multipart/", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Multipart();

    [GeneratedRegex(@"\r?\n\r?\n", RegexOptions.CultureInvariant)]
    private static partial Regex BlankLine();

    [GeneratedRegex(@"\r?\n[ \t]+", RegexOptions.CultureInvariant)]
    private static partial Regex Folding();

    // an equals sign at a line's end says that the line goes on
    [GeneratedRegex(@"\G=[ \t]*\r?\n", RegexOptions.CultureInvariant)]
    private static partial Regex SoftBreak();

    [GeneratedRegex(@"[^A-Za-z0-9+/=]", RegexOptions.CultureInvariant)]
    private static partial Regex NoBase64();
}

using System.Text;

namespace Extraction.Formats.Docx.Chunks;

/// <summary>Finds the page in a web archive (MHTML): its first part that is text, decoded.</summary>
internal static class WebArchive
{
    /// <summary>The page's bytes; null where the archive holds no text part.</summary>
    /// <exception cref="FormatException">The part is no valid Base64.</exception>
    public static byte[]? Page(byte[] archive)
    {
        string text = Encoding.Latin1.GetString(archive).Replace("\r\n", "\n", StringComparison.Ordinal);
        int start = HeadOfPage(text);
        int body = start < 0 ? -1 : text.IndexOf("\n\n", start, StringComparison.Ordinal);
        if (body < 0) return null;
        string head = text[start..body];
        int end = text.IndexOf("\n--", body + 2, StringComparison.Ordinal);
        string content = text[(body + 2)..(end < 0 ? text.Length : end)];
        if (Encoded(head, "base64")) return Convert.FromBase64String(content.Trim());
        return Encoding.Latin1.GetBytes(Encoded(head, "quoted-printable") ? Unquoted(content) : content);
    }

    private static int HeadOfPage(string text)
    {
        int type = text.IndexOf("Content-Type: text/", StringComparison.OrdinalIgnoreCase);
        if (type < 0) return -1;
        return Math.Max(0, text.LastIndexOf("\n\n", type, StringComparison.Ordinal) is var before and >= 0 ? before + 2 : 0);
    }

    private static bool Encoded(string head, string way) => head.Contains("Content-Transfer-Encoding: " + way, StringComparison.OrdinalIgnoreCase);

    private static string Unquoted(string content)
    {
        var text = new StringBuilder(content.Length);
        for (int i = 0; i < content.Length; i++)
        {
            if (content[i] != '=') text.Append(content[i]);
            else if (i + 1 < content.Length && content[i + 1] == '\n') i++;
            else if (i + 2 < content.Length && char.IsAsciiHexDigit(content[i + 1]) && char.IsAsciiHexDigit(content[i + 2]))
            {
                text.Append((char)Convert.FromHexString(content.AsSpan(i + 1, 2))[0]);
                i += 2;
            }
            else text.Append('=');
        }
        return text.ToString();
    }
}

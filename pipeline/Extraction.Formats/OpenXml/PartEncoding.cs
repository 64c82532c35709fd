using System.Text;

namespace Extraction.Formats.OpenXml;

/// <summary>The encodings that parts are written in. Chinese tools have also written GBK and GB18030 parts, which the platform's XML reader does not know.</summary>
internal static class PartEncoding
{
    private const int DeclarationBytes = 128;

    /// <summary>The encoding that an XML declaration names where the XML reader does not know it, else null. The stream is left at its start.</summary>
    public static Encoding? Legacy(MemoryStream bytes)
    {
        ReadOnlySpan<byte> head = bytes.GetBuffer().AsSpan(0, (int)Math.Min(bytes.Length, DeclarationBytes));
        if (!head.StartsWith("<?xml"u8)) return null;
        string text = Encoding.Latin1.GetString(head);
        int at = text.IndexOf("encoding=", StringComparison.Ordinal);
        if (at < 0 || at + 10 >= text.Length) return null;
        int end = text.IndexOf(text[at + 9], at + 10);
        return end < 0 ? null : CodePagesEncodingProvider.Instance.GetEncoding(text[(at + 10)..end]);
    }

    /// <summary>All of a part as text; bytes that are none become U+FFFD.</summary>
    public static string Decode(MemoryStream bytes)
    {
        ReadOnlySpan<byte> content = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        if (content.StartsWith<byte>([0xFF, 0xFE])) return Encoding.Unicode.GetString(content[2..]);
        if (content.StartsWith<byte>([0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(content[2..]);
        if (content.StartsWith<byte>([0xEF, 0xBB, 0xBF])) content = content[3..];
        return (Legacy(bytes) ?? Encoding.UTF8).GetString(content);
    }
}

using System.Text;

namespace Extraction.Formats.OpenXml;

/// <summary>How a part's bytes are characters.</summary>
internal static class PartEncoding
{
    /// <summary>The encoding that the XML declaration names, where the platform does not know it by itself: Chinese tools have written GBK and
    /// GB18030 parts; null for the Unicode encodings and without a declaration.</summary>
    public static Encoding? Declared(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith("<?xml"u8)) return null;
        string head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 128)]);
        int at = head.IndexOf("encoding=", StringComparison.Ordinal);
        if (at < 0 || at + 10 >= head.Length) return null;
        int end = head.IndexOf(head[at + 9], at + 10);
        return end < 0 ? null : CodePagesEncodingProvider.Instance.GetEncoding(head[(at + 10)..end]);
    }
}

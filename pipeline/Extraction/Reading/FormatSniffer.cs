using Extraction.Diagnostics;
using Extraction.Documents;

namespace Extraction.Reading;

/// <summary>
/// Tells a file's format from its content. The name's ending is never believed, except as a hint between
/// Markdown and plain text, which no byte can tell apart for certain.
/// </summary>
public static class FormatSniffer
{
    private const int HeadBytes = 1024;

    private static ReadOnlySpan<byte> Ole2 => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>The format of the file's content.</summary>
    /// <exception cref="UnreadableDocumentException">
    /// <c>file-empty</c>; <c>office-encrypted</c>, <c>legacy-excel</c>, <c>ole2-truncated</c>, <c>ole2-unknown</c>;
    /// <c>package-spreadsheet</c>, <c>package-opendocument</c>, <c>package-ebook</c>, <c>package-ofd</c>, <c>package-iwork</c>, <c>package-damaged</c>, <c>package-unknown</c>;
    /// <c>format-archive</c>, <c>format-picture</c>, <c>format-binary</c>.
    /// </exception>
    public static SourceFormat Detect(SourceFile file)
    {
        ReadOnlySpan<byte> bytes = file.Content.Span;
        if (bytes.Length == 0) throw Unreadable("file-empty", "The file has no bytes; fetch it again.");
        if (bytes.StartsWith(Ole2)) return OfCompoundFile(bytes);
        if (bytes.StartsWith("PK"u8) && bytes.Length > 3 && bytes[2] < 9) return PackageSniffer.Detect(file.Content);
        if (IsPdf(bytes)) return SourceFormat.Pdf;
        if (bytes.StartsWith("{\\rtf"u8)) return SourceFormat.Rtf;
        if (HtmlEvidence.IsHtml(bytes, file.Source)) return SourceFormat.Html;
        if (IsBinary(bytes) && OtherKind(bytes) is { } other) throw other;
        if (IsBinary(bytes))
            return PackageSniffer.OfDamaged(bytes)
                ?? throw Unreadable("format-binary", "The content is neither text nor a known document format; open it in its own program and save it as .docx, .pptx or PDF.");
        return MarkdownEvidence.IsMarkdown(bytes, file.Source) ? SourceFormat.Markdown : SourceFormat.Text;
    }

    /// <summary>Readers of PDF accept junk before the header; a text that merely mentions the header has no objects. A file that lost its header still has its objects.</summary>
    private static bool IsPdf(ReadOnlySpan<byte> bytes)
    {
        int header = bytes[..Math.Min(bytes.Length, HeadBytes)].IndexOf("%PDF-"u8);
        if (header == 0 || (header > 0 && bytes.IndexOf(" obj"u8) > 0)) return true;
        return bytes.IndexOf("endobj"u8) >= 0 && (bytes.IndexOf("startxref"u8) >= 0 || bytes.IndexOf("endstream"u8) >= 0);
    }

    private static UnreadableDocumentException? OtherKind(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[(byte)'7', (byte)'z', 0xBC, 0xAF]) || bytes.StartsWith("Rar!"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]))
            return Unreadable("format-archive", "A 7z, RAR or gzip archive; if it holds reports, unpack it.");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || bytes.StartsWith("GIF8"u8))
            return Unreadable("format-picture", "A picture (PNG, JPEG or GIF): put the pages of a scan into one PDF, whose pages are recognized.");
        return null;
    }

    private static SourceFormat OfCompoundFile(ReadOnlySpan<byte> bytes)
    {
        // directory entries of a compound file hold their names as UTF-16
        if (Holds(bytes, "EncryptedPackage"))
            throw Unreadable("office-encrypted", "The document is encrypted: open it with its password and save it without one.");
        if (Holds(bytes, "PowerPoint Document")) return SourceFormat.Ppt;
        if (Holds(bytes, "WordDocument")) return SourceFormat.Doc;
        if (Holds(bytes, "Workbook")) throw Unreadable("legacy-excel", "An Excel 97-2003 file: spreadsheets are not read; print it to PDF.");
        if (IsWithoutDirectory(bytes)) throw Unreadable("ole2-truncated", "The file was cut off before its directory, which says what it was. Fetch it again.");
        throw Unreadable("ole2-unknown", "A compound file of an unknown program; open it there and save it as .docx, .pptx or PDF.");
    }

    /// <summary>A compound file's header says in which sector its directory begins, and how large sectors are.</summary>
    private static bool IsWithoutDirectory(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 512) return true;
        int shift = BitConverter.ToUInt16(bytes[0x1E..]);
        return shift is 9 or 12 && ((long)BitConverter.ToUInt32(bytes[0x30..]) + 1) << shift >= bytes.Length;
    }

    private static bool Holds(ReadOnlySpan<byte> bytes, string name) => bytes.IndexOf(System.Text.Encoding.Unicode.GetBytes(name)) >= 0;

    /// <summary>Text holds next to no control characters, in whatever encoding; only UTF-16 holds zero bytes, and as second halves of Chinese any others.</summary>
    private static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xFF, 0xFE]) || bytes.StartsWith<byte>([0xFE, 0xFF])) return false;
        ReadOnlySpan<byte> head = bytes[..Math.Min(bytes.Length, 65536)];
        int controls = 0, evenZeros = 0, oddZeros = 0;
        for (int i = 0; i < head.Length; i++)
        {
            if (head[i] == 0 && (i & 1) == 0) evenZeros++;
            else if (head[i] == 0) oddZeros++;
            else if (head[i] < 0x20 && head[i] is not (9 or 10 or 11 or 12 or 13 or 0x1A or 0x1B)) controls++;
        }
        if (bytes.Length % 2 == 0 && (IsWide(head, 0) || IsWide(head, 1))) return false;
        return evenZeros + oddZeros > 0 ? (evenZeros + oddZeros + controls) * 100 > head.Length : controls * 50 > head.Length;
    }

    /// <summary>Whether nearly all pairs of bytes, with the high byte second (1) or first (0), are ASCII or Chinese characters.</summary>
    private static bool IsWide(ReadOnlySpan<byte> head, int highByte)
    {
        int ordinary = 0;
        for (int i = 0; i + 1 < head.Length; i += 2)
        {
            (byte high, byte low) = (head[i + highByte], head[i + 1 - highByte]);
            if (high == 0 ? low is (>= 0x20 and < 0x7F) or 9 or 10 or 12 or 13 : high is 0x20 or 0x30 or 0xFF or (>= 0x2E and <= 0x9F)) ordinary++;
        }
        return ordinary * 10 >= head.Length / 2 * 9;
    }

    private static UnreadableDocumentException Unreadable(string code, string message) => new(code, message);
}

using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace Extraction.Formats.OpenXml;

/// <summary>
/// Finds the entries of a package whose directory is lost or lies, by the header that stands before each of them (APPNOTE.TXT 4.3.7).
/// What an entry unpacks to may end early; how much is there shows when it is unpacked.
/// </summary>
internal static class LocalHeaders
{
    private const int HeaderBytes = 30;
    private const int LongestName = 4096;
    private const int Stored = 0;
    private const int Deflated = 8;
    private const int SizesFollow = 8;
    private const int EncryptedFlag = 1;
    private const int Utf8Flag = 0x800;

    private static ReadOnlySpan<byte> Signature => "PK\u0003\u0004"u8;

    private static ReadOnlySpan<byte> DirectorySignature => "PK\u0001\u0002"u8;

    /// <summary>All entries in the file's order, at most <paramref name="most"/>.</summary>
    public static List<PackageEntry> Scan(ReadOnlyMemory<byte> content, int most)
    {
        List<PackageEntry> found = [];
        for (int at = Next(content.Span, 0); at >= 0 && found.Count < most;)
            at = Next(content.Span, Read(content, at, found));
        return found;
    }

    private static int Next(ReadOnlySpan<byte> bytes, int from)
    {
        int offset = from >= bytes.Length ? -1 : bytes[from..].IndexOf(Signature);
        return offset < 0 ? -1 : from + offset;
    }

    /// <summary>Takes the entry at a header, if it is one.</summary>
    /// <returns>Where to look for the next.</returns>
    private static int Read(ReadOnlyMemory<byte> content, int at, List<PackageEntry> found)
    {
        ReadOnlySpan<byte> bytes = content.Span[at..];
        if (bytes.Length < HeaderBytes) return content.Length;
        int flags = BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), method = BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]);
        uint checksum = BinaryPrimitives.ReadUInt32LittleEndian(bytes[14..]), packed = BinaryPrimitives.ReadUInt32LittleEndian(bytes[18..]);
        int name = BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]), extra = BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]);
        int data = HeaderBytes + name + extra;
        if (name is 0 or > LongestName || data > bytes.Length || (flags & EncryptedFlag) != 0 || method is not (Stored or Deflated)) return at + Signature.Length;
        bool isMeasured = (flags & SizesFollow) == 0 && EndsAt(bytes, data + (long)packed);
        // deflated data says itself where it ends, so that it may run on; a signature inside it costs nothing
        int length = isMeasured ? (int)packed : method == Stored && Next(bytes, data) is var next and > 0 ? next - data : bytes.Length - data;
        ReadOnlyMemory<byte> body = content.Slice(at + data, length);
        found.Add(new PackageEntry(NameOf(bytes.Slice(HeaderBytes, name), flags), length, isMeasured ? checksum : null, () => Unpack(body, method)));
        return at + data + (isMeasured ? length : 0);
    }

    private static bool EndsAt(ReadOnlySpan<byte> bytes, long at) =>
        at == bytes.Length || (at < bytes.Length && (bytes[(int)at..].StartsWith(Signature) || bytes[(int)at..].StartsWith(DirectorySignature)));

    private static string NameOf(ReadOnlySpan<byte> name, int flags)
    {
        bool isUtf8 = (flags & Utf8Flag) != 0 || System.Text.Unicode.Utf8.IsValid(name);
        return PartNames.Normal((isUtf8 ? Encoding.UTF8 : Encoding.Latin1).GetString(name));
    }

    private static Stream Unpack(ReadOnlyMemory<byte> body, int method)
    {
        ArraySegment<byte> bytes = MemoryMarshal.TryGetArray(body, out ArraySegment<byte> array) ? array : body.ToArray();
        var packed = new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false);
        return method == Stored ? packed : new DeflateStream(packed, CompressionMode.Decompress);
    }
}

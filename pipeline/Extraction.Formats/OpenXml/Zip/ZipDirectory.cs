using System.Buffers.Binary;

namespace Extraction.Formats.OpenXml.Zip;

/// <summary>Lists a ZIP file's entries from the directory at its end, and checks that each is where the directory says.</summary>
internal static class ZipDirectory
{
    private const int EndSize = 22;
    private const int MostComment = ushort.MaxValue;

    private static ReadOnlySpan<byte> EndMark => "PK\u0005\u0006"u8;

    private static ReadOnlySpan<byte> WideEndMark => "PK\u0006\u0006"u8;

    private static ReadOnlySpan<byte> WideLocatorMark => "PK\u0006\u0007"u8;

    /// <summary>All entries, or one more than <paramref name="most"/>. Where the directory is lost or wrong, the entries' own headers are read.</summary>
    public static ZipListing Read(ReadOnlySpan<byte> file, int most) =>
        Directory(file, most) is { } entries ? new ZipListing(entries, ZipState.Intact) : ZipScan.Read(file, most);

    private static List<PackageEntry>? Directory(ReadOnlySpan<byte> file, int most)
    {
        if (Range(file) is not { } range) return null;
        var entries = new List<PackageEntry>();
        long at = range.Start;
        // what stands in front of the archive moves all of its offsets
        long shift = range.Shift;
        for (long i = 0; i < range.Count && entries.Count <= most; i++)
        {
            if (ZipHeader.Central(file, at) is not { } record || Entry(file, record, shift) is not { } entry) return null;
            entries.Add(entry);
            at += record.Size;
        }
        return entries;
    }

    private static PackageEntry? Entry(ReadOnlySpan<byte> file, ZipHeader record, long shift)
    {
        long at = record.LocalAt + shift;
        if (ZipHeader.Local(file, at) is not { } local) return null;
        if (!Bytes(file, record.NameAt).SequenceEqual(Bytes(file, local.NameAt))) return null;
        long start = at + local.Size;
        return start + record.Packed > file.Length || record.Packed < 0
            ? null
            : new PackageEntry(record.Name(file), (int)start, (int)record.Packed, record.Length, record.Method, record.IsEncrypted, record.Crc);
    }

    private static ReadOnlySpan<byte> Bytes(ReadOnlySpan<byte> file, (int At, int Length) place) => file.Slice(place.At, place.Length);

    private static (long Start, long Count, long Shift)? Range(ReadOnlySpan<byte> file)
    {
        ReadOnlySpan<byte> tail = file[Math.Max(0, file.Length - EndSize - MostComment)..];
        int inTail = tail.LastIndexOf(EndMark);
        if (inTail < 0 || inTail + EndSize > tail.Length) return null;
        int end = file.Length - tail.Length + inTail;
        ReadOnlySpan<byte> record = file[end..];
        long count = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]);
        long size = BinaryPrimitives.ReadUInt32LittleEndian(record[12..]);
        long start = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
        long behind = end;
        if ((count == ushort.MaxValue || size == uint.MaxValue || start == uint.MaxValue) && Wide(file, end) is { } wide) (count, size, start, behind) = wide;
        if (count == 0) return (start, 0, 0);
        long shift = ZipHeader.Central(file, start) is null ? behind - size - start : 0;
        // in a file that was cut off, the last directory left is that of a workbook inside it
        bool endsFile = end + EndSize + BinaryPrimitives.ReadUInt16LittleEndian(record[20..]) == file.Length;
        if (shift > 0 && !endsFile) return null;
        return (start + shift, count, shift);
    }

    private static (long Count, long Size, long Start, long At)? Wide(ReadOnlySpan<byte> file, int end)
    {
        if (end < 20 || !file[(end - 20)..].StartsWith(WideLocatorMark)) return null;
        long at = BinaryPrimitives.ReadInt64LittleEndian(file[(end - 12)..]);
        if (at < 0 || at + 56 > end || !file[(int)at..].StartsWith(WideEndMark)) return null;
        ReadOnlySpan<byte> record = file[(int)at..];
        return (BinaryPrimitives.ReadInt64LittleEndian(record[32..]), BinaryPrimitives.ReadInt64LittleEndian(record[40..]),
            BinaryPrimitives.ReadInt64LittleEndian(record[48..]), at);
    }
}

using System.Buffers;
using System.IO.Compression;
using System.IO.Hashing;
using Extraction.Reading;

namespace Extraction.Formats.OpenXml.Zip;

/// <summary>Unpacks entries while it counts what comes out, because the sizes that a ZIP declares can lie.</summary>
internal static class ZipInflater
{
    private const int SmallestBuffer = 4096;
    private const int MostDeflateRatio = 1032; // of the format itself: more is a lie

    /// <summary>The entry's bytes; of a damaged entry what can be unpacked.</summary>
    /// <exception cref="PartLimitException"><c>encrypted</c>, <c>suspicious-ratio</c> or <c>part-unreadable</c> (too large, unknown method).</exception>
    public static EntryStream Inflate(ArraySegment<byte> file, PackageEntry entry, ReadLimits limits, CancellationToken cancellation)
    {
        if (entry.IsEncrypted) throw new PartLimitException("encrypted", $"{entry.Name} is encrypted.");
        ArraySegment<byte> packed = file.Slice(entry.Start, entry.PackedBytes);
        if (entry.Method == 0)
        {
            CheckLength(packed.Count, entry, limits);
            return EntryStream.InPlace(packed, IsWhole(packed, entry));
        }
        if (entry.Method != 8) throw new PartLimitException("part-unreadable", $"{entry.Name} is packed by method {entry.Method}, which is not read.");
        return Deflated(packed, entry, limits, cancellation);
    }

    private static EntryStream Deflated(ArraySegment<byte> packed, PackageEntry entry, ReadLimits limits, CancellationToken cancellation)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstSize(entry, limits));
        int length = 0;
        bool isBroken = false;
        using var stream = new DeflateStream(new MemoryStream(packed.Array!, packed.Offset, packed.Count, writable: false), CompressionMode.Decompress);
        try
        {
            for (int read; (read = stream.Read(buffer, length, buffer.Length - length)) > 0;)
            {
                cancellation.ThrowIfCancellationRequested();
                length += read;
                CheckLength(length, entry, limits);
                if (length == buffer.Length) buffer = Grown(buffer);
            }
        }
        catch (InvalidDataException)
        {
            isBroken = true;
        }
        if (isBroken || !IsWhole(new ArraySegment<byte>(buffer, 0, length), entry)) return Damaged(packed, entry, buffer, length, isBroken, limits, cancellation);
        return EntryStream.Borrowed(buffer, length, true);
    }

    private static EntryStream Damaged(
        ArraySegment<byte> packed, PackageEntry entry, byte[] buffer, int length, bool isBroken, ReadLimits limits, CancellationToken cancellation)
    {
        if (!isBroken && length >= entry.Length) return EntryStream.Borrowed(buffer, length, false);
        ArrayPool<byte>.Shared.Return(buffer);
        int most = (int)Math.Min(limits.MaxPartBytes, entry.Length ?? int.MaxValue);
        byte[] saved = BrokenDeflate.Read(packed, most, cancellation);
        return EntryStream.InPlace(saved, false);
    }

    private static int FirstSize(PackageEntry entry, ReadLimits limits)
    {
        long declared = entry.Length ?? entry.PackedBytes * 4L;
        // one more, so that the read that finds the end needs no second buffer
        return (int)Math.Clamp(Math.Min(declared, entry.PackedBytes * (long)MostDeflateRatio) + 1, SmallestBuffer, limits.MaxPartBytes + 1);
    }

    private static byte[] Grown(byte[] buffer)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(buffer.Length * 2L, Array.MaxLength));
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private static void CheckLength(long length, PackageEntry entry, ReadLimits limits)
    {
        bool isSuspicious = length / Math.Max(1, entry.PackedBytes) >= limits.MaxCompressionRatio;
        if (isSuspicious && length > Math.Min(limits.RatioCheckedFromBytes, limits.MaxPartBytes))
            throw new PartLimitException("suspicious-ratio", $"{entry.Name} unpacks to more than {limits.MaxCompressionRatio} times its packed size.");
        if (length > limits.MaxPartBytes)
            throw new PartLimitException("part-unreadable", $"{entry.Name} unpacks to more than {limits.MaxPartBytes} bytes.");
    }

    // the declared length may lie where the checksum agrees
    private static bool IsWhole(ReadOnlySpan<byte> bytes, PackageEntry entry) => entry.Checksum is { } crc && crc == Crc32.HashToUInt32(bytes);
}

using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Extraction.Formats.Pdf;

/// <summary>Unpacks Flate streams and says whether they are whole: the library keeps quiet about streams that are cut off or changed.</summary>
internal static class PdfFlate
{
    private const int HeaderBytes = 2;
    private const int SumBytes = 4;
    private const int Step = 1 << 16;

    // what was unpacked in the step that meets the damage is lost, so that a second try takes small ones
    private const int SmallStep = 64;

    /// <summary>The unpacked bytes, of a damaged stream those before the damage.</summary>
    /// <param name="packed">The stream's bytes.</param>
    /// <param name="most">The most bytes that it may unpack to.</param>
    /// <param name="isWhole">Whether all of it came out, as far as its check sum and its end say.</param>
    /// <exception cref="PdfTooComplexException">It unpacks to more.</exception>
    public static byte[] Unpack(ReadOnlyMemory<byte> packed, long most, out bool isWhole)
    {
        if (packed.Length <= HeaderBytes)
        {
            isWhole = packed.IsEmpty;
            return [];
        }
        isWhole = TryInflate(packed, most, Step, out byte[] unpacked);
        if (!isWhole) TryInflate(packed, most, SmallStep, out unpacked);
        else if (!EndsWith(packed.Span, Sum(unpacked))) isWhole = IsWithoutSum(packed, most, unpacked.Length);
        return unpacked;
    }

    private static bool TryInflate(ReadOnlyMemory<byte> packed, long most, int step, out byte[] unpacked)
    {
        using var all = new MemoryStream();
        byte[] buffer = new byte[step];
        bool isWhole = true;
        try
        {
            using var inflating = new DeflateStream(Stream(packed[HeaderBytes..]), CompressionMode.Decompress);
            for (int read; (read = inflating.Read(buffer)) > 0;)
            {
                all.Write(buffer, 0, read);
                if (all.Length > most) throw new PdfTooComplexException($"A stream unpacks to more than {most} bytes.");
            }
        }
        catch (InvalidDataException)
        {
            isWhole = false;
        }
        unpacked = all.ToArray();
        return isWhole;
    }

    private static MemoryStream Stream(ReadOnlyMemory<byte> bytes)
    {
        if (!MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> array)) array = bytes.ToArray();
        return new MemoryStream(array.Array!, array.Offset, array.Count, writable: false);
    }

    /// <summary>The check sum that ends a stream; line ends may follow.</summary>
    private static bool EndsWith(ReadOnlySpan<byte> packed, uint sum)
    {
        Span<byte> bytes = stackalloc byte[SumBytes];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bytes, sum);
        return packed[Math.Max(0, packed.Length - (4 * SumBytes))..].IndexOf(bytes) >= 0;
    }

    /// <summary>Whether the stream ends at its own end but for the check sum, which some writers leave out: what follows then changes nothing.</summary>
    private static bool IsWithoutSum(ReadOnlyMemory<byte> packed, long most, int length)
    {
        byte[] longer = [.. packed.Span, .. Enumerable.Repeat((byte)0x55, 2 * SmallStep)];
        if (!TryInflate(longer, most + Step, Step, out byte[] unpacked) || unpacked.Length != length) return false;
        // the end lies within the last bytes only where no sum stands behind it
        byte[] shorter = [.. packed.Span[..^SumBytes], .. Enumerable.Repeat((byte)0x55, 2 * SmallStep)];
        return packed.Length > HeaderBytes + SumBytes && !(TryInflate(shorter, most + Step, Step, out byte[] cut) && cut.Length == length);
    }

    /// <summary>Adler-32.</summary>
    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        const uint prime = 65521;
        const int block = 5552;
        (uint low, uint high) = (1, 0);
        while (!bytes.IsEmpty)
        {
            int count = Math.Min(block, bytes.Length);
            foreach (byte each in bytes[..count])
            {
                low += each;
                high += low;
            }
            (low, high) = (low % prime, high % prime);
            bytes = bytes[count..];
        }
        return (high << 16) | low;
    }
}

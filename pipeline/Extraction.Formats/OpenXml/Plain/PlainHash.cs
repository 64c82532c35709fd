using System.Buffers.Binary;
using System.Numerics;

namespace Extraction.Formats.OpenXml.Plain;

/// <summary>A hash of the bytes of names, values and tags, which are short: eight bytes at a time, the last ones overlapping.</summary>
internal static class PlainHash
{
    private const ulong Spread = 0x9E3779B97F4A7C15; // odd, its bits without a pattern: every byte reaches the upper half

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        ulong hash = (ulong)bytes.Length;
        ReadOnlySpan<byte> rest = bytes;
        for (; rest.Length > sizeof(ulong); rest = rest[sizeof(ulong)..]) hash = Mixed(hash, BinaryPrimitives.ReadUInt64LittleEndian(rest));
        hash = Mixed(hash, bytes.Length >= sizeof(ulong) ? BinaryPrimitives.ReadUInt64LittleEndian(bytes[^sizeof(ulong)..]) : Few(bytes));
        return (uint)(hash >> 32) ^ (uint)(hash >> 48);
    }

    private static ulong Mixed(ulong hash, ulong bytes) => BitOperations.RotateLeft((hash ^ bytes) * Spread, 31);

    private static ulong Few(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= sizeof(uint))
            return BinaryPrimitives.ReadUInt32LittleEndian(bytes) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(bytes[^sizeof(uint)..]) << 32);
        return bytes.IsEmpty ? 0 : bytes[0] | ((ulong)bytes[bytes.Length / 2] << 8) | ((ulong)bytes[^1] << 16);
    }
}

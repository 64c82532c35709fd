using System.Buffers.Binary;

namespace Extraction.Formats.OpenXml.Zip;

/// <summary>The checksum of ZIP entries (CRC-32 of ISO 3309), eight bytes at a time (Kounavis and Berry, slicing-by-8).</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private static readonly uint[] Tables = Build();

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<uint> t = Tables;
        uint crc = uint.MaxValue;
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            uint low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc, high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = t[0x700 + (int)(low & 255)] ^ t[0x600 + (int)((low >> 8) & 255)] ^ t[0x500 + (int)((low >> 16) & 255)] ^ t[0x400 + (int)(low >> 24)]
                ^ t[0x300 + (int)(high & 255)] ^ t[0x200 + (int)((high >> 8) & 255)] ^ t[0x100 + (int)((high >> 16) & 255)] ^ t[(int)(high >> 24)];
        }
        foreach (byte value in bytes) crc = (crc >> 8) ^ t[(int)((crc ^ value) & 255)];
        return ~crc;
    }

    private static uint[] Build()
    {
        uint[] tables = new uint[8 * 256];
        for (uint i = 0; i < 256; i++)
        {
            uint value = i;
            for (int bit = 0; bit < 8; bit++) value = (value & 1) != 0 ? (value >> 1) ^ Polynomial : value >> 1;
            tables[i] = value;
        }
        for (int i = 256; i < tables.Length; i++) tables[i] = (tables[i - 256] >> 8) ^ tables[tables[i - 256] & 255];
        return tables;
    }
}

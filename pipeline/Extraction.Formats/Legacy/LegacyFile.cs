using System.Buffers.Binary;

namespace Extraction.Formats.Legacy;

/// <summary>
/// Looks at an old file before a program opens it: is it encrypted, is it whole? Knows of the compound file format ([MS-CFB]) only its table of
/// sectors, of Word ([MS-DOC] 2.5.2) and PowerPoint ([MS-PPT] 2.3.2) only the record that says whether they are encrypted.
/// </summary>
internal static class LegacyFile
{
    private const int HeaderBytes = 512;
    private const uint NoSector = 0xFFFFFFFA; // this and all larger numbers are marks, not sectors
    private const uint FreeSector = 0xFFFFFFFF;
    private const int TablesInHeader = 109;

    private static ReadOnlySpan<byte> Ole2 => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>CurrentUserAtom: type, length, and the token of an encrypted presentation.</summary>
    private static ReadOnlySpan<byte> EncryptedPresentation => [0xF6, 0x0F, 0x14, 0, 0, 0, 0xDF, 0xC4, 0xD1, 0xF3];

    internal static bool IsEncrypted(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(Ole2) && (bytes.IndexOf(EncryptedPresentation) >= 0 || IsEncryptedWord(bytes));

    /// <summary>Whether the file is shorter than its own table of contents says.</summary>
    internal static bool IsCutOff(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith(Ole2)) return !bytes.TrimEnd(" \r\n\t\0"u8).EndsWith("}"u8); // rich text is one group in braces
        if (bytes.Length < HeaderBytes) return true;
        int shift = BinaryPrimitives.ReadUInt16LittleEndian(bytes[0x1E..]);
        if (shift is not (9 or 12)) return false; // damaged in another way
        uint sectors = (uint)((bytes.Length - 1) >> shift); // a last sector that is not full is one
        for (int i = 0; i < TablesInHeader; i++)
        {
            uint table = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(0x4C + (4 * i))..]);
            if (table >= NoSector) break;
            if (table >= sectors || LastUsed(bytes, table, shift, (uint)i) is { } last && last >= sectors) return true;
        }
        return false;
    }

    /// <summary>The last sector that a part of the table calls used, null where it calls none so.</summary>
    private static uint? LastUsed(ReadOnlySpan<byte> bytes, uint table, int shift, uint number)
    {
        long start = ((long)table + 1) << shift;
        ReadOnlySpan<byte> part = bytes.Slice((int)start, (int)Math.Min(1 << shift, bytes.Length - start));
        for (int i = (part.Length / 4) - 1; i >= 0; i--)
            if (BinaryPrimitives.ReadUInt32LittleEndian(part[(4 * i)..]) != FreeSector) return (number << (shift - 2)) + (uint)i;
        return null;
    }

    /// <summary>A Word document's stream begins at a sector with its magic number; a flag in its first record tells.</summary>
    private static bool IsEncryptedWord(ReadOnlySpan<byte> bytes)
    {
        const ushort magic = 0xA5EC, word97 = 0x00C1, encrypted = 0x0100;
        for (int at = HeaderBytes; at + 12 <= bytes.Length; at += HeaderBytes)
            if (Word(bytes, at) == magic && Word(bytes, at + 2) >= word97) return (Word(bytes, at + 10) & encrypted) != 0;
        return false;

        static ushort Word(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
    }
}

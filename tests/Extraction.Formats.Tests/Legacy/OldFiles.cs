using System.Buffers.Binary;

namespace Extraction.Formats.Tests.Legacy;

/// <summary>Just enough of compound files to be looked at.</summary>
internal static class OldFiles
{
    private const int Sector = 512;

    /// <summary>A header, a table of sectors, and the content in sectors behind it.</summary>
    public static byte[] Compound(byte[] content)
    {
        int sectors = (content.Length + Sector - 1) / Sector;
        byte[] file = new byte[(sectors + 2) * Sector];
        ((byte[])[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(file, 0);
        file[0x1E] = 9;
        file.AsSpan(0x4C + 4, 108 * 4).Fill(0xFF); // one table, in sector 0
        Span<byte> table = file.AsSpan(Sector, Sector);
        table.Fill(0xFF);
        for (int i = 0; i <= sectors; i++) BinaryPrimitives.WriteUInt32LittleEndian(table[(4 * i)..], 0xFFFFFFFE);
        content.CopyTo(file, 2 * Sector);
        return file;
    }

    public static byte[] Word(bool isEncrypted) => Compound([0xEC, 0xA5, 0xC1, 0, 0, 0, 0, 0, 0, 0, 0, (byte)(isEncrypted ? 1 : 0)]);

    public static byte[] EncryptedPresentation() => Compound([0, 0, 0xF6, 0x0F, 0x14, 0, 0, 0, 0xDF, 0xC4, 0xD1, 0xF3]);
}

namespace Extraction.Formats.OpenXml.Zip;

/// <summary>An entry of a ZIP file and where its packed bytes stand.</summary>
/// <param name="Name">As the file has it, with <c>/</c> between folders and none in front.</param>
/// <param name="Start">Offset of the first packed byte in the file.</param>
/// <param name="PackedLength">Packed bytes; where the file does not say, the bytes up to the next entry.</param>
/// <param name="Length">Unpacked bytes as declared, null where the file does not say. It may lie.</param>
/// <param name="Method">0 stored, 8 deflated; others are not read.</param>
/// <param name="IsEncrypted">Whether a password is needed.</param>
/// <param name="Crc">CRC-32 of the unpacked bytes, null where the file does not say.</param>
internal sealed record ZipEntry(string Name, int Start, int PackedLength, long? Length, int Method, bool IsEncrypted, uint? Crc);

/// <summary>What a ZIP file lists.</summary>
/// <param name="Entries">In the order of the directory, or of the file where the directory is lost.</param>
/// <param name="State">How far the list can be trusted.</param>
internal sealed record ZipListing(IReadOnlyList<ZipEntry> Entries, ZipState State);

/// <summary>How whole a ZIP file's list of entries is.</summary>
internal enum ZipState
{
    /// <summary>The directory is there and each of its entries is where it says.</summary>
    Intact,

    /// <summary>The directory is lost or wrong, but the entries follow each other without a gap up to where it begins: all are found.</summary>
    Recovered,

    /// <summary>The directory is lost or wrong, and entries may be lost with it.</summary>
    Broken,
}

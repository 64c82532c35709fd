using System.IO.Compression;

namespace Extraction.Formats.OpenXml;

/// <summary>A packed file of a package.</summary>
/// <param name="Name">As the package spells it, with <c>/</c>, without a leading one.</param>
/// <param name="PackedBytes">Size in the package.</param>
/// <param name="Checksum">CRC-32 of the unpacked bytes, null where the package's directory is lost.</param>
/// <param name="Open">Starts unpacking.</param>
internal sealed record PackageEntry(string Name, long PackedBytes, uint? Checksum, Func<Stream> Open)
{
    /// <summary>The entry as the package's directory lists it.</summary>
    public static PackageEntry Of(ZipArchiveEntry entry) =>
        new(PartNames.Normal(entry.FullName), entry.CompressedLength, entry.Crc32, entry.Open);
}

namespace Extraction.Formats.OpenXml;

/// <summary>A packed file of a package, and where its packed bytes stand.</summary>
/// <param name="Name">As the package spells it, with <c>/</c>, without a leading one.</param>
/// <param name="Start">Offset of the first packed byte in the file.</param>
/// <param name="PackedBytes">Size in the package; where the package does not say, the bytes up to the next entry.</param>
/// <param name="Length">Unpacked bytes as declared, null where the package does not say. It may lie.</param>
/// <param name="Method">0 stored, 8 deflated; others are not read.</param>
/// <param name="IsEncrypted">Whether a password is needed.</param>
/// <param name="Checksum">CRC-32 of the unpacked bytes, null where the package does not say.</param>
internal sealed record PackageEntry(string Name, int Start, int PackedBytes, long? Length, int Method, bool IsEncrypted, uint? Checksum);

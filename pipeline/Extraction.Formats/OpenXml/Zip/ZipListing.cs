namespace Extraction.Formats.OpenXml.Zip;

/// <summary>What a ZIP file lists.</summary>
/// <param name="Entries">In the order of the directory, or of the file where the directory is lost.</param>
/// <param name="State">How far the list can be trusted.</param>
internal sealed record ZipListing(IReadOnlyList<PackageEntry> Entries, ZipState State);

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

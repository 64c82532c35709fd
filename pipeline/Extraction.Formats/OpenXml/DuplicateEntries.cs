using System.IO.Compression;
using Extraction.Diagnostics;

namespace Extraction.Formats.OpenXml;

/// <summary>
/// Packages that hold a name twice, as tools leave them that append a new part without removing the old one. The library refuses
/// them; the entry that was written last is the one that was meant.
/// </summary>
internal static class DuplicateEntries
{
    /// <summary>Whether two entries would be one part; part names do not tell upper from lower case.</summary>
    public static bool Has(ZipArchive zip) => zip.Entries.DistinctBy(entry => entry.FullName, StringComparer.OrdinalIgnoreCase).Count() < zip.Entries.Count;

    /// <summary>A copy with the last entry of each name, and a warning <c>{format}-duplicate-entries</c> that names the others.</summary>
    public static MemoryStream Without(ZipArchive zip, string format, DiagnosticBag diagnostics)
    {
        var copy = new MemoryStream();
        using (var kept = new ZipArchive(copy, ZipArchiveMode.Create, leaveOpen: true))
            foreach (IGrouping<string, ZipArchiveEntry> group in zip.Entries.GroupBy(entry => entry.FullName, StringComparer.OrdinalIgnoreCase))
            {
                Copy(group.Last(), kept);
                if (group.Skip(1).Any())
                    diagnostics.Warning(
                        format + "-duplicate-entries", "reading", $"The package holds {group.Key} {group.Count()} times; the last one was read.");
            }
        copy.Position = 0;
        return copy;
    }

    private static void Copy(ZipArchiveEntry entry, ZipArchive target)
    {
        using Stream from = entry.Open();
        using Stream to = target.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
        from.CopyTo(to);
    }
}

using System.IO.Compression;
using System.IO.Hashing;
using System.Xml;
using System.Xml.Linq;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Reading;

namespace Extraction.Formats.OpenXml;

/// <summary>
/// The parts of an Open XML file. Only what is asked for is unpacked, and counted while it is: pictures and films cost nothing, and the sizes
/// that a package declares are not believed. A package without a usable directory is read by the headers of its entries.
/// </summary>
internal sealed class OfficePackage : IDisposable
{
    private readonly string format;
    private readonly ReadLimits limits;
    private readonly DiagnosticBag diagnostics;
    private readonly CancellationToken cancellation;
    private readonly ZipArchive? directory;
    private readonly Dictionary<string, PackageEntry> entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, IReadOnlyList<PackageRelationship>> relationships = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lazy<Dictionary<string, PackageEntry>> byHeader;
    private long unpacked;

    private OfficePackage(SourceFile file, PartSession session, ZipArchive? directory)
    {
        (format, limits, diagnostics, cancellation, this.directory) = (session.Format, session.Limits, session.Diagnostics, session.Cancellation, directory);
        byHeader = new Lazy<Dictionary<string, PackageEntry>>(() => ByName(LocalHeaders.Scan(file.Content, limits.MaxEntries)));
        if (directory is null) foreach ((string name, PackageEntry entry) in byHeader.Value) entries.Add(name, entry);
        else AddListed(directory);
    }

    /// <summary>Whether the package's directory is lost, so that not all parts need be there.</summary>
    public bool IsSalvaged => directory is null;

    /// <summary>Opens a file, or throws with <c>{format}-</c> and one of: <c>too-large</c>, <c>empty</c>, <c>encrypted</c>, <c>legacy-binary</c>,
    /// <c>wrong-type</c>, <c>truncated</c>, <c>too-many-entries</c>.</summary>
    /// <exception cref="UnreadableDocumentException">Nothing can be read.</exception>
    public static OfficePackage Open(SourceFile file, PartSession session)
    {
        PackageSignature.Check(file.Content.Span, session.Format, session.Limits);
        var package = new OfficePackage(file, session, Directory(file, session.Format, session.Limits));
        if (package.entries.Count == 0)
            throw new UnreadableDocumentException(session.Format + "-truncated", "The ZIP directory is missing or broken, and no entry is left: the file was cut off or damaged. Fetch it again.");
        if (package.IsSalvaged)
            session.Diagnostics.Error(session.Format + "-salvaged", "reading", "The ZIP directory is missing or broken: what stands in the file was read, what was behind its end is lost. Fetch it again.");
        return package;
    }

    /// <summary>Names of all parts, in ordinal order.</summary>
    public IEnumerable<string> Names => entries.Values.Select(entry => entry.Name).Order(StringComparer.Ordinal);

    /// <summary>A part by name, null where the package lacks it. Names do not tell upper from lower case.</summary>
    public PackageNode? Find(string name) =>
        entries.TryGetValue(name, out PackageEntry? entry) || entries.TryGetValue(Uri.UnescapeDataString(name), out entry) ? new PackageNode(this, entry) : null;

    /// <summary>The part that a package of this kind starts with: by the package's relationships, else by its usual name.</summary>
    public PackageNode? Main(string usualName) =>
        RelationshipsOf("").Where(relationship => relationship is { Type: "officeDocument", IsExternal: false })
            .Select(relationship => Find(relationship.Target)).FirstOrDefault(part => part is not null) ?? Find(usualName);

    /// <summary>Where a part leads to. Broken relationships leave the part's own text readable; whoever asks for a part behind them reports it missing.</summary>
    public IReadOnlyList<PackageRelationship> RelationshipsOf(string part)
    {
        if (relationships.TryGetValue(part, out IReadOnlyList<PackageRelationship>? known)) return known;
        string name = PartNames.RelationshipsOf(part);
        IReadOnlyList<PackageRelationship> found = [];
        if (entries.TryGetValue(name, out PackageEntry? entry) && Load(entry) is { } root)
        {
            try
            {
                found = PackageRelationship.Of(part, root, limits.MaxRelationships);
            }
            catch (XmlException failure)
            {
                diagnostics.Error(format + "-part-unreadable", "reading", failure.Message, new Locator { Part = name });
            }
        }
        return relationships[part] = found;
    }

    /// <summary>The title from the core properties, null where there is none or they are broken.</summary>
    public string? Title()
    {
        PackageRelationship? properties = RelationshipsOf("").FirstOrDefault(relationship => relationship is { Type: "core-properties", IsExternal: false });
        if (properties is null || !entries.TryGetValue(properties.Target, out PackageEntry? entry)) return null;
        string? title = Load(entry)?.Elements().FirstOrDefault(element => element.Name.LocalName == "title")?.Value;
        return string.IsNullOrWhiteSpace(title) ? null : title;
    }

    /// <summary>An entry's bytes. What is damaged ends early and is reported with <c>{format}-entry-damaged</c>.</summary>
    /// <exception cref="UnreadableDocumentException"><c>unpacks-too-large</c> or <c>suspicious-ratio</c>.</exception>
    public MemoryStream Unpack(PackageEntry entry)
    {
        var bytes = new MemoryStream();
        bool isWhole = TryUnpack(entry, bytes);
        if (!isWhole && directory is not null && byHeader.Value.TryGetValue(entry.Name, out PackageEntry? twin))
        {
            var other = new MemoryStream();
            if (TryUnpack(twin, other) || other.Length > bytes.Length) (bytes, isWhole) = (other, Matches(other, entry.Checksum));
        }
        if (!isWhole)
            diagnostics.Error(format + "-entry-damaged", "reading", $"{entry.Name} is damaged in the package: its text may be wrong or end early. Fetch the file again.", new Locator { Part = entry.Name });
        bytes.Position = 0;
        return bytes;
    }

    /// <inheritdoc />
    public void Dispose() => directory?.Dispose();

    private static ZipArchive? Directory(SourceFile file, string format, ReadLimits limits)
    {
        try
        {
            var zip = new ZipArchive(ContentStream.Open(file), ZipArchiveMode.Read);
            if (zip.Entries.Count > limits.MaxEntries)
                throw new UnreadableDocumentException(format + "-too-many-entries", $"The package has {zip.Entries.Count} entries; {limits.MaxEntries} are allowed.");
            if (zip.Entries.Any(entry => entry.IsEncrypted && entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)))
                throw new UnreadableDocumentException(format + "-encrypted", "Entries of the package are encrypted.");
            return zip.Entries.Count == 0 ? null : zip;
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException or ArgumentException or NotSupportedException or OverflowException)
        {
            return null;
        }
    }

    // tools that append a changed part leave the old one in place: the entry that was written last is the one that was meant
    private void AddListed(ZipArchive zip)
    {
        foreach (IGrouping<string, ZipArchiveEntry> same in zip.Entries.GroupBy(entry => PartNames.Normal(entry.FullName), StringComparer.OrdinalIgnoreCase))
        {
            entries[same.Key] = PackageEntry.Of(same.Last());
            if (same.Skip(1).Any())
                diagnostics.Warning(format + "-duplicate-entries", "reading", $"The package holds {same.Key} {same.Count()} times; the last one was read.");
        }
    }

    private static Dictionary<string, PackageEntry> ByName(List<PackageEntry> scanned)
    {
        var named = new Dictionary<string, PackageEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (PackageEntry entry in scanned) named[entry.Name] = entry;
        return named;
    }

    private XElement? Load(PackageEntry entry)
    {
        try
        {
            return PartXml.Load(Unpack(entry), limits, cancellation);
        }
        catch (XmlException failure)
        {
            diagnostics.Error(format + "-part-unreadable", "reading", $"{entry.Name} cannot be read: {failure.Message}", new Locator { Part = entry.Name });
            return null;
        }
    }

    /// <summary>Whether the entry unpacks to its end and has its checksum.</summary>
    private bool TryUnpack(PackageEntry entry, MemoryStream bytes)
    {
        byte[] buffer = new byte[Math.Clamp(entry.PackedBytes * 4, 4096, 1 << 16)];
        try
        {
            using Stream stream = entry.Open();
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                cancellation.ThrowIfCancellationRequested();
                bytes.Write(buffer, 0, read);
                Count(entry, bytes.Length, read);
            }
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException or NotSupportedException)
        {
            return false;
        }
        return Matches(bytes, entry.Checksum);
    }

    private static bool Matches(MemoryStream bytes, uint? checksum) =>
        checksum is null || Crc32.HashToUInt32(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)) == checksum;

    private void Count(PackageEntry entry, long own, int read)
    {
        unpacked += read;
        if (unpacked > limits.MaxUnpackedBytes)
            throw new UnreadableDocumentException(format + "-unpacks-too-large", $"The package unpacks to more than {limits.MaxUnpackedBytes} bytes.");
        if (own > limits.RatioCheckedFromBytes && own / Math.Max(1, entry.PackedBytes) >= limits.MaxCompressionRatio)
            throw new UnreadableDocumentException(
                format + "-suspicious-ratio", $"An entry unpacks to more than {limits.MaxCompressionRatio} times its packed size.");
        if (own > Math.Max(limits.MaxPartBytes, limits.RatioCheckedFromBytes) * 2)
            throw new UnreadableDocumentException(format + "-unpacks-too-large", $"{entry.Name} unpacks to more than any part may have.");
    }
}

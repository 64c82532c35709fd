using System.Runtime.InteropServices;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.OpenXml.Zip;

namespace Extraction.Formats.OpenXml;

/// <summary>
/// The parts of an Open XML file (ECMA-376 part 2). Only what is asked for is unpacked, and counted while it is: pictures, films and bombs
/// that nobody reads cost nothing, and the sizes that a package declares are not believed. Nothing outside the package is ever opened.
/// A package without a usable directory is read by the headers of its entries.
/// </summary>
internal sealed class OfficePackage
{
    private readonly PartSession session;
    private readonly ArraySegment<byte> file;
    private readonly ZipState state;
    private readonly Dictionary<string, PackageEntry> entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, IReadOnlyList<PackageRelationship>> relationships = new(StringComparer.OrdinalIgnoreCase);
    private long unpacked;

    private OfficePackage(ArraySegment<byte> file, ZipListing listing, PartSession session)
    {
        (this.file, this.session, state) = (file, session, listing.State);
        foreach (PackageEntry entry in listing.Entries) Add(entry);
        if (state == ZipState.Recovered)
            session.Warning("salvaged", "The package's directory is missing or broken; all of its entries were found without it.");
        if (state == ZipState.Broken)
            session.Error("salvaged", "The package's directory is missing or broken: what stands in the file was read, the rest is lost. Fetch it again.", new Locator());
    }

    /// <summary>Whether the package's directory is lost or wrong, so that not all parts need be there.</summary>
    public bool IsSalvaged => state != ZipState.Intact;

    /// <summary>Opens a file, or throws with <c>{format}-</c> and one of: <c>too-large</c>, <c>empty</c>, <c>encrypted</c>, <c>legacy-binary</c>,
    /// <c>wrong-type</c>, <c>truncated</c>, <c>too-many-entries</c>.</summary>
    /// <exception cref="UnreadableDocumentException">Nothing can be read.</exception>
    public static OfficePackage Open(SourceFile source, PartSession session)
    {
        PackageSignature.Check(source.Content.Span, session.Format, session.Limits);
        ArraySegment<byte> file = MemoryMarshal.TryGetArray(source.Content, out ArraySegment<byte> array) ? array : source.Content.ToArray();
        ZipListing listing = ZipDirectory.Read(file, session.Limits.MaxEntries);
        if (listing.Entries.Count > session.Limits.MaxEntries)
            throw new UnreadableDocumentException(session.Format + "-too-many-entries", $"The package has more than {session.Limits.MaxEntries} entries.");
        if (listing.Entries.Count == 0)
            throw new UnreadableDocumentException(session.Format + "-truncated", "The ZIP directory is missing or broken, and no entry is left: the file was cut off or damaged. Fetch it again.");
        return new OfficePackage(file, listing, session);
    }

    /// <summary>Names of all parts, in ordinal order.</summary>
    public IEnumerable<string> Names => entries.Values.Select(entry => entry.Name).Order(StringComparer.Ordinal);

    /// <summary>Names that begin in this way, whatever the case, in ordinal order.</summary>
    public IEnumerable<string> NamesIn(string start) =>
        entries.Values.Select(entry => entry.Name).Where(name => name.StartsWith(start, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal);

    /// <summary>A part by name, null where the package lacks it. Names tell neither upper from lower case nor <c>%E5%9B%BE</c> from the character that it stands for.</summary>
    public PackageNode? Find(string name) => entries.TryGetValue(Key(name), out PackageEntry? entry) ? new PackageNode(this, entry) : null;

    /// <summary>The part that a package of this kind starts with: by the package's relationships, else by its usual name.</summary>
    public PackageNode? Main(string usualName) =>
        RelationshipsOf("").Where(relationship => relationship is { Type: "officeDocument", IsExternal: false })
            .Select(relationship => Find(relationship.Target)).FirstOrDefault(part => part is not null) ?? Find(usualName);

    /// <summary>Where a part leads to. Broken relationships leave the part's own text readable; whoever asks for a part behind them reports it missing.</summary>
    public IReadOnlyList<PackageRelationship> RelationshipsOf(string part)
    {
        if (relationships.TryGetValue(part, out IReadOnlyList<PackageRelationship>? known)) return known;
        PartElement? root = Find(PartNames.RelationshipsOf(part)) is { } list ? session.TryLoad(list, new Locator()) : null;
        IReadOnlyList<PackageRelationship> found = root is null ? [] : PackageRelationship.Of(part, root, session.Limits.MaxRelationships);
        if (found.Count == session.Limits.MaxRelationships)
            session.Error("too-many-relationships", $"{part} refers to {found.Count} parts or more; further ones were not followed.", new Locator { Part = part });
        ReportLost(part, found);
        return relationships[part] = found;
    }

    /// <summary>Parts that a part most likely referred to where a damaged package has lost its relationships: those in its folder that are named
    /// as programs name parts of this type (<c>footnotes.xml</c>, <c>header2.xml</c>).</summary>
    public IReadOnlyList<PackageNode> LikelyBehind(string part, string type)
    {
        if (!IsSalvaged || RelationshipsOf(part).Count > 0) return [];
        string folder = part[..(part.LastIndexOf('/') + 1)];
        return [.. Names.Where(name => IsNamed(name, folder, type)).Select(Find).OfType<PackageNode>()];
    }

    /// <summary>The title from the core properties, null where there is none or they are broken.</summary>
    public string? Title()
    {
        PackageRelationship? properties = RelationshipsOf("").FirstOrDefault(relationship => relationship is { Type: "core-properties", IsExternal: false });
        if (properties is null || Find(properties.Target) is not { } part) return null;
        string? title = session.TryLoad(part, new Locator())?.Elements().FirstOrDefault(element => element.Name.LocalName == "title")?.Value;
        return string.IsNullOrWhiteSpace(title) ? null : title;
    }

    /// <summary>An entry's bytes. What is damaged is reported with <c>{format}-entry-damaged</c>, and all that can be unpacked is given.</summary>
    /// <exception cref="UnreadableDocumentException"><c>suspicious-ratio</c>, <c>part-unreadable</c> (too large, an unknown method) or <c>encrypted</c>, which
    /// concern this part only; <c>unpacks-too-large</c>, which concerns the package.</exception>
    public EntryStream Unpack(PackageEntry entry)
    {
        try
        {
            EntryStream bytes = ZipInflater.Inflate(file, entry, session.Limits, session.Cancellation);
            unpacked += bytes.Length;
            if (unpacked > session.Limits.MaxUnpackedBytes)
                throw new PartLimitException("unpacks-too-large", $"The package unpacks to more than {session.Limits.MaxUnpackedBytes} bytes.");
            if (!bytes.IsWhole)
                session.Error("entry-damaged", $"{entry.Name} is damaged in the package: its text may be wrong or end early. Fetch the file again.", new Locator { Part = entry.Name });
            return bytes;
        }
        catch (PartLimitException limit)
        {
            throw new UnreadableDocumentException($"{session.Format}-{limit.Code}", limit.Message, limit);
        }
    }

    private static string Key(string name) => name.Contains('%') ? Uri.UnescapeDataString(name) : name;

    // tools that append a changed part leave the old one in place: the entry that was written last is the one that was meant
    private void Add(PackageEntry entry)
    {
        string key = Key(entry.Name);
        if (entries.TryGetValue(key, out PackageEntry? before))
        {
            string what = $"The package holds {entry.Name} more than once; the last one was read.";
            if (before.Checksum == entry.Checksum && before.Length == entry.Length) session.Warning("duplicate-entries", what);
            else session.Error("duplicate-entries", what + " What the others say otherwise was not; save the file again.", new Locator { Part = entry.Name });
        }
        entries[key] = entry;
    }

    // a dangling reference in a whole package leads to what never was there; in a damaged one, to what was lost
    private void ReportLost(string part, IReadOnlyList<PackageRelationship> found)
    {
        if (!IsSalvaged) return;
        foreach (PackageRelationship lost in found.Where(relationship => !relationship.IsExternal && IsXml(relationship.Target) && Find(relationship.Target) is null))
            session.Error("part-missing", $"{part} refers to {lost.Target}, which is lost.", new Locator { Part = part });
    }

    private static bool IsNamed(string name, string folder, string type) =>
        name.StartsWith(folder + type, StringComparison.OrdinalIgnoreCase) && IsXml(name)
        && !name.AsSpan(folder.Length + type.Length)[..^".xml".Length].ContainsAnyExceptInRange('0', '9');

    private static bool IsXml(string name) => name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);
}

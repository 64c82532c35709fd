using System.Runtime.InteropServices;
using System.Xml.Linq;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.OpenXml.Zip;

namespace Extraction.Formats.OpenXml;

/// <summary>
/// An Open XML package (ECMA-376 part 2): parts by name, and references between them. A part is unpacked when it is asked for, so that what
/// nobody reads (pictures, films, bombs) costs nothing; nothing outside the package is ever opened. Not thread-safe: one for each reading.
/// </summary>
internal sealed class OfficePackage
{
    private readonly PartSession session;
    private readonly ArraySegment<byte> file;
    private readonly Dictionary<string, ZipEntry> parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, IReadOnlyList<Relationship>> relationships = new(StringComparer.Ordinal);
    private readonly ZipState state;
    private long unpacked;

    private OfficePackage(ArraySegment<byte> file, ZipListing listing, PartSession session)
    {
        (this.file, this.session, state) = (file, session, listing.State);
        foreach (ZipEntry entry in listing.Entries.Where(entry => !entry.Name.EndsWith('/'))) Add(entry);
        if (state != ZipState.Intact) ReportSalvage();
    }

    /// <summary>Whether the list of the package's parts is lost or wrong, so that it was put together again from what is there.</summary>
    public bool IsSalvaged => state != ZipState.Intact;

    /// <summary>All parts, in the order of their names.</summary>
    public IEnumerable<PackageNode> Parts => parts.Values.OrderBy(entry => entry.Name, StringComparer.Ordinal).Select(entry => new PackageNode(this, entry.Name, entry));

    /// <summary>Opens a package. What is damaged is salvaged and reported.</summary>
    /// <exception cref="UnreadableDocumentException"><c>{format}-</c> and what <see cref="PackageSignature.Check"/> says, <c>too-many-entries</c>,
    /// <c>truncated</c> (nothing is left) or <c>wrong-type</c> (an empty package).</exception>
    public static OfficePackage Open(SourceFile source, PartSession session)
    {
        PackageSignature.Check(source.Content.Span, session.Format, session.Limits);
        ArraySegment<byte> file = MemoryMarshal.TryGetArray(source.Content, out ArraySegment<byte> array) ? array : source.Content.ToArray();
        ZipListing listing = ZipDirectory.Read(file, session.Limits.MaxEntries);
        if (listing.Entries.Count > session.Limits.MaxEntries)
            throw new UnreadableDocumentException(session.Format + "-too-many-entries", $"The package has more than {session.Limits.MaxEntries} entries.");
        if (listing.Entries.Count > 0) return new OfficePackage(file, listing, session);
        throw listing.State == ZipState.Intact
            ? new UnreadableDocumentException(session.Format + "-wrong-type", "The package has no entries.")
            : new UnreadableDocumentException(session.Format + "-truncated", "The file was cut off or damaged, and no entry of it is left. Fetch it again.");
    }

    /// <summary>The part that the package is there for, and its tree.</summary>
    /// <param name="usualName">Beginning of the name that the part usually has, by which it is found where the reference to it is lost.</param>
    /// <param name="root">Name of its root element.</param>
    public MainPart Main(string usualName, XName root)
    {
        PackageNode? node = Package.ByType("officeDocument").FirstOrDefault()
            ?? Parts.FirstOrDefault(part => part.Name.StartsWith(usualName, StringComparison.OrdinalIgnoreCase) && part.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase));
        if (node is null)
        {
            string code = IsSalvaged ? "-truncated" : "-wrong-type";
            return new MainPart(new PackageNode(this, usualName + ".xml", null), null, new UnreadableDocumentException(session.Format + code, "The package has no main part."));
        }
        XElement? tree = session.TryLoad(node, new Locator(), out string? failure);
        if (tree is null)
        {
            string code = failure is null or "part-unreadable" ? "damaged" : failure;
            return new MainPart(node, null, new UnreadableDocumentException($"{session.Format}-{code}", "The document's main part cannot be read."));
        }
        return tree.Name == root
            ? new MainPart(node, tree, null)
            : new MainPart(node, null, new UnreadableDocumentException(session.Format + "-wrong-type", "The package holds no document of this format."));
    }

    /// <summary>The title from the core properties, null where there is none or they are broken.</summary>
    public string? Title()
    {
        if (Package.ByType("core-properties") is not [var properties, ..]) return null;
        string? title = session.LoadQuietly(properties)?.Elements().FirstOrDefault(element => element.Name.LocalName == "title")?.Value;
        return string.IsNullOrWhiteSpace(title) ? null : title;
    }

    /// <summary>Unpacks an entry.</summary>
    /// <exception cref="PartLimitException">As <see cref="ZipInflater.Inflate"/>, and <c>unpacks-too-large</c>.</exception>
    public EntryBytes Inflate(ZipEntry entry)
    {
        EntryBytes bytes = ZipInflater.Inflate(file, entry, session.Limits, session.Cancellation);
        unpacked += bytes.Content.Count;
        if (unpacked <= session.Limits.MaxUnpackedBytes) return bytes;
        bytes.Dispose();
        throw new PartLimitException("unpacks-too-large", $"The parts up to {entry.Name} unpack to more than {session.Limits.MaxUnpackedBytes} bytes.");
    }

    /// <summary>The references of a part, in the order of their ids; none where they are lost.</summary>
    public IReadOnlyList<Relationship> Relationships(PackageNode owner)
    {
        if (relationships.TryGetValue(owner.Name, out IReadOnlyList<Relationship>? known)) return known;
        string name = PartName.Relationships(owner.Name);
        XElement? root = parts.TryGetValue(name, out ZipEntry? entry) ? session.TryLoad(new PackageNode(this, name, entry), new Locator()) : null;
        int most = session.Limits.MaxRelationships;
        IReadOnlyList<Relationship> read = root is null ? [] : Relationship.Read(owner.Name, root, most);
        if (root is not null && root.Elements().Skip(most).Any())
            session.Error("too-many-relationships", $"{name} has more than {most} references; the rest was not followed.", new Locator { Part = name });
        return relationships[owner.Name] = read;
    }

    /// <summary>The part that a reference leads to, null where the package does not have it.</summary>
    public PackageNode? Target(PackageNode owner, Relationship relationship) =>
        parts.TryGetValue(relationship.Target, out ZipEntry? entry) || (relationship.Alternative is { } other && parts.TryGetValue(other, out entry))
            ? new PackageNode(this, entry.Name, entry)
            : null;

    /// <summary>Of a salvaged package, a part that others refer to was lost on the way; elsewhere it never was there.</summary>
    public void ReportLost(PackageNode owner, Relationship relationship)
    {
        if (IsSalvaged)
            session.Error("part-missing", $"{owner.Name} refers to {relationship.Target}, which is lost.", new Locator { Part = owner.Name });
    }

    private PackageNode Package => new(this, "", null);

    private void Add(ZipEntry entry)
    {
        string key = PartName.Key(entry.Name);
        if (!parts.TryAdd(key, entry))
        {
            parts[key] = entry;
            session.Warning("duplicate-entries", $"The package holds {entry.Name} more than once; the last one was read.");
        }
    }

    private void ReportSalvage()
    {
        if (state == ZipState.Recovered) session.Warning("salvaged", "The package's directory is damaged; all of its entries were found without it.");
        else session.Error("salvaged", $"The package is damaged or cut off; {parts.Count} entries of it were found. Fetch it again.", new Locator());
    }
}

/// <summary>The part that a package is there for.</summary>
/// <param name="Node">The part, which may be lost.</param>
/// <param name="Root">Its tree, null where it cannot be read.</param>
/// <param name="Failure">Why it cannot be read.</param>
internal sealed record MainPart(PackageNode Node, XElement? Root, UnreadableDocumentException? Failure);

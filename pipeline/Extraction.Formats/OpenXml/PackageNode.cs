using Extraction.Formats.OpenXml.Zip;

namespace Extraction.Formats.OpenXml;

/// <summary>A part of a package and the parts it refers to, looked up one at a time, so that a dangling reference takes no other part along.</summary>
/// <param name="package">Holds the part.</param>
/// <param name="name">Name inside the package, without a slash in front; empty for the package itself.</param>
/// <param name="entry">The part's bytes, null for the package itself and for a part that is lost.</param>
internal sealed class PackageNode(OfficePackage package, string name, ZipEntry? entry)
{
    private IReadOnlyList<Relationship> guessed = [];

    /// <summary>Name inside the package, without a slash in front.</summary>
    public string Name => name;

    /// <summary>The part with references that the file has lost.</summary>
    public PackageNode With(IReadOnlyList<Relationship> guessed) => new(package, name, entry) { guessed = guessed };

    /// <summary>The part's bytes, unpacked.</summary>
    /// <exception cref="IOException">It costs more than it may, or is lost.</exception>
    public Stream Open()
    {
        using EntryBytes bytes = Inflate();
        return new MemoryStream(bytes.Content.ToArray(), writable: false);
    }

    /// <inheritdoc cref="Open" />
    public EntryBytes Inflate() => package.Inflate(entry ?? throw new IOException("The part is not there."));

    /// <summary>The part behind a relationship id; null where there is no such relationship or part.</summary>
    public PackageNode? ById(string id)
    {
        foreach (Relationship relationship in Relationships)
            if (relationship.Id == id && package.Target(this, relationship) is { } target) return target;
        return null;
    }

    /// <summary>The parts behind relationships whose type ends with <c>/</c> and this name (<c>slideLayout</c>, <c>header</c>), in the order of their ids.</summary>
    public IReadOnlyList<PackageNode> ByType(string type)
    {
        var targets = new List<PackageNode>();
        foreach (Relationship relationship in Relationships)
        {
            if (!relationship.Type.EndsWith(type, StringComparison.Ordinal) || !relationship.Type.AsSpan(0, relationship.Type.Length - type.Length).EndsWith("/")) continue;
            if (package.Target(this, relationship) is { } target) targets.Add(target);
            else package.ReportLost(this, relationship);
        }
        return targets;
    }

    private IEnumerable<Relationship> Relationships => guessed.Count == 0 ? package.Relationships(this) : package.Relationships(this).Concat(guessed);
}

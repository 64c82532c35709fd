namespace Extraction.Formats.OpenXml;

/// <summary>A part of a package and the parts it refers to, looked up one at a time.</summary>
internal sealed class PackageNode(OfficePackage package, PackageEntry entry)
{
    /// <summary>Name inside the package, without a leading slash.</summary>
    public string Name => entry.Name;

    /// <summary>The part's bytes, unpacked; shorter where the package is damaged, which is then reported.</summary>
    /// <exception cref="Diagnostics.UnreadableDocumentException">A limit of the whole package is crossed.</exception>
    public MemoryStream Open() => package.Unpack(entry);

    /// <summary>The part behind a relationship id; null where there is no such relationship or part.</summary>
    public PackageNode? ById(string id) => Targets(relationship => relationship.Id == id).FirstOrDefault();

    /// <summary>The parts behind relationships whose type ends with <c>/</c> and this name (<c>slideLayout</c>, <c>header</c>), in the order of their ids.</summary>
    public IReadOnlyList<PackageNode> ByType(string name) => [.. Targets(relationship => relationship.Type == name)];

    /// <summary>The address outside the package that a relationship names, as text; null where it names none.</summary>
    public string? ExternalTarget(string id) =>
        package.RelationshipsOf(entry.Name).FirstOrDefault(relationship => relationship.IsExternal && relationship.Id == id)?.Target;

    private IEnumerable<PackageNode> Targets(Func<PackageRelationship, bool> wanted) => package.RelationshipsOf(entry.Name)
        .Where(relationship => !relationship.IsExternal && wanted(relationship))
        .OrderBy(relationship => relationship.Id, StringComparer.Ordinal)
        .Select(relationship => package.Find(relationship.Target))
        .OfType<PackageNode>();
}

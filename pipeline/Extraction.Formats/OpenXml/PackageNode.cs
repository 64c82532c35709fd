using Extraction.Formats.OpenXml.Zip;

namespace Extraction.Formats.OpenXml;

/// <summary>A part of a package and the parts it refers to, looked up one at a time.</summary>
internal sealed class PackageNode(OfficePackage package, PackageEntry entry)
{
    private readonly Lazy<Dictionary<string, string>> inside = new(() => ById(package.RelationshipsOf(entry.Name).Where(relationship => !relationship.IsExternal)));
    private readonly Lazy<Dictionary<string, string>> outside = new(() => ById(package.RelationshipsOf(entry.Name).Where(relationship => relationship.IsExternal)));

    /// <summary>Name inside the package, without a leading slash.</summary>
    public string Name => entry.Name;

    /// <summary>The part's bytes, unpacked; shorter where the package is damaged, which is then reported.</summary>
    /// <exception cref="Diagnostics.UnreadableDocumentException">A limit of the whole package is crossed.</exception>
    public EntryStream Open() => package.Unpack(entry);

    /// <summary>The part behind a relationship id; null where there is no such relationship or part.</summary>
    public PackageNode? ById(string id) => inside.Value.TryGetValue(id, out string? target) ? package.Find(target) : null;

    /// <summary>The parts behind relationships whose type ends with <c>/</c> and this name (<c>slideLayout</c>, <c>header</c>), in the order of their ids;
    /// where a damaged package has lost the relationships, those that have the name.</summary>
    public IReadOnlyList<PackageNode> ByType(string name)
    {
        PackageNode[] found = [.. Targets(relationship => relationship.Type == name)];
        return found.Length > 0 ? found : package.LikelyBehind(entry.Name, name);
    }

    /// <summary>Names of the parts behind relationships of a type that the package lacks.</summary>
    public IEnumerable<string> MissingOfType(string name) => package.RelationshipsOf(entry.Name)
        .Where(relationship => !relationship.IsExternal && relationship.Type == name && package.Find(relationship.Target) is null)
        .Select(relationship => relationship.Target);

    /// <summary>The address outside the package that a relationship names, as text; null where it names none.</summary>
    public string? ExternalTarget(string id) => outside.Value.GetValueOrDefault(id);

    // a long report has thousands of links, each looked up by its id
    private static Dictionary<string, string> ById(IEnumerable<PackageRelationship> relationships)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (PackageRelationship relationship in relationships) targets.TryAdd(relationship.Id, relationship.Target);
        return targets;
    }

    private IEnumerable<PackageNode> Targets(Func<PackageRelationship, bool> wanted) => package.RelationshipsOf(entry.Name)
        .Where(relationship => !relationship.IsExternal && wanted(relationship))
        .OrderBy(relationship => relationship.Id, StringComparer.Ordinal)
        .Select(relationship => package.Find(relationship.Target))
        .OfType<PackageNode>();
}

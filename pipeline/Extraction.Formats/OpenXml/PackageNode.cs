using Extraction.Formats.OpenXml.Zip;

namespace Extraction.Formats.OpenXml;

/// <summary>A part of a package and the parts it refers to, looked up one at a time.</summary>
internal sealed class PackageNode(OfficePackage package, PackageEntry entry)
{
    private Dictionary<string, string>? inside;
    private Dictionary<string, string>? outside;

    /// <summary>Name inside the package, without a leading slash.</summary>
    public string Name => entry.Name;

    /// <summary>The part's bytes, unpacked; shorter where the package is damaged, which is then reported.</summary>
    /// <exception cref="Diagnostics.UnreadableDocumentException">A limit of the whole package is crossed.</exception>
    public EntryStream Open() => package.Unpack(entry);

    /// <summary>The part behind a relationship id; null where there is no such relationship or part.</summary>
    public PackageNode? ById(string id) => (inside ??= ById(false)).TryGetValue(id, out string? target) ? package.Find(target) : null;

    /// <summary>The parts behind relationships whose type ends with <c>/</c> and this name (<c>slideLayout</c>, <c>header</c>), in the order of their ids;
    /// where a damaged package has lost the relationships, those that have the name.</summary>
    public IReadOnlyList<PackageNode> ByType(string name)
    {
        List<(string Id, PackageNode Part)> found = [];
        foreach (PackageRelationship relationship in package.RelationshipsOf(entry.Name))
            if (!relationship.IsExternal && relationship.Type == name && package.Find(relationship.Target) is { } part) found.Add((relationship.Id, part));
        return found.Count switch
        {
            0 => package.LikelyBehind(entry.Name, name),
            1 => [found[0].Part],
            _ => [.. found.OrderBy(relationship => relationship.Id, StringComparer.Ordinal).Select(relationship => relationship.Part)],
        };
    }

    /// <summary>Names of the parts behind relationships of a type that the package lacks.</summary>
    public IEnumerable<string> MissingOfType(string name)
    {
        foreach (PackageRelationship relationship in package.RelationshipsOf(entry.Name))
            if (!relationship.IsExternal && relationship.Type == name && package.Find(relationship.Target) is null) yield return relationship.Target;
    }

    /// <summary>The address outside the package that a relationship names, as text; null where it names none.</summary>
    public string? ExternalTarget(string id) => (outside ??= ById(true)).GetValueOrDefault(id);

    // a long report has thousands of links, each looked up by its id
    private Dictionary<string, string> ById(bool isExternal)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (PackageRelationship relationship in package.RelationshipsOf(entry.Name))
            if (relationship.IsExternal == isExternal) targets.TryAdd(relationship.Id, relationship.Target);
        return targets;
    }
}

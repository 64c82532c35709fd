
namespace Extraction.Formats.OpenXml;

/// <summary>Where a part leads to inside its package. Targets outside of it are never followed.</summary>
/// <param name="Id">Unique in the part.</param>
/// <param name="Type">Last step of the type's URI, e.g. <c>slideLayout</c>.</param>
/// <param name="Target">Name of the part, which the package may lack; for an external one, the address as it stands.</param>
/// <param name="IsExternal">Whether the target lies outside the package.</param>
internal sealed record PackageRelationship(string Id, string Type, string Target, bool IsExternal)
{
    /// <summary>The relationships that a part's tree lists, in its order and however it nests them, at most <paramref name="most"/>.</summary>
    public static IReadOnlyList<PackageRelationship> Of(string part, PartElement root, int most)
    {
        List<PackageRelationship> found = [];
        foreach (PartElement entry in root.Descendants().Where(entry => entry.Name.LocalName == "Relationship"))
        {
            if (found.Count == most) break;
            if (entry.Attribute("Target") is not { } target) continue;
            // what has lost its id is still found by its type
            string id = entry.Attribute("Id") ?? "";
            bool isExternal = entry.Attribute("TargetMode") == "External";
            string type = entry.Attribute("Type") ?? "";
            found.Add(new PackageRelationship(id, type[(type.LastIndexOf('/') + 1)..], isExternal ? target : PartNames.Resolve(part, target), isExternal));
        }
        return found;
    }
}

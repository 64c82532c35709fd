using System.Xml.Linq;

namespace Extraction.Formats.OpenXml;

/// <summary>A reference of a part to another one inside the package.</summary>
/// <param name="Id">As the part's XML names it.</param>
/// <param name="Type">A URI; its last piece says what the target is to the part (<c>slideLayout</c>).</param>
/// <param name="Target">Key of the part that is meant (<see cref="PartName.Key"/>).</param>
/// <param name="Alternative">Key of the part that a producer may have meant who counts from the package's root.</param>
internal sealed record Relationship(string Id, string Type, string Target, string? Alternative = null)
{
    /// <summary>The references in a relationships part, at most <paramref name="most"/>; those that lead out of the package are left out.</summary>
    public static IReadOnlyList<Relationship> Read(string owner, XElement root, int most)
    {
        var found = new List<Relationship>();
        foreach (XElement element in root.Elements().Where(element => element.Name.LocalName == nameof(Relationship)).Take(most))
        {
            if ((string?)element.Attribute("TargetMode") == "External" || (string?)element.Attribute("Target") is not { } target) continue;
            if (PartName.Resolve(owner, target) is not { } key) continue;
            found.Add(new Relationship((string?)element.Attribute("Id") ?? "", (string?)element.Attribute("Type") ?? "", key, PartName.Resolve("", target)));
        }
        // the order of ids is the one that producers number parts in; the file's own order is arbitrary
        found.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        return found;
    }
}

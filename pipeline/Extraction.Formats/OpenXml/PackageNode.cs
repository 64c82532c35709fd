using System.IO.Packaging;
using System.Xml;
using DocumentFormat.OpenXml.Experimental;
using DocumentFormat.OpenXml.Packaging;

#pragma warning disable OOXML0001 // the SDK marks its package view experimental; the pinned version is the one tested

namespace Extraction.Formats.OpenXml;

/// <summary>
/// A part and the parts it refers to, looked up one at a time: the SDK's typed parts load all referenced parts at once,
/// so that a single dangling reference would take every slide along.
/// </summary>
internal sealed class PackageNode(IPackage package, IPackagePart part)
{
    /// <summary>Name inside the package, without the leading slash.</summary>
    public string Name => part.Uri.OriginalString.TrimStart('/');

    /// <summary>The node of a part that the SDK has opened.</summary>
    public static PackageNode Of(OpenXmlPart part)
    {
        IPackage package = part.OpenXmlPackage.GetPackage();
        return new PackageNode(package, package.GetPart(part.Uri));
    }

    /// <summary>The part's bytes.</summary>
    public Stream Open() => part.GetStream(FileMode.Open, FileAccess.Read);

    /// <summary>The part behind a relationship id; null where there is no such relationship or part.</summary>
    public PackageNode? ById(string id) => Targets(relationship => relationship.Id == id).FirstOrDefault();

    /// <summary>The parts behind relationships whose type ends with <c>/</c> and this name (<c>slideLayout</c>, <c>header</c>), in the order of their ids.</summary>
    public IReadOnlyList<PackageNode> ByType(string name) =>
        [.. Targets(relationship => relationship.RelationshipType.EndsWith("/" + name, StringComparison.Ordinal))];

    /// <summary>The address outside the package that a relationship id leads to; null where it leads to none.</summary>
    public string? AddressOf(string? id) => id is null ? null : Relationships()
        .FirstOrDefault(relationship => relationship.Id == id && relationship.TargetMode == TargetMode.External)?.TargetUri.OriginalString;

    private IEnumerable<PackageNode> Targets(Func<IPackageRelationship, bool> wanted)
    {
        foreach (IPackageRelationship relationship in Relationships().Where(wanted).OrderBy(relationship => relationship.Id, StringComparer.Ordinal))
        {
            if (relationship.TargetMode == TargetMode.External) continue;
            Uri target = PackUriHelper.ResolvePartUri(part.Uri, relationship.TargetUri);
            if (package.PartExists(target)) yield return new PackageNode(package, package.GetPart(target));
        }
    }

    // broken relationships leave the part's own text readable; whoever asks for a part behind them reports it missing
    private IPackageRelationship[] Relationships()
    {
        try
        {
            return [.. part.Relationships];
        }
        catch (Exception failure) when (failure is XmlException or FormatException or IOException or ArgumentException)
        {
            return [];
        }
    }
}

using System.Xml.Linq;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Pptx;

/// <summary>A layout or master behind slides, with its placeholders by index and by family.</summary>
internal sealed class Backdrop
{
    private static readonly XNamespace P = OoxmlNames.P;
    private readonly Dictionary<string, PartElement> byIndex = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PartElement> byFamily = new(StringComparer.Ordinal);

    /// <param name="part">Its part.</param>
    /// <param name="root">The part's tree.</param>
    /// <param name="below">A layout's master, null for a master.</param>
    public Backdrop(PackageNode part, PartElement root, PackageNode? below)
    {
        (Part, Root, Below) = (part, root, below);
        foreach (PartElement shape in root.Descendants(P + "sp"))
        {
            if (PlaceholderType.ElementOf(shape) is not { } placeholder) continue;
            if (placeholder.Attribute("idx") is { } index) byIndex.TryAdd(index, shape);
            byFamily.TryAdd(PlaceholderType.FamilyOf(placeholder), shape);
        }
    }

    public PackageNode Part { get; }

    public PartElement Root { get; }

    /// <summary>A layout's master, null for a master.</summary>
    public PackageNode? Below { get; }

    /// <summary>Whether slides and layouts on top of it let the shapes below them through.</summary>
    public static bool ShowsMasterShapes(PartElement root) => root.Attribute("showMasterSp") is not ("0" or "false");

    /// <summary>The shape whose placeholder has the same index, null where there is none.</summary>
    public PartElement? ByIndex(PartElement placeholder) =>
        placeholder.Attribute("idx") is { } index ? byIndex.GetValueOrDefault(index) : null;

    /// <summary>The first shape whose placeholder is of the same family, null where there is none.</summary>
    public PartElement? ByFamily(PartElement placeholder) => byFamily.GetValueOrDefault(PlaceholderType.FamilyOf(placeholder));
}

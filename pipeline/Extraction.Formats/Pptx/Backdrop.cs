using System.Xml.Linq;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Pptx;

/// <summary>A layout or master behind slides, with its placeholders by index and by family.</summary>
internal sealed class Backdrop
{
    private static readonly XNamespace P = OoxmlNames.P;
    private readonly Dictionary<string, XElement> byIndex = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XElement> byFamily = new(StringComparer.Ordinal);

    /// <param name="part">Its part.</param>
    /// <param name="root">The part's tree.</param>
    /// <param name="below">A layout's master, null for a master.</param>
    public Backdrop(PackageNode part, XElement root, PackageNode? below)
    {
        (Part, Root, Below) = (part, root, below);
        foreach (XElement shape in root.Descendants(P + "sp"))
        {
            if (PlaceholderType.ElementOf(shape) is not { } placeholder) continue;
            if ((string?)placeholder.Attribute("idx") is { } index) byIndex.TryAdd(index, shape);
            byFamily.TryAdd(PlaceholderType.FamilyOf(placeholder), shape);
        }
    }

    public PackageNode Part { get; }

    public XElement Root { get; }

    /// <summary>A layout's master, null for a master.</summary>
    public PackageNode? Below { get; }

    /// <summary>Whether slides and layouts on top of it let the shapes below them through.</summary>
    public static bool ShowsMasterShapes(XElement root) => (string?)root.Attribute("showMasterSp") is not ("0" or "false");

    /// <summary>The shape whose placeholder has the same index, null where there is none.</summary>
    public XElement? ByIndex(XElement placeholder) =>
        (string?)placeholder.Attribute("idx") is { } index ? byIndex.GetValueOrDefault(index) : null;

    /// <summary>The first shape whose placeholder is of the same family, null where there is none.</summary>
    public XElement? ByFamily(XElement placeholder) => byFamily.GetValueOrDefault(PlaceholderType.FamilyOf(placeholder));
}

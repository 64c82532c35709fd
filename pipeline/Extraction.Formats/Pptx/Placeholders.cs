using System.Collections.Immutable;
using System.Xml.Linq;
using Extraction.Documents;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Pptx;

/// <summary>What a slide's placeholders inherit from its layout and master: position, bullets, letter size.</summary>
internal sealed class Placeholders(XElement? layout, XElement? master)
{
    private static readonly XNamespace A = OoxmlNames.A;
    private static readonly XNamespace P = OoxmlNames.P;

    /// <summary>The <c>p:ph</c> of a shape, null for a free shape.</summary>
    public static XElement? Of(XElement shape) =>
        shape.Elements().FirstOrDefault(e => e.Name.LocalName.StartsWith("nv", StringComparison.Ordinal))?.Element(P + "nvPr")?.Element(P + "ph");

    /// <summary>A placeholder's type; the format's default is a content placeholder, <c>obj</c>.</summary>
    public static string TypeOf(XElement placeholder) => (string?)placeholder.Attribute("type") ?? "obj";

    /// <summary>The nearest inherited <c>a:xfrm</c>, null where there is none.</summary>
    public XElement? Transform(XElement shape) =>
        Ancestors(shape).Select(ancestor => ancestor.Element(P + "spPr")?.Element(A + "xfrm")).FirstOrDefault(xfrm => xfrm is not null);

    /// <summary>The styles that a shape's text inherits, nearest first.</summary>
    public TextStyles Styles(XElement shape)
    {
        var styles = ImmutableArray.CreateBuilder<XElement>();
        foreach (XElement owner in Ancestors(shape).Prepend(shape))
            if (owner.Element(P + "txBody")?.Element(A + "lstStyle") is { } style) styles.Add(style);
        if (master?.Element(P + "txStyles")?.Element(P + MasterStyle(Of(shape))) is { } inherited) styles.Add(inherited);
        return new TextStyles(styles.ToImmutable());
    }

    private static string MasterStyle(XElement? placeholder) => placeholder is null ? "otherStyle" : TypeOf(placeholder) switch
    {
        "title" or "ctrTitle" => "titleStyle",
        "dt" or "ftr" or "sldNum" or "hdr" => "otherStyle",
        _ => "bodyStyle",
    };

    private IEnumerable<XElement> Ancestors(XElement shape)
    {
        if (Of(shape) is not { } placeholder) yield break;
        XElement? inLayout = Find(layout, placeholder, byIndex: true);
        if (inLayout is not null) yield return inLayout;
        XElement? inMaster = Find(master, inLayout is null ? placeholder : Of(inLayout)!, byIndex: false);
        if (inMaster is not null) yield return inMaster;
    }

    private static XElement? Find(XElement? owner, XElement placeholder, bool byIndex)
    {
        XElement[] shapes = [.. owner?.Descendants(P + "sp").Where(shape => Of(shape) is not null) ?? []];
        string? index = (string?)placeholder.Attribute("idx");
        XElement? same = byIndex && index is not null ? Array.Find(shapes, shape => (string?)Of(shape)!.Attribute("idx") == index) : null;
        string family = Family(TypeOf(placeholder));
        return same ?? Array.Find(shapes, shape => Family(TypeOf(Of(shape)!)) == family);
    }

    private static string Family(string type) => type switch
    {
        "ctrTitle" => "title",
        "dt" or "ftr" or "sldNum" or "hdr" or "title" => type,
        _ => "body",
    };
}

/// <summary>Loads each layout and master once.</summary>
internal sealed class PlaceholderCache(PartSession session)
{
    private readonly Dictionary<string, XElement?> loaded = new(StringComparer.Ordinal);
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>What the slide inherits; a missing or broken layout leaves nothing to inherit.</summary>
    public Placeholders For(PackageNode slide)
    {
        PackageNode? layout = slide.ByType("slideLayout").FirstOrDefault();
        return new Placeholders(Load(layout), Load(layout?.ByType("slideMaster").FirstOrDefault()));
    }

    /// <summary>The layout and the master behind a slide that no slide before it had.</summary>
    public IReadOnlyList<(PackageNode Part, XElement Root)> FirstSeen(PackageNode slide)
    {
        PackageNode? layout = slide.ByType("slideLayout").FirstOrDefault();
        PackageNode?[] both = [layout, layout?.ByType("slideMaster").FirstOrDefault()];
        return [.. both.OfType<PackageNode>().Where(part => seen.Add(part.Name)).Select(part => (part, Root: Load(part))).Where(each => each.Root is not null).Select(each => (each.part, each.Root!))];
    }

    private XElement? Load(PackageNode? part)
    {
        if (part is null) return null;
        if (!loaded.TryGetValue(part.Name, out XElement? root)) loaded[part.Name] = root = session.TryLoad(part, new Locator());
        return root;
    }
}

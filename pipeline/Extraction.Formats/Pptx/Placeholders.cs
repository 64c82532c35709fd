using System.Collections.Immutable;
using System.Xml.Linq;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Pptx;

/// <summary>What a slide's shapes inherit: placeholders their position, bullets and letter size from layout and master, all shapes the presentation's text style.</summary>
internal sealed class Placeholders(Backdrop? layout, Backdrop? master, PartElement? defaultStyle)
{
    private static readonly XNamespace A = OoxmlNames.A;
    private static readonly XNamespace P = OoxmlNames.P;

    /// <summary>Nothing to inherit.</summary>
    public static Placeholders None { get; } = new(null, null, null);

    /// <summary>The slide's layout, null where it cannot be read.</summary>
    public Backdrop? Layout => layout;

    /// <summary>The layout's master, null where it cannot be read.</summary>
    public Backdrop? Master => master;

    /// <summary>The nearest inherited <c>a:xfrm</c>, null where there is none.</summary>
    public PartElement? Transform(PartElement shape) =>
        Ancestors(shape).Select(ancestor => ancestor.Element(P + "spPr")?.Element(A + "xfrm")).FirstOrDefault(xfrm => xfrm is not null);

    /// <summary>The styles that a shape's text inherits, nearest first.</summary>
    public TextStyles Styles(PartElement shape)
    {
        var styles = ImmutableArray.CreateBuilder<PartElement>();
        foreach (PartElement owner in Ancestors(shape).Prepend(shape))
            if (owner.Element(P + "txBody")?.Element(A + "lstStyle") is { } style) styles.Add(style);
        if (master?.Root.Element(P + "txStyles")?.Element(P + MasterStyle(PlaceholderType.ElementOf(shape))) is { } inherited) styles.Add(inherited);
        if (defaultStyle is not null) styles.Add(defaultStyle);
        return new TextStyles(styles.ToImmutable());
    }

    private static string MasterStyle(PartElement? placeholder) => placeholder is null ? "otherStyle" : PlaceholderType.Of(placeholder) switch
    {
        PlaceholderType.Title or PlaceholderType.CentredTitle => "titleStyle",
        string type when PlaceholderType.IsFurniture(type) => "otherStyle",
        _ => "bodyStyle",
    };

    private IEnumerable<PartElement> Ancestors(PartElement shape)
    {
        if (PlaceholderType.ElementOf(shape) is not { } placeholder) yield break;
        PartElement? inLayout = layout?.ByIndex(placeholder) ?? layout?.ByFamily(placeholder);
        if (inLayout is not null) yield return inLayout;
        PartElement? inMaster = master?.ByFamily(inLayout is null ? placeholder : PlaceholderType.ElementOf(inLayout)!);
        if (inMaster is not null) yield return inMaster;
    }
}

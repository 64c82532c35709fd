using System.Xml.Linq;
using Extraction.Documents;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Pptx;

/// <summary>Takes positions in EMU inside nested groups to points on the slide: x' = x · scale + offset.</summary>
internal readonly record struct ShapeTransform(double ScaleX, double ScaleY, double OffsetX, double OffsetY)
{
    private static readonly XNamespace A = OoxmlNames.A;

    /// <summary>The slide's own coordinates.</summary>
    public static ShapeTransform Slide { get; } = new(1, 1, 0, 0);

    /// <summary>The coordinates inside a group, from its <c>a:xfrm</c>; a group without one changes nothing.</summary>
    public ShapeTransform Inside(XElement? xfrm)
    {
        if (Pair(xfrm?.Element(A + "off"), "x", "y") is not { } offset || Pair(xfrm?.Element(A + "ext"), "cx", "cy") is not { } extent) return this;
        (double x, double y) childOffset = Pair(xfrm?.Element(A + "chOff"), "x", "y") ?? offset;
        (double x, double y) childExtent = Pair(xfrm?.Element(A + "chExt"), "cx", "cy") ?? extent;
        double scaleX = childExtent.x == 0 ? 1 : extent.First / childExtent.x;
        double scaleY = childExtent.y == 0 ? 1 : extent.Second / childExtent.y;
        return new ShapeTransform(
            ScaleX * scaleX,
            ScaleY * scaleY,
            OffsetX + ScaleX * (offset.First - childOffset.x * scaleX),
            OffsetY + ScaleY * (offset.Second - childOffset.y * scaleY));
    }

    /// <summary>A shape's box in points, null where it has no position of its own.</summary>
    public Box? Apply(XElement? xfrm)
    {
        if (Pair(xfrm?.Element(A + "off"), "x", "y") is not { } offset || Pair(xfrm?.Element(A + "ext"), "cx", "cy") is not { } extent) return null;
        double left = OffsetX + offset.First * ScaleX, top = OffsetY + offset.Second * ScaleY;
        double width = extent.First * ScaleX, height = extent.Second * ScaleY;
        if (IsQuarterTurn(xfrm))
        {
            left += (width - height) / 2;
            top += (height - width) / 2;
            (width, height) = (height, width);
        }
        return new Box(Points(left), Points(top), Points(left + width), Points(top + height));
    }

    // the file turns the box about its centre, in 60000ths of a degree
    private static bool IsQuarterTurn(XElement? xfrm)
    {
        long degrees = (DrawingText.Integer(xfrm?.Attribute("rot")) ?? 0) / 60000 % 180;
        return Math.Abs(degrees) is >= 45 and < 135;
    }

    private static double Points(double emu) => Math.Round(emu / Emu.PerPoint, 2);

    private static (double First, double Second)? Pair(XElement? element, string first, string second) =>
        DrawingText.Integer(element?.Attribute(first)) is { } a && DrawingText.Integer(element?.Attribute(second)) is { } b ? (a, b) : null;
}

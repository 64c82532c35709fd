using System.Xml.Linq;
using Extraction.Documents;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Pptx;

/// <summary>Takes positions in EMU inside nested groups to points on the slide: x' = Xx·x + Xy·y + X, y' = Yx·x + Yy·y + Y.</summary>
internal readonly record struct ShapeTransform(double Xx, double Xy, double X, double Yx, double Yy, double Y)
{
    // the format counts angles in 60000ths of a degree, clockwise
    private const double UnitsPerDegree = 60000;
    private static readonly XNamespace A = OoxmlNames.A;

    /// <summary>The slide's own coordinates.</summary>
    public static ShapeTransform Slide { get; } = new(1, 0, 0, 0, 1, 0);

    /// <summary>The coordinates inside a group, from its <c>a:xfrm</c>: scaled, then flipped and turned about the group's centre.
    /// A group without one changes nothing.</summary>
    public ShapeTransform Inside(PartElement? xfrm)
    {
        if (Pair(xfrm?.Element(A + "off"), "x", "y") is not { } offset || Pair(xfrm?.Element(A + "ext"), "cx", "cy") is not { } extent) return this;
        (double x, double y) childOffset = Pair(xfrm?.Element(A + "chOff"), "x", "y") ?? offset;
        (double x, double y) childExtent = Pair(xfrm?.Element(A + "chExt"), "cx", "cy") ?? extent;
        double scaleX = childExtent.x == 0 ? 1 : extent.First / childExtent.x;
        double scaleY = childExtent.y == 0 ? 1 : extent.Second / childExtent.y;
        var scaled = new ShapeTransform(scaleX, 0, offset.First - childOffset.x * scaleX, 0, scaleY, offset.Second - childOffset.y * scaleY);
        (double x, double y) centre = (offset.First + extent.First / 2, offset.Second + extent.Second / 2);
        return After(Turned(xfrm!, centre)).After(scaled);
    }

    /// <summary>The smallest box on the slide, in points, that holds a shape as it is turned; null where the shape has no position of its own.</summary>
    public Box? Apply(PartElement? xfrm)
    {
        if (Pair(xfrm?.Element(A + "off"), "x", "y") is not { } offset || Pair(xfrm?.Element(A + "ext"), "cx", "cy") is not { } extent) return null;
        (double right, double bottom) = (offset.First + extent.First, offset.Second + extent.Second);
        ShapeTransform all = After(Turned(xfrm!, ((offset.First + right) / 2, (offset.Second + bottom) / 2)));
        (double X, double Y)[] corners = [all.Of(offset.First, offset.Second), all.Of(right, offset.Second), all.Of(offset.First, bottom), all.Of(right, bottom)];
        return new Box(
            Points(corners.Min(corner => corner.X)), Points(corners.Min(corner => corner.Y)),
            Points(corners.Max(corner => corner.X)), Points(corners.Max(corner => corner.Y)));
    }

    private (double X, double Y) Of(double x, double y) => (Xx * x + Xy * y + X, Yx * x + Yy * y + Y);

    private ShapeTransform After(ShapeTransform first) => new(
        Xx * first.Xx + Xy * first.Yx, Xx * first.Xy + Xy * first.Yy, Xx * first.X + Xy * first.Y + X,
        Yx * first.Xx + Yy * first.Yx, Yx * first.Xy + Yy * first.Yy, Yx * first.X + Yy * first.Y + Y);

    // flipped first, then turned, both about the centre
    private static ShapeTransform Turned(PartElement xfrm, (double X, double Y) centre)
    {
        double angle = (DrawingText.Integer(xfrm.Attribute("rot")) ?? 0) / UnitsPerDegree * Math.PI / 180;
        (double sin, double cos) = angle == 0 ? (0, 1) : Math.SinCos(angle);
        (double x, double y) = (IsSet(xfrm, "flipH") ? -1 : 1, IsSet(xfrm, "flipV") ? -1 : 1);
        var turn = new ShapeTransform(cos * x, -sin * y, 0, sin * x, cos * y, 0);
        (double X, double Y) moved = turn.Of(centre.X, centre.Y);
        return turn with { X = centre.X - moved.X, Y = centre.Y - moved.Y };
    }

    private static bool IsSet(PartElement xfrm, string name) => xfrm.Attribute(name) is "1" or "true";

    private static double Points(double emu) => Math.Round(emu / Emu.PerPoint, 2);

    private static (double First, double Second)? Pair(PartElement? element, string first, string second) =>
        DrawingText.Integer(element?.Attribute(first)) is { } a && DrawingText.Integer(element?.Attribute(second)) is { } b ? (a, b) : null;
}

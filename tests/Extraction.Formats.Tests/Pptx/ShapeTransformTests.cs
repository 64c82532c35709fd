using System.Xml.Linq;
using Extraction.Documents;
using Extraction.Formats.OpenXml;
using Extraction.Formats.OpenXml.Repair;
using Extraction.Formats.Pptx;

namespace Extraction.Formats.Tests.Pptx;

public class ShapeTransformTests
{
    [Fact]
    public void A_turned_shape_has_the_box_that_holds_it()
    {
        Assert.Equal(new Box(40, -30, 60, 70), ShapeTransform.Slide.Apply(Xfrm((0, 10, 100, 20), "rot=\"5400000\"")));
        Assert.Equal(new Box(0, 10, 100, 30), ShapeTransform.Slide.Apply(Xfrm((0, 10, 100, 20), "rot=\"10800000\" flipH=\"1\"")));
        Box tilted = ShapeTransform.Slide.Apply(Xfrm((0, 0, 100, 100), "rot=\"2700000\""))!.Value;
        Assert.Equal((141.42, -20.71), (Math.Round(tilted.Width, 2), tilted.Left));
    }

    [Theory]
    [InlineData("flipH=\"1\"", 80, 0, 100, 10)]
    [InlineData("flipV=\"1\"", 0, 90, 20, 100)]
    [InlineData("rot=\"5400000\"", 90, 0, 100, 20)]
    [InlineData("rot=\"10800000\"", 80, 90, 100, 100)]
    [InlineData("rot=\"5400000\" flipH=\"1\"", 90, 80, 100, 100)]
    public void A_flipped_or_turned_group_takes_its_shapes_along(string turn, double left, double top, double right, double bottom)
    {
        ShapeTransform inside = ShapeTransform.Slide.Inside(Xfrm((0, 0, 100, 100), turn, (0, 0, 100, 100)));

        Assert.Equal(new Box(left, top, right, bottom), inside.Apply(Xfrm((0, 0, 20, 10))));
    }

    [Fact]
    public void A_turned_group_in_a_scaled_group_turns_first_and_scales_then()
    {
        ShapeTransform outer = ShapeTransform.Slide.Inside(Xfrm((0, 0, 200, 400), "", (0, 0, 100, 100)));
        ShapeTransform inner = outer.Inside(Xfrm((0, 0, 100, 100), "rot=\"5400000\"", (0, 0, 100, 100)));

        // inside: 90,0–100,20; the outer group doubles widths and takes heights fourfold
        Assert.Equal(new Box(180, 0, 200, 80), inner.Apply(Xfrm((0, 0, 20, 10))));
    }

    private static PartElement Xfrm((int X, int Y, int Width, int Height) box, string attributes = "", (int X, int Y, int Width, int Height)? child = null)
    {
        string inner = child is { } c
            ? $"<a:chOff x=\"{c.X * 12700}\" y=\"{c.Y * 12700}\"/><a:chExt cx=\"{c.Width * 12700}\" cy=\"{c.Height * 12700}\"/>"
            : "";
        string xml = PptxFile.Transform("a:xfrm", box, inner).Replace("<a:xfrm>", $"<a:xfrm xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" {attributes}>", StringComparison.Ordinal);
        return MendedTree.Of(XElement.Parse(xml));
    }
}

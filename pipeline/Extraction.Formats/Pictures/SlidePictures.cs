using System.Xml.Linq;
using Extraction.Documents;
using Extraction.Formats.OpenXml;
using Extraction.Formats.Pptx;

namespace Extraction.Formats.Pictures;

/// <summary>Finds the pictures of slides: pictures, shapes filled with one, backgrounds.</summary>
internal static class SlidePictures
{
    private const double Thousandths = 100_000;
    private static readonly XNamespace A = OoxmlNames.A;
    private static readonly XNamespace P = OoxmlNames.P;

    /// <summary>Slide by slide, in the file's order.</summary>
    public static IEnumerable<PlacedPicture> Of(OfficePackage package, PartSession session, SourceDocument document)
    {
        PackageNode? main = package.Main("ppt/presentation.xml");
        PartElement? presentation = main is null ? null : session.TryLoad(main, new Locator());
        IReadOnlyList<ListedSlide> slides = SlideList.Of(package, main, presentation, session);
        foreach ((PackageNode? slide, SourcePage page) in slides.Select(listed => listed.Part).Zip(document.Pages))
        {
            if (slide is null || slide.ByType("image").Count == 0 || session.TryLoad(slide, new Locator { Page = page.Number }) is not { } root) continue;
            foreach (PartElement blip in root.Descendants(A + "blip").ToList())
                if (blip.Attribute(OoxmlNames.R + "embed") is { } id && slide.ById(id) is { } part)
                    yield return new PlacedPicture(part, PlaceOf(blip, slide, page), Shown(blip));
        }
    }

    private static Locator PlaceOf(PartElement blip, PackageNode slide, SourcePage page)
    {
        var place = new Locator { Page = page.Number, Part = slide.Name };
        if (blip.Ancestors(P + "bg").Any()) return place with { Box = page is { Width: { } width, Height: { } height } ? new Box(0, 0, width, height) : null };
        PartElement? shape = blip.Ancestors().FirstOrDefault(each => each.Element(P + "spPr") is not null || each.Element(P + "nvGraphicFramePr") is not null);
        if (shape is null) return place;
        ShapeTransform transform = ShapeTransform.Slide;
        foreach (PartElement group in shape.Ancestors(P + "grpSp").Reverse()) transform = transform.Inside(group.Element(P + "grpSpPr")?.Element(A + "xfrm"));
        string? id = shape.Elements().FirstOrDefault(e => e.Name.LocalName.StartsWith("nv", StringComparison.Ordinal))?.Element(P + "cNvPr")?.Attribute("id");
        return place with { Shape = id, Box = transform.Apply(shape.Element(P + "spPr")?.Element(A + "xfrm") ?? shape.Element(P + "xfrm")) };
    }

    /// <summary>What a crop leaves.</summary>
    private static Box Shown(PartElement blip)
    {
        PartElement? crop = blip.Parent?.Element(A + "srcRect");
        return crop is null ? PlacedPicture.Whole : new Box(Share("l"), Share("t"), 1 - Share("r"), 1 - Share("b"));

        double Share(string side) => Math.Clamp((DrawingText.Integer(crop.Attribute(side)) ?? 0) / Thousandths, 0, 1);
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Extraction.Documents;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Pptx;

/// <summary>The slides of a presentation in the order in which it shows them.</summary>
internal static partial class SlideList
{
    private static readonly XNamespace P = OoxmlNames.P;

    /// <summary>A slide each, null for one that the package lacks, which is reported. Where the presentation's own list is lost, the slides by number.</summary>
    public static IReadOnlyList<PackageNode?> Of(OfficePackage package, PackageNode? presentation, XElement? root, PartSession session)
    {
        XElement[] listed = [.. root?.Element(P + "sldIdLst")?.Elements(P + "sldId") ?? []];
        PackageNode?[] slides = [.. listed.Select(entry => (string?)entry.Attribute(OoxmlNames.R + "id") is { } id ? presentation!.ById(id) : null)];
        if ((root is null || (slides.Length > 0 && slides.All(slide => slide is null))) && Numbered(package) is { Length: > 0 } found)
        {
            session.Diagnostics.Error(
                "pptx-order-guessed", "reading", "The presentation's list of slides is lost: the slides that are there were read in the order of their numbers.");
            return found;
        }
        for (int i = 0; i < slides.Length; i++)
            if (slides[i] is null) session.TryGetPart(presentation!, (string?)listed[i].Attribute(OoxmlNames.R + "id"), new Locator { Page = i + 1 });
        return slides;
    }

    private static PackageNode[] Numbered(OfficePackage package) =>
    [
        .. package.Names
            .Select(name => (Name: name, Number: SlidePart().Match(name) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0))
            .Where(slide => slide.Number > 0)
            .OrderBy(slide => slide.Number)
            .Select(slide => package.Find(slide.Name))
            .OfType<PackageNode>(),
    ];

    [GeneratedRegex("^ppt/slides/slide([0-9]{1,9})\\.xml$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SlidePart();
}

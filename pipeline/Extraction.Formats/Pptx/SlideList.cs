using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Extraction.Documents;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Pptx;

/// <summary>A slide in its place in the presentation.</summary>
/// <param name="Part">Null where the package lacks it.</param>
/// <param name="Section">Name of the section that it stands in, null outside sections.</param>
internal sealed record ListedSlide(PackageNode? Part, string? Section);

/// <summary>The slides of a presentation in the order in which it shows them.</summary>
internal static partial class SlideList
{
    private static readonly XNamespace P = OoxmlNames.P;

    /// <summary>A slide each; what the package lacks is reported. Where the presentation's own list is lost, the slides by number.</summary>
    public static IReadOnlyList<ListedSlide> Of(OfficePackage package, PackageNode? presentation, PartElement? root, PartSession session)
    {
        PartElement[] listed = Listed(root, session);
        PackageNode?[] slides = [.. listed.Select(entry => entry.Attribute(OoxmlNames.R + "id") is { } id ? presentation!.ById(id) : null)];
        PackageNode[] all = Numbered(package);
        if (slides.All(slide => slide is null) && all.Length > 0)
        {
            session.Diagnostics.Error(
                "pptx-order-guessed", "reading", "The presentation's list of slides is lost: the slides that are there were read in the order of their numbers.");
            return [.. all.Select(slide => new ListedSlide(slide, null))];
        }
        Queue<PackageNode> left = NotListed(all, slides);
        Fill(slides, listed, presentation, left, session);
        Dictionary<string, string> sections = Sections(root);
        IEnumerable<ListedSlide> inOrder = slides.Select((slide, i) => new ListedSlide(slide, sections.GetValueOrDefault(listed[i].Attribute("id") ?? "")));
        bool isDamaged = package.IsSalvaged || (presentation is not null && session.IsRepaired(presentation));
        return [.. inOrder, .. Rest(left, isDamaged, session)];
    }

    // an entry that strayed from the list still names its slide
    private static PartElement[] Listed(PartElement? root, PartSession session)
    {
        PartElement[] own = [.. root?.Element(P + "sldIdLst")?.Elements(P + "sldId") ?? []];
        PartElement[] stray = [.. (root?.Descendants(P + "sldId") ?? []).Except(own)];
        if (stray.Length > 0 && own.Length > 0)
            session.Error("order-guessed", "Entries of the list of slides stand outside of it: their slides were read behind the others.", new Locator());
        return [.. own, .. stray];
    }

    // of a damaged list entries may be lost, and the slides that they named are still there; a whole list means what it says
    private static IEnumerable<ListedSlide> Rest(Queue<PackageNode> left, bool isDamaged, PartSession session)
    {
        foreach (PackageNode slide in left)
        {
            var place = new Locator { Part = slide.Name };
            if (isDamaged) session.Error("order-guessed", $"{slide.Name}, which the damaged list of slides does not name, was read behind those that it names.", place);
            else session.Diagnostics.Warning("pptx-slide-not-listed", "reading", $"{slide.Name} is in the package but not in the presentation, which never shows it; it was not read.", place);
        }
        return isDamaged ? left.Select(slide => new ListedSlide(slide, null)) : [];
    }

    // Entries that lead nowhere beside slides that no entry names: the links are damaged, and the one is most likely the other.
    private static void Fill(PackageNode?[] slides, PartElement[] listed, PackageNode? presentation, Queue<PackageNode> left, PartSession session)
    {
        for (int i = 0; i < slides.Length; i++)
        {
            if (slides[i] is not null) continue;
            var place = new Locator { Page = i + 1 };
            session.TryGetPart(presentation!, listed[i].Attribute(OoxmlNames.R + "id"), place);
            if (!left.TryDequeue(out slides[i])) continue;
            session.Diagnostics.Warning(
                "pptx-slide-guessed", "reading", $"{slides[i]!.Name}, which the presentation does not list, was read in the place of a slide that is listed and missing.", place);
        }
    }

    private static Queue<PackageNode> NotListed(PackageNode[] all, PackageNode?[] slides)
    {
        var listed = slides.Select(slide => slide?.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new Queue<PackageNode>(all.Where(slide => !listed.Contains(slide.Name)));
    }

    // by the slide's id in the presentation's list
    private static Dictionary<string, string> Sections(PartElement? root)
    {
        var sections = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (PartElement section in root?.Descendants(OoxmlNames.P14 + "section") ?? [])
            foreach (PartElement slide in section.Descendants(OoxmlNames.P14 + "sldId"))
                if (slide.Attribute("id") is { } id && section.Attribute("name") is { Length: > 0 } name) sections.TryAdd(id, name);
        return sections;
    }

    private static PackageNode[] Numbered(OfficePackage package) =>
    [
        .. package.NamesIn("ppt/slides/slide")
            .Select(name => (Name: name, Number: SlidePart().Match(name) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0))
            .Where(slide => slide.Number > 0)
            .OrderBy(slide => slide.Number)
            .Select(slide => package.Find(slide.Name))
            .OfType<PackageNode>(),
    ];

    [GeneratedRegex("^ppt/slides/slide([0-9]{1,9})\\.xml$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SlidePart();
}

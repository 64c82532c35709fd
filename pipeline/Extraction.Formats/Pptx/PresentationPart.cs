using System.Text.RegularExpressions;
using System.Xml.Linq;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Pptx;

/// <summary>
/// The part that lists a presentation's slides. Where it or the package is damaged, slides that are there but that nobody lists follow
/// behind those that are listed, in the order of the numbers in their names.
/// </summary>
internal static partial class PresentationPart
{
    private static readonly XNamespace P = OoxmlNames.P;

    /// <summary>The part with all references to slides, and its tree.</summary>
    /// <exception cref="UnreadableDocumentException">There is neither such a part nor a slide.</exception>
    public static (PackageNode Part, XElement Root) Load(OfficePackage package, PartSession session)
    {
        MainPart main = package.Main("ppt/presentation", P + "presentation");
        XElement root = main.Root ?? new XElement(P + "presentation");
        bool knowsParts = package.Relationships(main.Node).Count > 0;
        bool isDamaged = main.Root is null || package.IsSalvaged || session.IsRepaired(main.Node) || !knowsParts;
        Relationship[] unlisted = isDamaged ? Unlisted(package, main.Node, root) : [];
        if (main.Root is null && unlisted.Length == 0) throw main.Failure!;
        if (unlisted.Length == 0) return (main.Node, root);
        XElement list = List(root);
        if (!knowsParts) list.RemoveNodes();
        list.Add(unlisted.Select(slide => new XElement(P + "sldId", new XAttribute(OoxmlNames.R + "id", slide.Id))));
        session.Error("salvaged", $"{unlisted.Length} slides that no list names any more follow in the order of their names.", new Locator { Part = main.Node.Name });
        return (main.Node.With(unlisted), root);
    }

    private static XElement List(XElement root)
    {
        if (root.Element(P + "sldIdLst") is { } list) return list;
        root.Add(new XElement(P + "sldIdLst"));
        return root.Element(P + "sldIdLst")!;
    }

    private static Relationship[] Unlisted(OfficePackage package, PackageNode main, XElement root)
    {
        HashSet<string> listed = new(StringComparer.OrdinalIgnoreCase);
        foreach (XElement entry in root.Descendants(P + "sldId"))
            if ((string?)entry.Attribute(OoxmlNames.R + "id") is { } id && main.ById(id) is { } slide) listed.Add(slide.Name);
        return [.. package.Parts
            .Where(part => SlideName().IsMatch(part.Name) && !listed.Contains(part.Name))
            .OrderBy(part => part.Name.Length).ThenBy(part => part.Name, StringComparer.Ordinal)
            .Select(part => new Relationship("unlisted " + part.Name, "/slide", PartName.Key(part.Name)))];
    }

    [GeneratedRegex("^ppt/slides/[^/]+[.]xml$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SlideName();
}

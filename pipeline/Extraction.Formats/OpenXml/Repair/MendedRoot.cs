using System.Xml.Linq;

namespace Extraction.Formats.OpenXml.Repair;

/// <summary>Finds the root among what damaged XML has at its top, or puts one above it whose own tag is lost.</summary>
internal static class MendedRoot
{
    private static readonly Dictionary<XName, XName> RootOf = new()
    {
        [OoxmlNames.P + "cSld"] = OoxmlNames.P + "sld",
        [OoxmlNames.P + "sldIdLst"] = OoxmlNames.P + "presentation",
        [OoxmlNames.P + "sldMasterIdLst"] = OoxmlNames.P + "presentation",
        [OoxmlNames.P + "spTree"] = OoxmlNames.P + "cSld",
        [OoxmlNames.P + "sp"] = OoxmlNames.P + "spTree",
        [OoxmlNames.P + "graphicFrame"] = OoxmlNames.P + "spTree",
        [OoxmlNames.W + "body"] = OoxmlNames.W + "document",
        [OoxmlNames.W + "p"] = OoxmlNames.W + "body",
        [OoxmlNames.W + "tbl"] = OoxmlNames.W + "body",
        [OoxmlNames.W + "footnote"] = OoxmlNames.W + "footnotes",
        [OoxmlNames.W + "endnote"] = OoxmlNames.W + "endnotes",
        [OoxmlNames.W + "comment"] = OoxmlNames.W + "comments",
        [OoxmlNames.W + "style"] = OoxmlNames.W + "styles",
        [OoxmlNames.C + "chart"] = OoxmlNames.C + "chartSpace",
        [OoxmlNames.C + "plotArea"] = OoxmlNames.C + "chart",
        [OoxmlNames.C + "ser"] = OoxmlNames.C + "plotArea",
        [OoxmlNames.Dgm + "ptLst"] = OoxmlNames.Dgm + "dataModel",
        [OoxmlNames.Dgm + "cxnLst"] = OoxmlNames.Dgm + "dataModel",
        [OoxmlNames.Dgm + "pt"] = OoxmlNames.Dgm + "ptLst",
    };

    private static readonly Dictionary<XNamespace, XName> RootOfNamespace = new()
    {
        [OoxmlNames.P] = OoxmlNames.P + "sld",
        [OoxmlNames.W] = OoxmlNames.W + "document",
        [OoxmlNames.C] = OoxmlNames.C + "chartSpace",
        [OoxmlNames.Dgm] = OoxmlNames.Dgm + "dataModel",
    };

    /// <summary>Names of roots that hold the same as those above.</summary>
    private static readonly HashSet<string> OtherRoots =
        ["sld", "notes", "sldLayout", "sldMaster", "notesMaster", "handoutMaster", "hdr", "ftr", "footnotes", "endnotes", "comments", "userShapes", "drawing"];

    /// <summary>One element with everything below it.</summary>
    public static XElement Of(XElement top)
    {
        XElement root = top.Elements().First();
        root.Remove();
        while (RootOf.TryGetValue(root.Name, out XName? above)) root = new XElement(above, root);
        // what follows behind the root's end was cut loose by an end that stands in the wrong place
        root.Add(top.Nodes());
        if (!RootOf.ContainsValue(root.Name) && !OtherRoots.Contains(root.Name.LocalName) && NameByContent(root) is { } name) root.Name = name;
        return root;
    }

    // a root with a name of its own that holds what only a known one holds has lost its name
    private static XName? NameByContent(XElement root) =>
        root.Elements().Select(child => RootOf.GetValueOrDefault(child.Name)).FirstOrDefault(name => name is not null)
        ?? root.Descendants().Select(element => RootOfNamespace.GetValueOrDefault(element.Name.Namespace)).FirstOrDefault(name => name is not null);
}

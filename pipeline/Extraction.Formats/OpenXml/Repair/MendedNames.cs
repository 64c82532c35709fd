using System.Xml.Linq;

namespace Extraction.Formats.OpenXml.Repair;

/// <summary>Finds the namespaces of damaged XML: by the declarations that are left, then by the prefixes that all producers use, then by where a tag stands.</summary>
internal sealed class MendedNames
{
    // of an element; time grows with the square
    private const int MostAttributes = 4_000;

    // declarations of a damaged part are not scoped: the element that would end their scope may be lost
    private readonly Dictionary<string, string> declared = new(StringComparer.Ordinal);

    /// <summary>The element of a start tag, with the first of two attributes of one name.</summary>
    public XElement Element(XmlPiece piece, XElement parent)
    {
        foreach ((string name, string value) in piece.Attributes)
        {
            if (name == "xmlns") declared[""] = value;
            else if (name.StartsWith("xmlns:", StringComparison.Ordinal)) declared[name[6..]] = value;
        }
        var element = new XElement(Of(piece.Name!, parent));
        foreach ((string name, string value) in piece.Attributes.Take(MostAttributes))
        {
            if (name.StartsWith("xmlns", StringComparison.Ordinal)) continue;
            (string prefix, string local) = Split(name);
            XName full = prefix.Length == 0 ? local : Name(prefix, local, element);
            if (element.Attribute(full) is null) element.SetAttributeValue(full, value);
        }
        return element;
    }

    /// <summary>The full name of a tag that stands in <paramref name="parent"/>.</summary>
    public XName Of(string tag, XElement parent)
    {
        (string prefix, string local) = Split(tag);
        return Name(prefix, local, parent);
    }

    // a declaration that leads to no namespace of ours is more likely damaged than meant, where all producers give its prefix one of ours
    private XName Name(string prefix, string local, XElement parent)
    {
        string? ns = declared.TryGetValue(prefix, out string? own) ? OoxmlNames.Transitional(own, prefix) : prefix == "xml" ? XNamespace.Xml.NamespaceName : null;
        if (OoxmlNames.OfPrefix(prefix) is { } usual && (ns is null || !OoxmlNames.IsOurs(ns))) ns = usual;
        return XName.Get(local, ns ?? parent.Name.NamespaceName);
    }

    private static (string Prefix, string Local) Split(string name)
    {
        int colon = name.IndexOf(':');
        string local = name[(colon + 1)..].Replace(':', '_');
        return (colon < 0 ? "" : name[..colon], local.Length > 0 && System.Xml.XmlConvert.IsStartNCNameChar(local[0]) ? local : "_" + local);
    }
}

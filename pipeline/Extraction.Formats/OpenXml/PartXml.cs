using System.Text;
using System.Xml;
using System.Xml.Linq;
using Extraction.Reading;

namespace Extraction.Formats.OpenXml;

/// <summary>
/// Loads a part's XML as a tree that is safe to walk by recursion: no DTD, bounded depth, strict namespaces
/// mapped to the transitional ones, and of every mc:AlternateContent one branch only.
/// </summary>
internal static class PartXml
{
    private static readonly XName AlternateContent = OoxmlNames.Mc + "AlternateContent";
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <exception cref="XmlException">Not well-formed, with a DTD, with more than <see cref="ReadLimits.MaxPartBytes"/> or
    /// <see cref="ReadLimits.MaxPartElements"/>, or deeper than
    /// <see cref="ReadLimits.MaxDepth"/>.</exception>
    public static XElement Load(MemoryStream bytes, ReadLimits limits, CancellationToken cancellation)
    {
        if (bytes.Length > limits.MaxPartBytes) throw new XmlException($"The part unpacks to more than {limits.MaxPartBytes} bytes.");
        bytes.Position = 0;
        Encoding? declared = PartEncoding.Legacy(bytes);
        using XmlReader reader = declared is null ? XmlReader.Create(bytes, Settings) : XmlReader.Create(new StreamReader(bytes, declared), Settings);
        return Build(reader, limits, cancellation);
    }

    private static XElement Build(XmlReader reader, ReadLimits limits, CancellationToken cancellation)
    {
        XElement? root = null;
        XElement? open = null;
        int elements = 0;
        bool hasAlternatives = false;
        var names = new NameCache();
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    cancellation.ThrowIfCancellationRequested();
                    if (reader.Depth > limits.MaxDepth) throw new XmlException($"Elements are nested deeper than {limits.MaxDepth} levels.");
                    if (++elements > limits.MaxPartElements) throw new XmlException($"The part has more than {limits.MaxPartElements} elements.");
                    bool isEmpty = reader.IsEmptyElement;
                    XElement element = Element(reader, names);
                    hasAlternatives |= element.Name == AlternateContent;
                    if (open is null) root = element; else open.Add(element);
                    if (!isEmpty) open = element;
                    break;
                case XmlNodeType.EndElement:
                    open = open?.Parent;
                    break;
                case XmlNodeType.Whitespace when open?.Name.LocalName != "t":
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    open?.Add(new XText(reader.Value));
                    break;
            }
        }
        if (root is null) throw new XmlException("The part has no element.");
        if (hasAlternatives) ResolveAlternatives(root);
        return root;
    }

    private static XElement Element(XmlReader reader, NameCache names)
    {
        var element = new XElement(names.Of(reader.LocalName, reader.NamespaceURI));
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI.Length > 0 && IsBookkeeping(reader)) continue;
            element.Add(new XAttribute(names.Of(reader.LocalName, reader.NamespaceURI), reader.Value));
        }
        return element;
    }

    // declarations, and the editing sessions that Word notes on every paragraph and run
    private static bool IsBookkeeping(XmlReader reader) =>
        reader.NamespaceURI == "http://www.w3.org/2000/xmlns/" || reader.LocalName.StartsWith("rsid", StringComparison.Ordinal);

    /// <summary>Leaves of every mc:AlternateContent one branch only.</summary>
    public static void ResolveAlternatives(XElement root)
    {
        // innermost last in document order, so walking backwards meets a nested one before its owner is replaced
        foreach (XElement alternatives in root.Descendants(AlternateContent).Reverse().ToArray())
            alternatives.ReplaceWith(Chosen(alternatives)?.Elements());
    }

    // A choice without any content is a producer's stub; what stands in the fallback is then all there is.
    private static XElement? Chosen(XElement alternatives) =>
        alternatives.Elements(OoxmlNames.Mc + "Choice").FirstOrDefault(choice => choice.HasElements)
        ?? alternatives.Element(OoxmlNames.Mc + "Fallback");
}

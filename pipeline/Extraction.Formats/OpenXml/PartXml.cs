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

    /// <exception cref="XmlException">Not well-formed, or with a DTD.</exception>
    /// <exception cref="PartLimitException"><c>part-unreadable</c>: more than <see cref="ReadLimits.MaxPartElements"/>, or deeper than <see cref="ReadLimits.MaxDepth"/>.</exception>
    public static XElement Load(ArraySegment<byte> bytes, XmlNames names, ReadLimits limits, CancellationToken cancellation)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            NameTable = names.Table,
        };
        var stream = new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false);
        using XmlReader reader = PartEncoding.Declared(bytes) is { } legacy
            ? XmlReader.Create(new StreamReader(stream, legacy), settings)
            : XmlReader.Create(stream, settings);
        return new Builder(names, limits, cancellation).Build(reader);
    }

    /// <summary>Puts one branch in the place of every mc:AlternateContent.</summary>
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

    private sealed class Builder(XmlNames names, ReadLimits limits, CancellationToken cancellation)
    {
        private XElement? root;
        private XElement? open;
        private int elements;
        private bool hasAlternatives;

        public XElement Build(XmlReader reader)
        {
            while (reader.Read())
            {
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element:
                        Start(reader);
                        break;
                    case XmlNodeType.EndElement:
                        open = open?.Parent;
                        break;
                    case XmlNodeType.Whitespace when open?.Name.LocalName != "t":
                        break;
                    case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                        open?.Add(reader.Value);
                        break;
                }
            }
            if (hasAlternatives) ResolveAlternatives(root!);
            return root ?? throw new XmlException("The part has no element.");
        }

        private void Start(XmlReader reader)
        {
            if (reader.Depth > limits.MaxDepth) throw new PartLimitException("part-unreadable", $"Elements are nested deeper than {limits.MaxDepth} levels.");
            if (++elements > limits.MaxPartElements) throw new PartLimitException("part-unreadable", $"The part has more than {limits.MaxPartElements} elements.");
            if ((elements & 0xFFF) == 0) cancellation.ThrowIfCancellationRequested();
            bool isEmpty = reader.IsEmptyElement;
            XElement element = Element(reader);
            hasAlternatives |= element.Name == AlternateContent;
            if (open is null) root = element; else open.Add(element);
            if (!isEmpty) open = element;
        }

        private XElement Element(XmlReader reader)
        {
            var element = new XElement(names.Of(reader.LocalName, reader.NamespaceURI, reader.Prefix));
            while (reader.MoveToNextAttribute())
            {
                string ns = reader.NamespaceURI;
                if (ns.Length == 0) element.Add(new XAttribute(names.Of(reader.LocalName, ns, reader.Prefix), reader.Value));
                else if (ns != XNamespace.Xmlns.NamespaceName) element.SetAttributeValue(names.Of(reader.LocalName, ns, reader.Prefix), reader.Value);
            }
            return element;
        }
    }
}

using System.Xml;
using System.Xml.Linq;
using Extraction.Formats.OpenXml.Plain;
using Extraction.Reading;

namespace Extraction.Formats.OpenXml;

/// <summary>
/// Loads a part's XML as a tree that is safe to walk by recursion: no DTD, bounded depth, strict namespaces
/// mapped to the transitional ones, and of every mc:AlternateContent one branch only.
/// </summary>
internal static class PartXml
{
    // the schemas know elements of some dozens; time grows with the square
    private const int MostAttributes = 4_000;

    /// <exception cref="XmlException">Not well-formed, or with a DTD.</exception>
    /// <exception cref="PartLimitException"><c>part-unreadable</c>: more than <see cref="ReadLimits.MaxPartElements"/>, an element of endless attributes, or deeper than <see cref="ReadLimits.MaxDepth"/>.</exception>
    public static PartElement Load(ArraySegment<byte> bytes, XmlNames names, ReadLimits limits, CancellationToken cancellation)
    {
        var plain = new PlainXml(bytes, names.Plain, new PartTreeBuilder(limits, cancellation));
        if (plain.Read() is { } root) return root;
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
        return Read(reader, names, new PartTreeBuilder(limits, cancellation));
    }

    private static PartElement Read(XmlReader reader, XmlNames names, PartTreeBuilder tree)
    {
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    bool isEmpty = reader.IsEmptyElement;
                    tree.Start(names.Of(reader.LocalName, reader.NamespaceURI, reader.Prefix), Attributes(reader, names));
                    if (isEmpty) tree.End();
                    break;
                case XmlNodeType.EndElement:
                    tree.End();
                    break;
                case XmlNodeType.Whitespace when tree.Current?.Name.LocalName != "t":
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    tree.Text(reader.Value);
                    break;
            }
        }
        return tree.Root ?? throw new XmlException("The part has no element.");
    }

    private static PartAttribute[] Attributes(XmlReader reader, XmlNames names)
    {
        if (reader.AttributeCount > MostAttributes) throw new PartLimitException("part-unreadable", $"An element has more than {MostAttributes} attributes.");
        var attributes = new List<PartAttribute>(reader.AttributeCount);
        while (reader.MoveToNextAttribute())
        {
            string ns = reader.NamespaceURI;
            if (ns == XNamespace.Xmlns.NamespaceName) continue;
            var attribute = new PartAttribute(names.Of(reader.LocalName, ns, reader.Prefix), reader.Value);
            int same = attributes.FindIndex(other => other.Name == attribute.Name);
            if (same < 0) attributes.Add(attribute); else attributes[same] = attribute;
        }
        return [.. attributes];
    }
}

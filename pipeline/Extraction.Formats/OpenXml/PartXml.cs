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

    /// <exception cref="XmlException">Not well-formed, with a DTD, with more than <see cref="ReadLimits.MaxPartBytes"/> or
    /// <see cref="ReadLimits.MaxPartElements"/>, or deeper than
    /// <see cref="ReadLimits.MaxDepth"/>.</exception>
    public static XElement Load(Stream stream, ReadLimits limits, CancellationToken cancellation)
    {
        using MemoryStream buffer = Buffered(stream, limits.MaxPartBytes);
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };
        Encoding? declared = LegacyEncoding(buffer);
        using XmlReader reader = declared is null
            ? XmlReader.Create(buffer, settings)
            : XmlReader.Create(new StreamReader(buffer, declared), settings);
        XElement root = Build(reader, limits, cancellation);
        ResolveAlternatives(root);
        return root;
    }

    private static MemoryStream Buffered(Stream stream, long most)
    {
        var buffer = new MemoryStream();
        byte[] piece = new byte[1 << 16];
        for (int read; (read = stream.Read(piece)) > 0;)
        {
            if (buffer.Length + read > most) throw new XmlException($"The part unpacks to more than {most} bytes.");
            buffer.Write(piece, 0, read);
        }
        buffer.Position = 0;
        return buffer;
    }

    // The platform knows the Unicode encodings only; Chinese tools have also written GBK and GB18030 parts.
    private static Encoding? LegacyEncoding(MemoryStream buffer)
    {
        Span<byte> head = stackalloc byte[128];
        int length = buffer.Read(head);
        buffer.Position = 0;
        string text = Encoding.Latin1.GetString(head[..length]);
        int at = text.IndexOf("encoding=", StringComparison.Ordinal);
        if (!text.StartsWith("<?xml", StringComparison.Ordinal) || at < 0 || at + 10 >= text.Length) return null;
        int end = text.IndexOf(text[at + 9], at + 10);
        return end < 0 ? null : CodePagesEncodingProvider.Instance.GetEncoding(text[(at + 10)..end]);
    }

    private static XElement Build(XmlReader reader, ReadLimits limits, CancellationToken cancellation)
    {
        XElement? root = null;
        XElement? open = null;
        int elements = 0;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    cancellation.ThrowIfCancellationRequested();
                    if (reader.Depth > limits.MaxDepth) throw new XmlException($"Elements are nested deeper than {limits.MaxDepth} levels.");
                    if (++elements > limits.MaxPartElements) throw new XmlException($"The part has more than {limits.MaxPartElements} elements.");
                    bool isEmpty = reader.IsEmptyElement;
                    XElement element = Element(reader);
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
        return root ?? throw new XmlException("The part has no element.");
    }

    private static XElement Element(XmlReader reader)
    {
        var element = new XElement(XName.Get(reader.LocalName, OoxmlNames.Transitional(reader.NamespaceURI)));
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix == "xmlns" || reader.Name == "xmlns") continue;
            element.SetAttributeValue(XName.Get(reader.LocalName, OoxmlNames.Transitional(reader.NamespaceURI)), reader.Value);
        }
        return element;
    }

    private static void ResolveAlternatives(XElement root)
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

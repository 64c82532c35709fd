using System.Xml.Linq;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Docx;

/// <summary>Small facts about WordprocessingML elements.</summary>
internal static class DocxMarks
{
    private static readonly XNamespace W = OoxmlNames.W;

    /// <summary>Whether an element holds no shown text: properties, deletions, field codes.</summary>
    public static bool IsHidden(XElement element) =>
        element.Name.Namespace == W
        && (element.Name.LocalName is "del" or "moveFrom" or "delText" or "instrText" or "delInstrText"
            || element.Name.LocalName.EndsWith("Pr", StringComparison.Ordinal));

    /// <summary>Whether an on/off property is there and not switched off.</summary>
    public static bool IsOn(XElement? property) =>
        property is not null && (string?)property.Attribute(W + "val") is not ("0" or "false" or "off");

    /// <summary>Whether a section ends with a page break.</summary>
    public static bool BreaksPage(XElement? section) =>
        section is not null && (string?)section.Element(W + "type")?.Attribute(W + "val") is not ("continuous" or "nextColumn");

    /// <summary>The id of the drawing around an element, null where it has none.</summary>
    public static string? ShapeId(XElement element) =>
        (string?)element.Ancestors().FirstOrDefault(e => e.Name.LocalName is "inline" or "anchor")?
            .Elements().FirstOrDefault(e => e.Name.LocalName == "docPr")?.Attribute("id");
}

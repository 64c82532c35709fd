using System.Xml.Linq;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Pptx;

/// <summary>The part of a shape, picture, frame or group that is not drawn: id, name, alternative text, placeholder.</summary>
internal static class ShapeProperties
{
    private static readonly XNamespace P = OoxmlNames.P;

    /// <summary>The element that holds them (<c>p:nvSpPr</c>, <c>p:nvPicPr</c>, …), null where there is none.</summary>
    public static PartElement? Of(PartElement shape) =>
        shape.Elements().FirstOrDefault(e => e.Name.LocalName.StartsWith("nv", StringComparison.Ordinal) && e.Name.LocalName.EndsWith("Pr", StringComparison.Ordinal) && e.Name.LocalName != "nvPr");

    /// <summary>Id, name and alternative text (<c>p:cNvPr</c>), null where there are none.</summary>
    public static PartElement? Common(PartElement shape) => Of(shape)?.Element(P + "cNvPr");

    /// <summary>The shape's id in its part.</summary>
    public static string? Id(PartElement shape) => Common(shape)?.Attribute("id");

    /// <summary>Whether the presentation never shows it.</summary>
    public static bool IsHidden(PartElement shape) => Common(shape)?.Attribute("hidden") is "1" or "true";
}

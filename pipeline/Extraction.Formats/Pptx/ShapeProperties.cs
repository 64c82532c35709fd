using System.Xml.Linq;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Pptx;

/// <summary>The part of a shape, picture, frame or group that is not drawn: id, name, alternative text, placeholder.</summary>
internal static class ShapeProperties
{
    private static readonly XNamespace P = OoxmlNames.P;

    private static readonly XName CommonName = P + "cNvPr";

    /// <summary>The element that holds them (<c>p:nvSpPr</c>, <c>p:nvPicPr</c>, …), null where there is none.</summary>
    public static PartElement? Of(PartElement shape)
    {
        foreach (PartElement child in shape.Elements())
            if (IsHolder(child.Name.LocalName)) return child;
        return null;
    }

    private static bool IsHolder(string name) =>
        name.StartsWith("nv", StringComparison.Ordinal) && name.EndsWith("Pr", StringComparison.Ordinal) && name != "nvPr";

    /// <summary>Id, name and alternative text (<c>p:cNvPr</c>), null where there are none.</summary>
    public static PartElement? Common(PartElement shape) => Of(shape)?.Element(CommonName);

    /// <summary>The shape's id in its part.</summary>
    public static string? Id(PartElement shape) => Common(shape)?.Attribute("id");

    /// <summary>Whether the presentation never shows it.</summary>
    public static bool IsHidden(PartElement shape) => Common(shape)?.Attribute("hidden") is "1" or "true";
}

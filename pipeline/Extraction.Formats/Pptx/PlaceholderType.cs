using System.Xml.Linq;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Pptx;

/// <summary>What a placeholder (<c>p:ph</c>) is there for.</summary>
internal static class PlaceholderType
{
    public const string Title = "title";
    public const string CentredTitle = "ctrTitle";
    private static readonly XNamespace P = OoxmlNames.P;
    private static readonly XName Properties = P + "nvPr";
    private static readonly XName Placeholder = P + "ph";

    /// <summary>The <c>p:ph</c> of a shape, null for a free shape.</summary>
    public static PartElement? ElementOf(PartElement shape) => ShapeProperties.Of(shape)?.Element(Properties)?.Element(Placeholder);

    /// <summary>A placeholder's type; the format's default is a content placeholder, <c>obj</c>.</summary>
    public static string Of(PartElement placeholder) => placeholder.Attribute("type") ?? "obj";

    /// <summary>Header, footer, date and slide number.</summary>
    public static bool IsFurniture(string? type) => type is "sldNum" or "dt" or "ftr" or "hdr";

    /// <summary>Types that inherit from each other have one family.</summary>
    public static string FamilyOf(PartElement placeholder) => Of(placeholder) switch
    {
        CentredTitle => Title,
        string type when type == Title || IsFurniture(type) => type,
        _ => "body",
    };
}

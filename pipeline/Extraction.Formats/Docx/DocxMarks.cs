using System.Xml.Linq;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Docx;

/// <summary>Small facts about WordprocessingML elements.</summary>
internal static class DocxMarks
{
    private const int LargestNumber = 1_000_000_000;
    private static readonly XNamespace W = OoxmlNames.W;
    private static readonly XName Control = W + "sdt";
    private static readonly XName RunProperties = W + "rPr";
    private static readonly XName Deletion = W + "del";
    private static readonly XName MovedAway = W + "moveFrom";
    private static readonly XName Frame = W + "framePr";
    private static readonly XName Value = W + "val";
    private static readonly XName DropCap = W + "dropCap";
    private static readonly XName ControlProperties = W + "sdtPr";
    private static readonly XName ShowsPrompt = W + "showingPlcHdr";

    /// <summary>Whether an element holds no shown text: properties, deletions, field codes.</summary>
    public static bool IsHidden(PartElement element) =>
        element.Name.Namespace == W
        && (element.Name.LocalName is "del" or "moveFrom" or "delText" or "instrText" or "delInstrText"
            || element.Name.LocalName.EndsWith("Pr", StringComparison.Ordinal));

    /// <summary>Whether an on/off property is there and not switched off.</summary>
    public static bool IsOn(PartElement? property) =>
        property is not null && property.Attribute(Value) is not ("0" or "false" or "off");

    /// <summary>The whole number that a property holds, kept within what can still be counted from.</summary>
    public static int? Number(PartElement? property) =>
        DrawingText.Integer(property?.Attribute(Value)) is { } value ? (int)Math.Clamp(value, -LargestNumber, LargestNumber) : null;

    /// <summary>Whether the end of a paragraph is deleted or moved away, so that the next one goes on in its line; or it is a drop cap,
    /// the first letter of the next one.</summary>
    public static bool RunsIntoNext(PartElement? paragraphProperties)
    {
        PartElement? mark = paragraphProperties?.Element(RunProperties);
        return mark?.Element(Deletion) is not null || mark?.Element(MovedAway) is not null
            || paragraphProperties?.Element(Frame)?.Attribute(DropCap) is "drop" or "margin";
    }

    /// <summary>Whether a content control still shows its prompt.</summary>
    public static bool IsPromptControl(PartElement control) => IsOn(control.Element(ControlProperties)?.Element(ShowsPrompt));

    /// <summary>Whether an element stands in a content control that still shows its prompt (Click here to enter text).</summary>
    public static bool IsPrompt(PartElement element)
    {
        for (PartElement? at = element.Parent; at is not null; at = at.Parent)
            if (at.Name == Control && IsPromptControl(at)) return true;
        return false;
    }

    /// <summary>Whether an element stands in a table of contents that Word has built.</summary>
    public static bool IsInContents(PartElement element)
    {
        for (PartElement? at = element.Parent; at is not null; at = at.Parent)
        {
            PartElement? gallery = at.Name == Control ? at.Element(ControlProperties)?.Element(W + "docPartObj")?.Element(W + "docPartGallery") : null;
            if (gallery?.Attribute(Value) is "Table of Contents") return true;
        }
        return false;
    }

    /// <summary>The id of the drawing around an element, null where it has none.</summary>
    public static string? ShapeId(PartElement element) =>
        element.Ancestors().FirstOrDefault(e => e.Name.LocalName is "inline" or "anchor")?
            .Elements().FirstOrDefault(e => e.Name.LocalName == "docPr")?.Attribute("id");
}

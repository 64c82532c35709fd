using System.Globalization;
using System.Xml.Linq;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Docx;

/// <summary>What a paragraph's style says about it, with inheritance (basedOn) followed.</summary>
/// <param name="HeadingLevel">1 to 9, 0 for no heading.</param>
/// <param name="IsTitle">The document's title.</param>
/// <param name="IsContents">An entry of the table of contents, which repeats a heading.</param>
/// <param name="ListLevel">0 and up, null outside lists.</param>
/// <param name="FontSize">In points, null where unknown.</param>
internal sealed record ParagraphTraits(int HeadingLevel, bool IsTitle, bool IsContents, int? ListLevel, double? FontSize);

/// <summary>Knows the styles and lists of one document.</summary>
internal sealed class DocxStyles
{
    private const int MaxInheritance = 32;
    private static readonly XNamespace W = OoxmlNames.W;
    private readonly Dictionary<string, XElement> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> abstractOfNumber = new(StringComparer.Ordinal);
    private readonly HashSet<string> abstractsWithoutMark = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ParagraphTraits> byStyle = new(StringComparer.Ordinal);
    private readonly string? defaultStyle;

    public DocxStyles(XElement? styles, XElement? numbering)
    {
        foreach (XElement style in styles?.Elements(W + "style") ?? [])
        {
            if (Value(style, "styleId") is not { } id) continue;
            byId.TryAdd(id, style);
            if (Value(style, "type") is "paragraph" && Value(style, "default") is "1" or "true") defaultStyle ??= id;
        }
        foreach (XElement number in numbering?.Elements(W + "num") ?? [])
            if (Value(number, "numId") is { } id && Value(number.Element(W + "abstractNumId"), "val") is { } target) abstractOfNumber.TryAdd(id, target);
        foreach (XElement list in numbering?.Elements(W + "abstractNum") ?? [])
            if (Value(list, "abstractNumId") is { } id && list.Elements(W + "lvl").All(level => Value(level.Element(W + "numFmt"), "val") == "none")) abstractsWithoutMark.Add(id);
    }

    /// <summary>What the format says about a paragraph with these <c>w:pPr</c>.</summary>
    public ParagraphTraits Of(XElement? properties)
    {
        string style = Value(properties?.Element(W + "pStyle"), "val") ?? defaultStyle ?? "";
        if (properties?.Element(W + "numPr") is not null || properties?.Element(W + "outlineLvl") is not null) return Of(properties, style);
        // most paragraphs say nothing but their style
        if (!byStyle.TryGetValue(style, out ParagraphTraits? known)) byStyle[style] = known = Of(null, style);
        return known;
    }

    private ParagraphTraits Of(XElement? properties, string style)
    {
        XElement[] chain = [.. Chain(style)];
        string[] names = [.. chain.Select(style => Value(style.Element(W + "name"), "val") ?? "")];
        int? outline = Outline(properties) ?? chain.Select(style => Outline(style.Element(W + "pPr"))).FirstOrDefault(level => level is not null);
        int heading = outline is { } level and >= 0 and < 9 ? level + 1 : outline is null ? names.Select(HeadingByName).FirstOrDefault(n => n > 0) : 0;
        string name = names.FirstOrDefault() ?? "";
        return new ParagraphTraits(
            heading,
            IsNamed(name, "Title") || name == "标题",
            name.StartsWith("toc ", StringComparison.OrdinalIgnoreCase) && !name.EndsWith("heading", StringComparison.OrdinalIgnoreCase),
            ListLevel(properties, chain),
            chain.Select(style => HalfPoints(style.Element(W + "rPr"))).FirstOrDefault(size => size is not null));
    }

    private IEnumerable<XElement> Chain(string? id)
    {
        for (int depth = 0; depth < MaxInheritance && id is not null && byId.TryGetValue(id, out XElement? style); depth++)
        {
            yield return style;
            id = Value(style.Element(W + "basedOn"), "val");
        }
    }

    private int? ListLevel(XElement? properties, XElement[] chain)
    {
        XElement?[] numberings = [properties?.Element(W + "numPr"), .. chain.Select(style => style.Element(W + "pPr")?.Element(W + "numPr"))];
        string? list = numberings.Select(numbering => Value(numbering?.Element(W + "numId"), "val")).FirstOrDefault(id => id is not null);
        if (list is null or "0" || (abstractOfNumber.TryGetValue(list, out string? target) && abstractsWithoutMark.Contains(target))) return null;
        long? level = numberings.Select(numbering => DrawingText.Integer(numbering?.Element(W + "ilvl")?.Attribute(W + "val"))).FirstOrDefault(l => l is not null);
        return (int)Math.Clamp(level ?? 0, 0, 8);
    }

    // localized Word writes localized names: heading 1, Heading 1, 标题 1
    private static int HeadingByName(string name)
    {
        string? rest = name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) ? name[8..]
            : name.StartsWith("标题", StringComparison.Ordinal) ? name[2..].Trim() : null;
        return int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out int level) && level is >= 1 and <= 9 ? level : 0;
    }

    private static bool IsNamed(string name, string wanted) => name.Equals(wanted, StringComparison.OrdinalIgnoreCase);

    private static int? Outline(XElement? properties) => (int?)DrawingText.Integer(properties?.Element(W + "outlineLvl")?.Attribute(W + "val"));

    /// <summary>Letter size of run properties, in points.</summary>
    public static double? HalfPoints(XElement? runProperties) => DrawingText.Integer(runProperties?.Element(W + "sz")?.Attribute(W + "val")) / 2d;

    private static string? Value(XElement? element, string attribute) => (string?)element?.Attribute(W + attribute);
}

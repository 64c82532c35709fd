using System.Globalization;
using System.Xml.Linq;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Docx;

/// <summary>What a paragraph style says, with inheritance (basedOn) followed.</summary>
/// <param name="Id">Its id, null for no style.</param>
/// <param name="Outline">0 to 8 for a heading, 9 for body text, null where no style says it.</param>
/// <param name="IsTitle">The document's title.</param>
/// <param name="IsContents">An entry of the table of contents or the index, which repeats what stands elsewhere.</param>
/// <param name="IsVanished">Whether its letters are hidden.</param>
/// <param name="BreaksPage">Whether its paragraphs start a page.</param>
/// <param name="List">The list that its paragraphs are items of, null for none, "0" for expressly none.</param>
/// <param name="ListLevel">Their level there, from 0.</param>
/// <param name="FontSize">In points, null where unknown.</param>
internal sealed record StyleTraits(
    string? Id, int? Outline, bool IsTitle, bool IsContents, bool IsVanished, bool BreaksPage, string? List, int? ListLevel, double? FontSize);

/// <summary>Knows the styles of one document.</summary>
internal sealed class DocxStyles
{
    private const int MaxInheritance = 32;
    private const int FirstRowLook = 0x20;
    private static readonly XNamespace W = OoxmlNames.W;
    private static readonly XName Vanish = W + "vanish";
    private static readonly XName RunStyle = W + "rStyle";
    private static readonly XName ParagraphStyle = W + "pStyle";
    private static readonly XName Size = W + "sz";
    private static readonly XName OutlineLevel = W + "outlineLvl";
    private static readonly XName ValueName = W + "val";

    // Word itself always writes "heading 1"; other programs write the name that their users see
    private static readonly string[] HeadingNames =
        ["heading", "标题", "標題", "見出し", "제목", "überschrift", "titre", "título", "titolo", "заголовок", "kop", "rubrik", "nagłówek", "nadpis"];

    private static readonly string[] TitleNames = ["title", "标题", "標題", "表題", "제목", "titel", "titre", "título", "titolo", "название", "заглавие"];
    private readonly Dictionary<string, PartElement> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StyleTraits> traits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool?> vanished = new(StringComparer.Ordinal);
    private readonly string? defaultStyle;

    public DocxStyles(PartElement? styles)
    {
        foreach (PartElement style in styles?.Elements(W + "style") ?? [])
        {
            if (Attribute(style, "styleId") is not { } id) continue;
            byId.TryAdd(id, style);
            if (Attribute(style, "type") is "paragraph" && Attribute(style, "default") is "1" or "true" or "on") defaultStyle ??= id;
        }
    }

    /// <summary>The style of a paragraph with these <c>w:pPr</c>; the document's default style where they name none that exists.</summary>
    public StyleTraits Of(PartElement? properties)
    {
        string? id = Value(properties?.Element(ParagraphStyle));
        if (id is null || !byId.ContainsKey(id)) id = defaultStyle;
        string key = id ?? "";
        if (!traits.TryGetValue(key, out StyleTraits? found)) traits[key] = found = Read(id);
        return found;
    }

    /// <summary>Whether a run with these properties is hidden.</summary>
    public bool IsVanished(PartElement? runProperties, StyleTraits paragraph)
    {
        if (runProperties?.Element(Vanish) is { } own) return DocxMarks.IsOn(own);
        if (Value(runProperties?.Element(RunStyle)) is not { } style) return paragraph.IsVanished;
        if (!vanished.TryGetValue(style, out bool? hides)) vanished[style] = hides = Vanishes(Chain(style));
        return hides ?? paragraph.IsVanished;
    }

    /// <summary>Whether a table with these properties shows its first row as a header: its style has a look for it, and the table uses it.</summary>
    public bool HasHeaderLook(PartElement? tableProperties)
    {
        PartElement? look = tableProperties?.Element(W + "tblLook");
        bool isUsed = look?.Attribute(W + "firstRow") is { } named ? named is "1" or "true" or "on"
            : int.TryParse(look?.Attribute(W + "val"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int bits) && (bits & FirstRowLook) != 0;
        return isUsed && Chain(Value(tableProperties?.Element(W + "tblStyle"))).Elements(W + "tblStylePr").Any(part => Attribute(part, "type") == "firstRow");
    }

    /// <summary>1 to 9 for a heading, 0 otherwise.</summary>
    public static int HeadingLevel(PartElement? properties, StyleTraits style) =>
        (Outline(properties) ?? style.Outline) is >= 0 and < 9 and int outline ? outline + 1 : 0;

    /// <summary>Letter size of run properties, in points.</summary>
    public static double? HalfPoints(PartElement? runProperties) => DrawingText.Integer(runProperties?.Element(Size)?.Attribute(ValueName)) / 2d;

    private StyleTraits Read(string? id)
    {
        PartElement[] chain = [.. Chain(id)];
        PartElement?[] paragraphs = [.. chain.Select(style => style.Element(W + "pPr"))];
        string[] names = [.. chain.Select(style => Value(style.Element(W + "name")) ?? "")];
        string name = names.FirstOrDefault() ?? "";
        return new StyleTraits(
            id,
            paragraphs.Select(Outline).FirstOrDefault(level => level is not null) ?? names.Select(HeadingByName).FirstOrDefault(level => level is not null),
            TitleNames.Contains(name, StringComparer.OrdinalIgnoreCase),
            IsContentsName(name),
            Vanishes(chain) ?? false,
            DocxMarks.IsOn(paragraphs.Select(properties => properties?.Element(W + "pageBreakBefore")).FirstOrDefault(mark => mark is not null)),
            paragraphs.Select(properties => Value(properties?.Element(W + "numPr")?.Element(W + "numId"))).FirstOrDefault(list => list is not null),
            paragraphs.Select(properties => DocxMarks.Number(properties?.Element(W + "numPr")?.Element(W + "ilvl"))).FirstOrDefault(level => level is not null),
            chain.Select(style => HalfPoints(style.Element(W + "rPr"))).FirstOrDefault(size => size is not null));
    }

    private IEnumerable<PartElement> Chain(string? id)
    {
        for (int depth = 0; depth < MaxInheritance && id is not null && byId.TryGetValue(id, out PartElement? style); depth++)
        {
            yield return style;
            id = Value(style.Element(W + "basedOn"));
        }
    }

    private static bool? Vanishes(IEnumerable<PartElement> chain) =>
        chain.Select(style => style.Element(W + "rPr")?.Element(W + "vanish")).FirstOrDefault(mark => mark is not null) is { } mark ? DocxMarks.IsOn(mark) : null;

    private static int? HeadingByName(string name)
    {
        string? known = HeadingNames.FirstOrDefault(heading => name.StartsWith(heading, StringComparison.OrdinalIgnoreCase));
        bool isNumbered = int.TryParse(name.AsSpan(known?.Length ?? 0).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int level);
        return known is not null && isNumbered && level is >= 1 and <= 9 ? level - 1 : null;
    }

    private static bool IsContentsName(string name) =>
        !name.EndsWith("heading", StringComparison.OrdinalIgnoreCase)
        && (name.StartsWith("toc ", StringComparison.OrdinalIgnoreCase) || name.StartsWith("index ", StringComparison.OrdinalIgnoreCase)
            || name.Equals("table of figures", StringComparison.OrdinalIgnoreCase) || name.Equals("table of authorities", StringComparison.OrdinalIgnoreCase));

    private static int? Outline(PartElement? properties) => DocxMarks.Number(properties?.Element(OutlineLevel));

    private static string? Attribute(PartElement element, string name) => element.Attribute(W + name);

    private static string? Value(PartElement? element) => element?.Attribute(ValueName);
}

using System.Globalization;
using System.Xml.Linq;
using Extraction.Documents;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Docx;

/// <summary>Reads what stands in one paragraph: its characters as runs, and aside of them what floats (boxes, charts) and what it refers to (notes).</summary>
internal sealed class InlineReader(PageBook pages, Locator start)
{
    private static readonly XNamespace W = OoxmlNames.W;
    private readonly Dictionary<double, int> lettersBySize = [];

    /// <summary>Where the paragraph starts.</summary>
    public Locator Start => start;

    public List<SourceRun> Runs { get; } = [];

    public List<XElement> Floating { get; } = [];

    public List<(string Kind, string Id, int Page)> NoteReferences { get; } = [];

    public bool HasRuby { get; private set; }

    /// <summary>Size of most letters that declare one, in points.</summary>
    public double? FontSize => lettersBySize.Count == 0 ? null : lettersBySize.OrderByDescending(pair => pair.Value).ThenByDescending(pair => pair.Key).First().Key;

    public void Read(XElement parent)
    {
        foreach (XElement element in parent.Elements())
        {
            if (element.Name.Namespace == W) ReadWord(element);
            else if (element.Name == OoxmlNames.M + "t") Append(element.Value, null);
            else if (IsFloating(element)) Floating.Add(element);
            else Read(element);
        }
    }

    private static bool IsFloating(XElement element) =>
        element.Name == OoxmlNames.C + "chart" || element.Name == OoxmlNames.Cx + "chart"
        || element.Name == OoxmlNames.Dgm + "relIds" || element.Name == OoxmlNames.A + "txBody" || element.Name.LocalName == "txBody";

    private void ReadWord(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "t": Append(element.Value, element); break;
            case "tab" or "ptab": Append("\t", null); break;
            case "cr": Append("\n", null); break;
            case "br": Break((string?)element.Attribute(W + "type")); break;
            case "lastRenderedPageBreak": pages.RenderedBreak(); break;
            case "noBreakHyphen": Append("\u2011", null); break;
            case "sym": Symbol((string?)element.Attribute(W + "char")); break;
            case "txbxContent": Floating.Add(element); break;
            case "footnoteReference" or "endnoteReference" or "commentReference": Refer(element); break;
            case "rt": HasRuby = true; break;
            default: if (!DocxMarks.IsHidden(element)) Read(element); break;
        }
    }

    private void Break(string? type)
    {
        if (type is "page") pages.ManualBreak();
        else Append("\n", null);
    }

    private void Symbol(string? code)
    {
        if (ushort.TryParse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort value) && value is not 0 && !char.IsSurrogate((char)value))
            Append(((char)value).ToString(), null);
    }

    private void Refer(XElement element)
    {
        if ((string?)element.Attribute(W + "id") is { } id) NoteReferences.Add((element.Name.LocalName, id, pages.Current));
    }

    private void Append(string text, XElement? source)
    {
        if (text.Length == 0) return;
        Runs.Add(new SourceRun(text, start with { Page = pages.Current }));
        if (DocxStyles.HalfPoints(source?.Parent?.Element(W + "rPr")) is { } size)
            lettersBySize[size] = lettersBySize.GetValueOrDefault(size) + text.Length;
    }
}

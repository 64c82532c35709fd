using System.Globalization;
using System.Text;
using static Extraction.SampleBuilder.Namespaces;

namespace Extraction.SampleBuilder;

/// <summary>One slide of a <see cref="Deck"/>. Places are in points on a slide of 960 by 540.</summary>
public sealed class DeckSlide
{
    private readonly StringBuilder shapes = new();
    private int lastId = 1;

    /// <summary>What the speaker says, null for no notes.</summary>
    public string? Notes { get; private set; }

    internal string? ChartXml { get; private set; }

    internal string Xml =>
        $"<p:sld {Slide}><p:cSld><p:spTree>{Deck.EmptyTree}{shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>";

    /// <summary>Adds the title of the slide.</summary>
    public DeckSlide Title(string text) => Shape("<p:ph type=\"title\"/>", new(40, 20, 880, 60), [text]);

    /// <summary>Adds the body; lines that begin with a tab stand one level deeper.</summary>
    public DeckSlide Body(params string[] lines) => Shape("<p:ph type=\"body\" idx=\"1\"/>", new(40, 95, 880, 400), lines);

    /// <summary>Adds a free text box.</summary>
    public DeckSlide Text(DeckBox box, params string[] lines) => Shape("", box, lines);

    /// <summary>Adds the number of the slide as a field.</summary>
    public DeckSlide Number(int number)
    {
        string field = $"<a:p><a:fld id=\"{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}\" type=\"slidenum\"><a:rPr lang=\"zh-CN\"/><a:t>{number}</a:t></a:fld></a:p>";
        Add("<p:ph type=\"sldNum\" sz=\"quarter\" idx=\"12\"/>", new(860, 505, 60, 25), field);
        return this;
    }

    /// <summary>Adds the notes.</summary>
    public DeckSlide Say(string text)
    {
        Notes = text;
        return this;
    }

    /// <summary>Adds text boxes that were grouped and shrunk: the group's own coordinates are twice those of the slide.</summary>
    public DeckSlide Group(DeckBox place, params (DeckBox Box, string[] Lines)[] members)
    {
        string before = shapes.ToString();
        shapes.Clear();
        foreach ((DeckBox box, string[] lines) in members) Shape("", box, lines);
        string inner = shapes.ToString();
        var child = new DeckBox(0, 0, place.Width * 2, place.Height * 2);
        string transform = $"<a:xfrm>{Place(place)}{Place(child).Replace("a:off", "a:chOff", StringComparison.Ordinal).Replace("a:ext", "a:chExt", StringComparison.Ordinal)}</a:xfrm>";
        shapes.Clear().Append(before).Append(CultureInfo.InvariantCulture,
            $"<p:grpSp><p:nvGrpSpPr><p:cNvPr id=\"{++lastId}\" name=\"Group {lastId}\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>{transform}</p:grpSpPr>{inner}</p:grpSp>");
        return this;
    }

    /// <summary>Adds a table with equally wide columns.</summary>
    public DeckSlide Table(DeckBox box, params string[][] rows)
    {
        int columns = rows[0].Length;
        string grid = string.Concat(Enumerable.Repeat($"<a:gridCol w=\"{Emu(box.Width / columns)}\"/>", columns));
        string body = string.Concat(rows.Select(row => $"<a:tr h=\"{Emu(box.Height / rows.Length)}\">{string.Concat(row.Select(Cell))}</a:tr>"));
        return Frame(box, "http://schemas.openxmlformats.org/drawingml/2006/table", $"<a:tbl><a:tblPr firstRow=\"1\"/><a:tblGrid>{grid}</a:tblGrid>{body}</a:tbl>");
    }

    /// <summary>Adds a pie chart; one for each slide at most.</summary>
    public DeckSlide Pie(DeckBox box, DeckChart chart)
    {
        ChartXml = chart.Xml();
        return Frame(box, "http://schemas.openxmlformats.org/drawingml/2006/chart",
            "<c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" r:id=\"rId2\"/>");
    }

    internal static string Paragraphs(IEnumerable<string> lines) => string.Concat(lines.Select(line =>
        $"<a:p>{(line.StartsWith('\t') ? "<a:pPr lvl=\"1\"/>" : "")}<a:r><a:rPr lang=\"zh-CN\"/><a:t>{Escape(line.TrimStart('\t'))}</a:t></a:r></a:p>"));

    private static string Cell(string text) => $"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{Paragraphs([text])}</a:txBody><a:tcPr/></a:tc>";

    private DeckSlide Frame(DeckBox box, string uri, string content)
    {
        shapes.Append(CultureInfo.InvariantCulture,
            $"<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"{++lastId}\" name=\"Frame {lastId}\"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>"
            + $"<p:xfrm>{Place(box)}</p:xfrm><a:graphic><a:graphicData uri=\"{uri}\">{content}</a:graphicData></a:graphic></p:graphicFrame>");
        return this;
    }

    private DeckSlide Shape(string placeholder, DeckBox box, string[] lines)
    {
        Add(placeholder, box, Paragraphs(lines));
        return this;
    }

    private void Add(string placeholder, DeckBox box, string paragraphs) => shapes.Append(CultureInfo.InvariantCulture,
        $"<p:sp><p:nvSpPr><p:cNvPr id=\"{++lastId}\" name=\"Text {lastId}\"/><p:cNvSpPr/><p:nvPr>{placeholder}</p:nvPr></p:nvSpPr>"
        + $"<p:spPr><a:xfrm>{Place(box)}</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr>"
        + $"<p:txBody><a:bodyPr wrap=\"square\"/><a:lstStyle/>{paragraphs}</p:txBody></p:sp>");

    private static string Place(DeckBox box) =>
        $"<a:off x=\"{Emu(box.Left)}\" y=\"{Emu(box.Top)}\"/><a:ext cx=\"{Emu(box.Width)}\" cy=\"{Emu(box.Height)}\"/>";

    private static int Emu(int points) => points * 12700;
}

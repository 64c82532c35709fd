using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.Pptx;
using Extraction.Formats.Tests.Pptx;
using static Extraction.Formats.Tests.Pptx.PptxFile;

namespace Extraction.Formats.Tests.OpenXml;

public class ChartReaderTests
{
    private const string ChartName = "ppt/charts/chart1.xml";

    [Fact]
    public void Titles_of_axes_say_what_categories_and_values_are()
    {
        SourceChart chart = Assert.IsType<SourceChart>(Assert.Single(Read(
            Bars(Series("收入", ["一季度"], ["12.5"])) + CategoryAxis(Title("季度")) + ValueAxis(1, Title("亿元")))));

        Assert.Equal(("季度", "亿元"), (chart.CategoryTitle, chart.ValueTitle));
    }

    [Fact]
    public void Display_units_scale_the_values_as_the_chart_shows_them()
    {
        string units = "<c:dispUnits><c:builtInUnit val=\"hundredMillions\"/><c:dispUnitsLbl/></c:dispUnits>";
        SourceChart chart = Assert.IsType<SourceChart>(Assert.Single(Read(
            Bars(Series("收入", ["2023"], ["350000000"])) + CategoryAxis("") + ValueAxis(1, Title("收入") + units), lang: "zh-CN")));

        Assert.Equal(("收入 亿", "3.5"), (chart.ValueTitle, chart.Series[0].Values[0]));
    }

    [Fact]
    public void An_axis_formats_values_that_have_no_format_of_their_own()
    {
        SourceChart chart = Assert.IsType<SourceChart>(Assert.Single(Read(
            Bars(Series("占比", ["教育"], ["0.35"])) + CategoryAxis("") + ValueAxis(1, "<c:numFmt formatCode=\"0%\" sourceLinked=\"0\"/>"))));

        Assert.Equal("35%", chart.Series[0].Values[0]);
    }

    [Fact]
    public void Series_along_another_axis_are_a_chart_of_their_own()
    {
        SourceElement[] charts = Read(
            Bars(Series("收入", ["2023"], ["12"])) + Lines(Series("增速", ["2023"], ["0.2"])) + CategoryAxis("") + ValueAxis(1, Title("亿元")) + ValueAxis(2, Title("%")));

        Assert.Equal(["亿元:收入", "%:增速"], charts.Cast<SourceChart>().Select(chart => $"{chart.ValueTitle}:{chart.Series[0].Name}"));
    }

    [Fact]
    public void Categories_of_several_levels_are_spelled_out()
    {
        string level = "<c:multiLvlStrRef><c:multiLvlStrCache>"
            + $"<c:lvl>{Points(["上半年", "下半年", "上半年"])}</c:lvl><c:lvl><c:pt idx=\"0\"><c:v>2022</c:v></c:pt><c:pt idx=\"2\"><c:v>2023</c:v></c:pt></c:lvl>"
            + "</c:multiLvlStrCache></c:multiLvlStrRef>";
        SourceChart chart = Assert.IsType<SourceChart>(Assert.Single(Read(Bars($"<c:ser><c:cat>{level}</c:cat>{Values(["1", "2", "3"])}</c:ser>"))));

        Assert.Equal(["2022 上半年", "2022 下半年", "2023 上半年"], chart.Categories.ToArray());
    }

    [Fact]
    public void Values_that_are_not_cached_come_from_the_embedded_workbook()
    {
        string series = "<c:ser><c:tx><c:strRef><c:f>Sheet1!$B$1</c:f></c:strRef></c:tx><c:cat><c:strRef><c:f>Sheet1!$A$2:$A$3</c:f></c:strRef></c:cat>"
            + "<c:val><c:numRef><c:f>Sheet1!$B$2:$B$3</c:f></c:numRef></c:val></c:ser>";
        byte[] workbook = DeckPackage.Workbook("0.0%", [null, "占比"], ["教育", 0.357], ["医疗", 0.2]);
        DeckPackage deck = Deck(Bars(series), "<c:externalData r:id=\"rIdW\"/>").Relate(ChartName, "rIdW", "package", "../embeddings/book.xlsx");
        (SourceDocument document, DiagnosticBag diagnostics) = new PptxReader().Read(deck.Part("ppt/embeddings/book.xlsx", workbook).Build());

        var chart = Assert.IsType<SourceChart>(Assert.Single(document.Pages[0].Elements));
        Assert.Equal(["教育", "医疗"], chart.Categories.ToArray());
        Assert.Equal(("占比", "35.7%", "20.0%"), (chart.Series[0].Name, chart.Series[0].Values[0], chart.Series[0].Values[1]));
        Assert.Empty(diagnostics.Items);
    }

    [Fact]
    public void A_workbook_that_is_needed_and_broken_is_reported_once_and_the_rest_of_the_chart_is_read()
    {
        string series = "<c:ser><c:tx><c:v>占比</c:v></c:tx><c:cat><c:strRef><c:f>Sheet1!$A$2</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>Sheet1!$B$2</c:f></c:numRef></c:val></c:ser>";
        DeckPackage deck = Deck(Bars(series), "<c:externalData r:id=\"rIdW\"/>").Relate(ChartName, "rIdW", "package", "../embeddings/book.xlsx");
        (SourceDocument document, DiagnosticBag diagnostics) = new PptxReader().Read(deck.Part("ppt/embeddings/book.xlsx", "no workbook").Build());

        Assert.Equal(["占比"], Assert.Single(document.Pages[0].Elements).Lines());
        Diagnostic said = Assert.Single(diagnostics.Items);
        Assert.Equal(("pptx-chart-workbook-unreadable", true, "ppt/embeddings/book.xlsx"), (said.Code, said.IsError, said.Locator?.Part));
    }

    [Fact]
    public void Labels_typed_by_hand_trend_lines_and_drawn_shapes_are_texts_of_the_chart_and_unfilled_labels_are_furniture()
    {
        string labels = $"<c:dLbls><c:dLbl><c:tx><c:rich>{Line("手写标签")}</c:rich></c:tx></c:dLbl>"
            + "<c:dLbl><c:tx><c:rich><a:p><a:fld type=\"VALUE\"><a:t>[值]</a:t></a:fld></a:p></c:rich></c:tx></c:dLbl></c:dLbls><c:trendline><c:name>线性趋势</c:name></c:trendline>";
        string series = Series("占比", ["教育"], ["1"]).Replace("<c:cat>", labels + "<c:cat>", StringComparison.Ordinal);
        DeckPackage deck = Deck(Bars(series), "<c:userShapes r:id=\"rIdU\"/>").Relate(ChartName, "rIdU", "chartUserShapes", "../drawings/drawing1.xml");
        deck.Part("ppt/drawings/drawing1.xml", $"<c:userShapes {Namespaces}><c:sp><c:txBody>{Line("画上的字")}</c:txBody></c:sp></c:userShapes>");
        SourceElement[] elements = [.. new PptxReader().Read(deck.Build()).Document.Pages[0].Elements.Skip(1)];

        Assert.Equal(["手写标签,线性趋势", "[值]", "画上的字"], elements.Select(element => string.Join(',', element.Lines())));
        Assert.Equal([SourceLayer.Content, SourceLayer.Furniture, SourceLayer.Content], elements.Select(element => element.Layer));
        Assert.Equal("ppt/drawings/drawing1.xml", elements[2].Locator.Part);
    }

    [Fact]
    public void Newer_charts_keep_gaps_titles_and_all_data()
    {
        const string cx = "xmlns:cx=\"http://schemas.microsoft.com/office/drawing/2014/chartex\"";
        string xml = $"<cx:chartSpace {cx} {Namespaces}><cx:chartData><cx:data id=\"0\"><cx:strDim type=\"cat\"><cx:lvl><cx:pt idx=\"0\">访问</cx:pt><cx:pt idx=\"2\">成交</cx:pt></cx:lvl></cx:strDim>"
            + "<cx:numDim type=\"val\"><cx:lvl formatCode=\"#,##0\"><cx:pt idx=\"0\">12000</cx:pt><cx:pt idx=\"2\">300</cx:pt></cx:lvl></cx:numDim></cx:data></cx:chartData>"
            + $"<cx:chart><cx:title><cx:tx><cx:txData><cx:v>漏斗</cx:v></cx:txData></cx:tx></cx:title><cx:plotArea><cx:plotAreaRegion><cx:series><cx:tx><cx:txData><cx:v>人数</cx:v></cx:txData></cx:tx><cx:dataId val=\"0\"/></cx:series></cx:plotAreaRegion>"
            + $"<cx:axis><cx:valScaling/><cx:title><cx:tx><cx:rich>{Line("人次")}</cx:rich></cx:tx></cx:title></cx:axis></cx:plotArea></cx:chart></cx:chartSpace>";
        string frame = Frame(4, $"<cx:chart {cx} r:id=\"rIdC\"/>");
        (SourceDocument document, _) = new PptxReader().Read(new DeckPackage().Slide(frame).Beside(1, "rIdC", "chartEx", "ppt/charts/chartEx1.xml", xml).Build());

        var chart = Assert.IsType<SourceChart>(Assert.Single(document.Pages[0].Elements));
        Assert.Equal(("漏斗", "人次", "人数"), (chart.Title, chart.ValueTitle, chart.Series[0].Name));
        Assert.Equal(["访问", "", "成交"], chart.Categories.ToArray());
        Assert.Equal(new string?[] { "12,000", null, "300" }, chart.Series[0].Values.ToArray());
    }

    private static SourceElement[] Read(string plotArea, string lang = "en-US") => [.. new PptxReader().Read(Deck(plotArea, "", lang).Build()).Document.Pages[0].Elements];

    private static DeckPackage Deck(string plotArea, string more, string lang = "en-US") => new DeckPackage().Slide(Frame(4, "<c:chart r:id=\"rIdC\"/>"))
        .Beside(1, "rIdC", "chart", ChartName, Chart($"<c:lang val=\"{lang}\"/><c:chart><c:plotArea>{plotArea}</c:plotArea></c:chart>{more}"));

    private static string Bars(string series) => $"<c:barChart>{series}<c:axId val=\"0\"/><c:axId val=\"1\"/></c:barChart>";

    private static string Lines(string series) => $"<c:lineChart>{series}<c:axId val=\"0\"/><c:axId val=\"2\"/></c:lineChart>";

    private static string CategoryAxis(string content) => $"<c:catAx><c:axId val=\"0\"/>{content}</c:catAx>";

    private static string ValueAxis(int id, string content) => $"<c:valAx><c:axId val=\"{id}\"/>{content}</c:valAx>";

    private static string Title(string text) => $"<c:title><c:tx><c:rich>{Line(text)}</c:rich></c:tx></c:title>";

    private static string Series(string name, string[] categories, string[] values) =>
        $"<c:ser><c:tx><c:v>{name}</c:v></c:tx><c:cat><c:strRef><c:strCache>{Points(categories)}</c:strCache></c:strRef></c:cat>{Values(values)}</c:ser>";

    private static string Values(string[] values) => $"<c:val><c:numRef><c:numCache><c:formatCode>General</c:formatCode>{Points(values)}</c:numCache></c:numRef></c:val>";

    private static string Points(string[] texts) => string.Concat(texts.Select((text, i) => $"<c:pt idx=\"{i}\"><c:v>{text}</c:v></c:pt>"));
}

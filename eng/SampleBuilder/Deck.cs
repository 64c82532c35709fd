namespace Extraction.SampleBuilder;

/// <summary>Writes presentations (PPTX), the same bytes for the same calls.</summary>
public sealed class Deck
{
    internal const string EmptyTree =
        "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/>"
        + "<a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>";

    private const string Types = "application/vnd.openxmlformats-officedocument.presentationml.";
    private const string ColorMap =
        "bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\""
        + " accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"";

    private readonly List<DeckSlide> slides = [];

    /// <summary>Adds a slide.</summary>
    public DeckSlide Slide()
    {
        var slide = new DeckSlide();
        slides.Add(slide);
        return slide;
    }

    /// <summary>The file.</summary>
    public byte[] Build()
    {
        var file = new ZipFileBuilder();
        file.Relationships("", ("rId1", "officeDocument", "ppt/presentation.xml"));
        WritePresentation(file);
        WriteMasters(file);
        for (int i = 0; i < slides.Count; i++) WriteSlide(file, slides[i], i + 1);
        return file.Build();
    }

    private void WritePresentation(ZipFileBuilder file)
    {
        string list = string.Concat(slides.Select((_, i) => $"<p:sldId id=\"{256 + i}\" r:id=\"rId{i + 10}\"/>"));
        file.Part("ppt/presentation.xml", Types + "presentation.main+xml",
            $"<p:presentation {Namespaces.Slide}><p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/></p:sldMasterIdLst>"
            + $"<p:notesMasterIdLst><p:notesMasterId r:id=\"rId2\"/></p:notesMasterIdLst><p:sldIdLst>{list}</p:sldIdLst>"
            + "<p:sldSz cx=\"12192000\" cy=\"6858000\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/></p:presentation>");
        file.Relationships("ppt/presentation.xml",
        [
            ("rId1", "slideMaster", "slideMasters/slideMaster1.xml"), ("rId2", "notesMaster", "notesMasters/notesMaster1.xml"), ("rId3", "theme", "theme/theme1.xml"),
            .. slides.Select((_, i) => ($"rId{i + 10}", "slide", $"slides/slide{i + 1}.xml")),
        ]);
    }

    private static void WriteMasters(ZipFileBuilder file)
    {
        string tree = $"<p:cSld><p:spTree>{EmptyTree}</p:spTree></p:cSld>";
        file.Part("ppt/slideMasters/slideMaster1.xml", Types + "slideMaster+xml",
            $"<p:sldMaster {Namespaces.Slide}>{tree}<p:clrMap {ColorMap}/><p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" r:id=\"rId1\"/></p:sldLayoutIdLst></p:sldMaster>");
        file.Relationships("ppt/slideMasters/slideMaster1.xml", ("rId1", "slideLayout", "../slideLayouts/slideLayout1.xml"), ("rId2", "theme", "../theme/theme1.xml"));
        file.Part("ppt/slideLayouts/slideLayout1.xml", Types + "slideLayout+xml",
            $"<p:sldLayout {Namespaces.Slide} type=\"obj\">{tree}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>");
        file.Relationships("ppt/slideLayouts/slideLayout1.xml", ("rId1", "slideMaster", "../slideMasters/slideMaster1.xml"));
        file.Part("ppt/notesMasters/notesMaster1.xml", Types + "notesMaster+xml", $"<p:notesMaster {Namespaces.Slide}>{tree}<p:clrMap {ColorMap}/></p:notesMaster>");
        file.Relationships("ppt/notesMasters/notesMaster1.xml", ("rId1", "theme", "../theme/theme2.xml"));
        foreach (int number in new[] { 1, 2 })
            file.Part($"ppt/theme/theme{number}.xml", "application/vnd.openxmlformats-officedocument.theme+xml", DeckTheme.Xml);
    }

    private static void WriteSlide(ZipFileBuilder file, DeckSlide slide, int number)
    {
        string path = $"ppt/slides/slide{number}.xml";
        file.Part(path, Types + "slide+xml", slide.Xml);
        List<(string, string, string)> relationships = [("rId1", "slideLayout", "../slideLayouts/slideLayout1.xml")];
        if (slide.ChartXml is { } chart)
        {
            file.Part($"ppt/charts/chart{number}.xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml", chart);
            relationships.Add(("rId2", "chart", $"../charts/chart{number}.xml"));
        }
        if (slide.Notes is { } notes)
        {
            WriteNotes(file, notes, number);
            relationships.Add(("rId3", "notesSlide", $"../notesSlides/notesSlide{number}.xml"));
        }
        file.Relationships(path, [.. relationships]);
    }

    private static void WriteNotes(ZipFileBuilder file, string notes, int number)
    {
        string path = $"ppt/notesSlides/notesSlide{number}.xml";
        file.Part(path, Types + "notesSlide+xml",
            $"<p:notes {Namespaces.Slide}><p:cSld><p:spTree>{EmptyTree}<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Notes\"/><p:cNvSpPr/>"
            + $"<p:nvPr><p:ph type=\"body\" idx=\"1\"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{DeckSlide.Paragraphs([notes])}</p:txBody></p:sp>"
            + "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>");
        file.Relationships(path, ("rId1", "notesMaster", "../notesMasters/notesMaster1.xml"), ("rId2", "slide", $"../slides/slide{number}.xml"));
    }
}

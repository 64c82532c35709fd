using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.Pptx;
using Extraction.Formats.Tests.Pptx;
using static Extraction.Formats.Tests.Pptx.PptxFile;

namespace Extraction.Formats.Tests.OpenXml;

public class DiagramReaderTests
{
    [Fact]
    public void Assistants_stand_below_their_head_and_what_only_draws_a_point_is_not_read_again()
    {
        string model = $"<dgm:ptLst><dgm:pt modelId=\"0\" type=\"doc\"/>{Point("1", "总经理")}{Point("2", "助理", "asst")}{Point("3", "部门")}{Point("9", "总经理", "pres")}{Point("7", "汇报", "parTrans")}</dgm:ptLst>"
            + $"<dgm:cxnLst>{Link("0", "1", 0)}{Link("1", "2", 0)}<dgm:cxn srcId=\"1\" destId=\"3\" srcOrd=\"1\" parTransId=\"7\"/></dgm:cxnLst>";

        Assert.Equal([("总经理", 0), ("助理", 1), ("汇报", 1), ("部门", 1)], Read(model, null).Paragraphs.Select(line => (line.Text, line.Level)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("模型")]
    public void The_drawing_is_read_where_the_model_has_no_text_and_never_beside_it(string text)
    {
        string model = $"<dgm:ptLst><dgm:pt modelId=\"0\" type=\"doc\"/>{Point("1", text)}</dgm:ptLst><dgm:cxnLst>{Link("0", "1", 0)}</dgm:cxnLst>"
            + "<dgm:extLst><a:ext><x:dataModelExt xmlns:x=\"http://schemas.microsoft.com/office/drawing/2008/diagram\" relId=\"rIdV\"/></a:ext></dgm:extLst>";

        Assert.Equal(text.Length > 0 ? text : "画", Assert.Single(Read(model, $"<dgm:drawing {Namespaces}><dgm:txBody>{Line("画")}</dgm:txBody></dgm:drawing>").Paragraphs).Text);
    }

    [Fact]
    public void A_point_whose_text_has_lost_its_frame_is_read() =>
        Assert.Equal("模型", Assert.Single(Read($"<dgm:ptLst><dgm:pt modelId=\"1\">{Line("模型")}</dgm:pt></dgm:ptLst>", null).Paragraphs).Text);

    [Fact]
    public void A_diagram_that_its_slide_has_lost_is_read_behind_the_rest_and_said()
    {
        byte[] deck = new DeckPackage().Slide(Shape(2, null, Line("一"))).Beside(1, "rIdD", "diagramData", "ppt/diagrams/data1.xml", Diagram($"<dgm:ptLst>{Point("1", "图")}</dgm:ptLst>")).Build();
        (SourceDocument document, DiagnosticBag diagnostics) = new PptxReader().Read(deck);

        Assert.Equal(["一", "图"], document.Pages[0].Elements.SelectMany(element => element.Lines()));
        Assert.Equal(("pptx-place-lost", true), (Assert.Single(diagnostics.Items).Code, diagnostics.HasErrors));
    }

    private static SourceTextBox Read(string model, string? drawing)
    {
        DeckPackage deck = new DeckPackage().Slide(Frame(4, "<dgm:relIds r:dm=\"rIdD\"/>")).Beside(1, "rIdD", "diagramData", "ppt/diagrams/data1.xml", Diagram(model));
        if (drawing is not null) deck.Beside(1, "rIdV", "diagramDrawing", "ppt/diagrams/drawing1.xml", drawing);
        return Assert.IsType<SourceTextBox>(Assert.Single(new PptxReader().Read(deck.Build()).Document.Pages[0].Elements));
    }

    private static string Point(string id, string text, string type = "node") => $"<dgm:pt modelId=\"{id}\" type=\"{type}\"><dgm:t>{Line(text)}</dgm:t></dgm:pt>";

    private static string Link(string source, string target, int order) => $"<dgm:cxn srcId=\"{source}\" destId=\"{target}\" srcOrd=\"{order}\"/>";
}

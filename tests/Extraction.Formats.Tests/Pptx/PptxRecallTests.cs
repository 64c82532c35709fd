using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.Pptx;
using Extraction.Formats.Tests.OpenXml;
using static Extraction.Formats.Tests.Pptx.PptxFile;

namespace Extraction.Formats.Tests.Pptx;

/// <summary>Every text that is planted into a deck, in whatever part and form, occurs in what is read, once.</summary>
public class PptxRecallTests
{
    private const int Decks = 60;

    [Fact]
    public void Every_planted_text_is_read_once()
    {
        for (int seed = 1; seed <= Decks; seed++)
        {
            var planter = new Planter(seed);
            (SourceDocument document, DiagnosticBag diagnostics) = new PptxReader().Read(planter.Deck());
            string read = string.Join('\n', document.Pages.SelectMany(page => page.Elements).SelectMany(Texts));

            Assert.Empty(diagnostics.Items);
            Assert.All(planter.Planted, text => Assert.Equal((seed, text, 1), (seed, text, read.Split(text).Length - 1)));
        }
    }

    private static IEnumerable<string> Texts(SourceElement element) => element switch
    {
        SourceTextBox box => box.Paragraphs.Select(line => line.Text),
        SourceTable table => table.Cells.SelectMany(cell => cell.Paragraphs).Select(line => line.Text),
        SourceChart chart => [chart.Title ?? "", chart.CategoryTitle ?? "", chart.ValueTitle ?? "", .. chart.Categories, .. chart.Series.SelectMany(series => series.Values.Prepend(series.Name)).OfType<string>()],
        _ => throw new InvalidOperationException(element.GetType().Name),
    };

    private sealed class Planter(int seed)
    {
        private uint state = (uint)seed * 2654435761;

        public List<string> Planted { get; } = [];

        public byte[] Deck()
        {
            var deck = new DeckPackage();
            int slides = 1 + Next(3);
            for (int slide = 1; slide <= slides; slide++) AddSlide(deck, slide);
            return deck.Build();
        }

        private void AddSlide(DeckPackage deck, int slide)
        {
            deck.Slide(string.Concat(Enumerable.Range(2, 1 + Next(5)).Select(id => Element(id, 3))) + Frame(90, "<c:chart r:id=\"rIdC\"/>") + Frame(91, "<dgm:relIds r:dm=\"rIdD\"/>"));
            deck.Beside(slide, "rIdC", "chart", $"ppt/charts/chart{slide}.xml", Chart(
                $"<c:chart><c:title><c:tx><c:rich>{Paragraph()}</c:rich></c:tx></c:title><c:plotArea><c:barChart><c:ser><c:tx>{Cache()}</c:tx><c:cat>{Cache()}</c:cat></c:ser><c:axId val=\"1\"/></c:barChart>"
                + $"<c:valAx><c:axId val=\"1\"/><c:title><c:tx><c:rich>{Paragraph()}</c:rich></c:tx></c:title></c:valAx></c:plotArea></c:chart>"));
            deck.Beside(slide, "rIdD", "diagramData", $"ppt/diagrams/data{slide}.xml", Diagram(
                $"<dgm:ptLst><dgm:pt modelId=\"1\"><dgm:t>{Paragraph()}</dgm:t></dgm:pt><dgm:pt modelId=\"1\"><dgm:t>{Paragraph()}</dgm:t></dgm:pt></dgm:ptLst>"));
            deck.Beside(slide, "rIdN", "notesSlide", $"ppt/notesSlides/notesSlide{slide}.xml", Tree("notes", Element(2, 2)));
            deck.Beside(slide, "rIdK", "comments", $"ppt/comments/comment{slide}.xml", $"<p:cmLst {Namespaces}><p:cm authorId=\"0\"><p:text>{Plant()}</p:text></p:cm></p:cmLst>");
            deck.Beside(slide, "rIdL", "slideLayout", $"ppt/slideLayouts/slideLayout{slide}.xml", Tree("sldLayout", Element(2, 2).Replace("<p:ph type=\"ftr\"/>", "", StringComparison.Ordinal)));
        }

        private string Element(int id, int depth) => Next(depth > 0 ? 6 : 3) switch
        {
            0 => Shape(id, (Next(900) - 100, Next(700) - 100, Next(300), Next(200)), Paragraph() + Paragraph()),
            1 => Shape(id, null, Paragraph(), Next(2) == 0 ? "" : "<p:ph type=\"ftr\"/>"),
            2 => Frame(id, Table()),
            3 => $"<p:grpSp><p:nvGrpSpPr><p:cNvPr id=\"{id}\" name=\"g\"{(Next(4) == 0 ? " hidden=\"1\"" : "")}/></p:nvGrpSpPr><p:grpSpPr/>{Element(id + 10, depth - 1)}{Element(id + 20, depth - 1)}</p:grpSp>",
            4 => $"<mc:AlternateContent><mc:Choice Requires=\"x\">{Element(id, depth - 1)}</mc:Choice><mc:Fallback>{Shape(id, null, Line("旧"))}</mc:Fallback></mc:AlternateContent>",
            _ => $"<p:foreign><p:deeper>{Element(id, depth - 1)}</p:deeper></p:foreign>",
        };

        private string Table()
        {
            string Cell(string attributes = "") => $"<a:tc {attributes}><a:txBody>{Paragraph()}</a:txBody></a:tc>";
            return $"<a:tbl><a:tr>{Cell("gridSpan=\"2\"")}{Cell("hMerge=\"1\"")}{Cell()}</a:tr><a:tr>{Cell("rowSpan=\"2\"")}{Cell()}{Cell()}</a:tr><a:tr>{Cell("vMerge=\"1\"")}{Cell()}{Cell()}</a:tr></a:tbl>";
        }

        private string Paragraph() => Next(3) switch
        {
            0 => Line(Plant()),
            1 => $"<a:p><a:r><a:t>{Plant()}</a:t></a:r><a:br/><a:fld type=\"datetime1\"><a:t>{Plant()}</a:t></a:fld></a:p>",
            _ => Line(Plant(), "<a:pPr lvl=\"1\"><a:buAutoNum type=\"arabicPeriod\"/></a:pPr>"),
        };

        private string Cache() => $"<c:strRef><c:strCache><c:pt idx=\"{Next(3)}\"><c:v>{Plant()}</c:v></c:pt></c:strCache></c:strRef>";

        private string Plant()
        {
            Planted.Add($"文{Planted.Count:D4}完");
            return Planted[^1];
        }

        private int Next(int bound)
        {
            state = state * 1664525 + 1013904223;
            return (int)((state >> 8) % (uint)bound);
        }
    }
}

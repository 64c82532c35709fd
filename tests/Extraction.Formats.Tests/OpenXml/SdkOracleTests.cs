using DocumentFormat.OpenXml.Packaging;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.OpenXml;
using Extraction.Reading;
using static Extraction.Formats.Tests.Pptx.PptxFile;
using Drawing = DocumentFormat.OpenXml.Drawing;

namespace Extraction.Formats.Tests.OpenXml;

/// <summary>Our package reader beside the Open XML SDK: the same parts behind the same references, the same texts in them.</summary>
public class SdkOracleTests
{
    private static readonly byte[] Deck = Build(
        [Shape(2, null, Line("甲")) + Frame(3, "<c:chart r:id=\"rIdC\"/>"), Shape(2, null, Line("乙"))],
        (slide, number) =>
        {
            slide.AddNewPart<NotesSlidePart>("rIdN").Feed(Tree("notes", Shape(2, null, Line($"备注{number}"))));
            slide.AddNewPart<ChartPart>("rIdC").Feed(Chart($"<c:chart><c:title><c:tx><c:rich>{Line("标题")}</c:rich></c:tx></c:title></c:chart>"));
            slide.AddHyperlinkRelationship(new Uri("https://example.org/报告"), true, "rIdX");
        },
        [1, 0]);

    [Fact]
    public void Parts_and_references_are_those_that_the_SDK_sees()
    {
        OfficePackage ours = OfficePackage.Open(SourceFile.FromBytes("a", Deck), Session());
        using PresentationDocument theirs = PresentationDocument.Open(new MemoryStream(Deck), false);
        PresentationPart main = theirs.PresentationPart!;

        Assert.Equal(Edges(main, []).Order(StringComparer.Ordinal), Edges(ours.Main("ppt/presentation.xml")!, main, []).Order(StringComparer.Ordinal));
        Assert.Equal("https://example.org/报告", Uri.UnescapeDataString(ours.Find("ppt/slides/slide1.xml")!.ExternalTarget("rIdX")!));
    }

    [Fact]
    public void Texts_of_slides_notes_and_charts_are_those_that_the_SDK_sees()
    {
        PartSession session = Session();
        OfficePackage ours = OfficePackage.Open(SourceFile.FromBytes("a", Deck), session);
        using PresentationDocument theirs = PresentationDocument.Open(new MemoryStream(Deck), false);

        foreach (OpenXmlPart part in theirs.PresentationPart!.SlideParts.SelectMany(slide => new OpenXmlPart[] { slide, slide.NotesSlidePart!, slide.ChartParts.Single() }))
            Assert.Equal(
                string.Join('|', part.RootElement!.Descendants<Drawing.Text>().Select(text => text.Text)),
                string.Join('|', session.TryLoad(ours.Find(part.Uri.OriginalString.TrimStart('/'))!, new Locator())!.Descendants(OoxmlNames.A + "t").Select(text => text.Value)));
    }

    private static PartSession Session() => new("pptx", new ReadLimits(), new DiagnosticBag(), CancellationToken.None);

    private static List<string> Edges(OpenXmlPartContainer owner, List<string> edges)
    {
        foreach (IdPartPair pair in owner.Parts)
        {
            string edge = $"{Name(owner)} {pair.RelationshipId} {Name(pair.OpenXmlPart)}";
            if (edges.Contains(edge)) continue;
            edges.Add(edge);
            Edges(pair.OpenXmlPart, edges);
        }
        return edges;
    }

    private static List<string> Edges(PackageNode node, OpenXmlPartContainer owner, List<string> edges)
    {
        foreach (IdPartPair pair in owner.Parts)
        {
            PackageNode target = node.ById(pair.RelationshipId)!;
            string edge = $"{node.Name} {pair.RelationshipId} {target.Name}";
            if (edges.Contains(edge)) continue;
            edges.Add(edge);
            Edges(target, pair.OpenXmlPart, edges);
        }
        return edges;
    }

    private static string Name(OpenXmlPartContainer part) => part is OpenXmlPart one ? one.Uri.OriginalString.TrimStart('/') : "";
}

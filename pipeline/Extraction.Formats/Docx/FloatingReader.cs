using System.Collections.Immutable;
using System.Xml.Linq;
using Extraction.Documents;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Docx;

/// <summary>Reads what is anchored in paragraphs: text boxes, charts and diagrams as elements of their own, hidden text as furniture; notes and comments are put in the queue.</summary>
internal sealed class FloatingReader(DocxContext context, StoryPart part, PageBook pages, SourceLayer layer)
{
    private static readonly XNamespace W = OoxmlNames.W;

    /// <summary>Reads all and leaves <paramref name="anchored"/> empty.</summary>
    public void Read(Anchored anchored)
    {
        foreach (PartElement element in anchored.Floating) Read(element);
        foreach ((PartElement reference, int page) in anchored.References) context.Refer(reference, page);
        foreach (SourceParagraph paragraph in anchored.Unseen) pages.Add(new SourceTextBox(paragraph.Runs[0].Locator, SourceLayer.Furniture, false, [paragraph]));
        anchored.Clear();
    }

    private void Read(PartElement element)
    {
        var here = new Locator { Page = pages.Current, Part = part.Node.Name, Shape = DocxMarks.ShapeId(element) };
        if (element.Name == W + "txbxContent") BodyReader.OfBox(context, part, pages.Fixed(pages.Current), layer).Read(element);
        else if (element.Name.LocalName == "chart") ReadChart(element.Attribute(OoxmlNames.R + "id"), here);
        else if (element.Name == OoxmlNames.Dgm + "relIds") ReadDiagram(element.Attribute(OoxmlNames.R + "dm"), here);
        else if (element.Name.LocalName == "textpath") Add([Drawn(element, here)], here);
        else Add(DrawingText.Paragraphs(element, here, TextStyles.None), here);
    }

    private void ReadChart(string? relationship, Locator here)
    {
        if (!context.IsNew(Target(relationship))) return;
        foreach (SourceElement chart in new ChartReader(context.Session).Read(part.Node, relationship, here, layer)) pages.Add(chart);
    }

    private void ReadDiagram(string? relationship, Locator here)
    {
        if (context.IsNew(Target(relationship)) && new DiagramReader(context.Session).Read(part.Node, relationship, here, layer) is { } diagram) pages.Add(diagram);
    }

    private PackageNode? Target(string? relationship) => relationship is null ? null : part.Node.ById(relationship);

    private void Add(ImmutableArray<SourceParagraph> paragraphs, Locator here)
    {
        if (paragraphs.Any(paragraph => !string.IsNullOrWhiteSpace(paragraph.Text))) pages.Add(new SourceTextBox(here, layer, false, paragraphs));
    }

    // words drawn along a path (WordArt of older versions, watermarks) are an attribute of their shape
    private static SourceParagraph Drawn(PartElement path, Locator here) => new([new SourceRun(path.Attribute("string") ?? "", here)]);
}

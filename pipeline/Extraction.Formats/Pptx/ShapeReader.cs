using System.Collections.Immutable;
using System.Xml.Linq;
using Extraction.Documents;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Pptx;

/// <summary>Reads the shapes of a slide, layout, master or notes page in the file's order: texts, tables, charts, SmartArt, alternative texts.</summary>
internal sealed class ShapeReader(PartSession session, ChartReader charts, PackageNode part, Placeholders placeholders, ShapeScope scope)
{
    private static readonly XNamespace A = OoxmlNames.A;
    private static readonly XNamespace P = OoxmlNames.P;
    // a group as well by its form, though its box says nothing
    private static readonly XName Tree = P + "spTree";
    private static readonly XName Group = P + "grpSp";
    private static readonly XName Shape = P + "sp";
    private static readonly XName TextBody = P + "txBody";
    private static readonly XName Properties = P + "spPr";
    private static readonly XName GroupProperties = P + "grpSpPr";
    private static readonly XName Placed = A + "xfrm";
    private static readonly XName FramePlaced = P + "xfrm";
    private static readonly XName Paragraph = A + "p";
    private static readonly XName Text = A + "t";
    private static readonly XName Table = A + "tbl";
    private static readonly XName Chart = OoxmlNames.C + "chart";
    private static readonly XName NewerChart = OoxmlNames.Cx + "chart";
    private static readonly XName Diagram = OoxmlNames.Dgm + "relIds";
    private readonly ImmutableArray<SourceElement>.Builder elements = ImmutableArray.CreateBuilder<SourceElement>();
    private readonly DiagramReader diagrams = new(session);

    /// <summary>All elements below a part's root.</summary>
    public ImmutableArray<SourceElement> Read(PartElement root)
    {
        var place = new Locator { Page = scope.Page.Number, Part = part.Name };
        Walk(root, ShapeTransform.Slide, place, scope.Layer);
        return elements.ToImmutable();
    }

    private void Walk(PartElement parent, ShapeTransform transform, Locator place, SourceLayer layer)
    {
        foreach (PartElement element in parent.Elements()) Visit(element, transform, place, layer);
    }

    private void Visit(PartElement element, ShapeTransform transform, Locator place, SourceLayer layer)
    {
        if (IsShape(element)) ReadShape(element, transform, place, layer);
        else if (IsText(element) || HoldsText(element)) ReadText(element, place, layer, TextStyles.None, false, null);
        else if (!TryReadGraphic(element, transform, place, layer)) Walk(element, transform, place, layer);
    }

    private static bool IsText(PartElement element) => element.Name == Paragraph || element.Name == Text;

    private static bool HoldsText(PartElement element)
    {
        foreach (PartElement child in element.Elements())
            if (IsText(child)) return true;
        return false;
    }

    private static bool IsShape(PartElement element) =>
        element.Name != Tree && (element.Name == Group || element.Name == Shape || ShapeProperties.Of(element) is not null);

    private void ReadShape(PartElement shape, ShapeTransform transform, Locator place, SourceLayer layer)
    {
        string? type = PlaceholderType.ElementOf(shape) is { } placeholder ? PlaceholderType.Of(placeholder) : null;
        if (type is not null && !scope.HasPlaceholders) return;
        bool isGroup = shape.Name == Group;
        PartElement? own = shape.Element(Properties)?.Element(Placed) ?? shape.Element(GroupProperties)?.Element(Placed) ?? shape.Element(FramePlaced);
        Box? box = !scope.HasBoxes ? null : transform.Apply(own) ?? ShapeTransform.Slide.Apply(placeholders.Transform(shape));
        Locator here = isGroup ? place : place with { Shape = ShapeProperties.Id(shape), Box = box };
        bool isUnseen = ShapeProperties.IsHidden(shape) || PlaceholderType.IsFurniture(type) || (!isGroup && scope.LayerOf(box) == SourceLayer.Furniture);
        if (isUnseen) layer = SourceLayer.Furniture;
        if (shape.Element(TextBody) is { } body)
        {
            bool isTitle = type is PlaceholderType.Title or PlaceholderType.CentredTitle;
            ReadText(body, here, layer, placeholders.Styles(shape), isTitle, DrawingText.Link(ShapeProperties.Common(shape), part));
            body.Remove();
        }
        Walk(shape, isGroup ? transform.Inside(own) : transform, here, layer);
        if (AltText.Of(shape, here) is { } described) elements.Add(described);
    }

    private void ReadText(PartElement body, Locator place, SourceLayer layer, TextStyles styles, bool isTitle, string? link)
    {
        ImmutableArray<SourceParagraph> paragraphs = DrawingText.Paragraphs(body, place, styles, part);
        if (link is not null) paragraphs = [.. paragraphs.Select(paragraph => Linked(paragraph, link))];
        if (paragraphs.Length > 0) elements.Add(new SourceTextBox(place, layer, isTitle, paragraphs));
    }

    // a click on a shape is a click on its text, unless that leads elsewhere
    private static SourceParagraph Linked(SourceParagraph paragraph, string link) =>
        paragraph with { Runs = [.. paragraph.Runs.Select(run => run with { Link = run.Link ?? link })] };

    private bool TryReadGraphic(PartElement content, ShapeTransform transform, Locator place, SourceLayer layer)
    {
        if (content.Name == Table)
            ReadTable(content, transform, place, layer);
        else if (content.Name == Chart || content.Name == NewerChart)
            elements.AddRange(charts.Read(part, content.Attribute(OoxmlNames.R + "id"), place, layer));
        else if (content.Name != Diagram)
            return false;
        else if (diagrams.Read(part, content.Attribute(OoxmlNames.R + "dm"), place, layer) is { } diagram)
            elements.Add(diagram);
        return true;
    }

    private void ReadTable(PartElement table, ShapeTransform transform, Locator place, SourceLayer layer)
    {
        elements.Add(DrawingTable.Read(table, place, layer, session.Limits.MaxGridPositions, part));
        foreach (PartElement stray in DrawingTable.Strays(table)) Visit(stray, transform, place, layer);
    }
}

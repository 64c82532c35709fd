using System.Collections.Immutable;
using System.Xml.Linq;
using Extraction.Documents;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Pptx;

/// <summary>Reads one slide: its shapes in the file's order, then its speaker notes.</summary>
internal sealed class SlideReader(PartSession session, PackageNode slide, SourcePage page, PlaceholderCache inheritance)
{
    private static readonly XNamespace A = OoxmlNames.A;
    private static readonly XNamespace P = OoxmlNames.P;
    private readonly ImmutableArray<SourceElement>.Builder elements = ImmutableArray.CreateBuilder<SourceElement>();
    private readonly Placeholders placeholders = inheritance.For(slide);
    private readonly ChartReader charts = new(session);
    private readonly DiagramReader diagrams = new(session);

    /// <summary>The page with what could be read of it.</summary>
    public SourcePage Read()
    {
        var place = new Locator { Page = page.Number, Part = slide.Name };
        XElement? root = session.TryLoad(slide, place);
        if (root?.Element(P + "cSld")?.Element(P + "spTree") is { } tree) Walk(tree, ShapeTransform.Slide, place);
        foreach (PackageNode notes in slide.ByType("notesSlide")) ReadNotes(notes);
        foreach (PackageNode comments in slide.ByType("comments")) ReadComments(comments);
        if ((string?)root?.Attribute("showMasterSp") is not ("0" or "false"))
            foreach ((PackageNode part, XElement behind) in inheritance.FirstSeen(slide)) ReadBackground(part, behind);
        bool hidden = (string?)root?.Attribute("show") is "0" or "false";
        return page with { Elements = elements.ToImmutable(), Hidden = hidden };
    }

    private void Walk(XElement parent, ShapeTransform transform, Locator place)
    {
        foreach (XElement element in parent.Elements())
        {
            if (element.Name == P + "sp" || element.Name == P + "cxnSp") ReadShape(element, transform, place);
            else if (element.Name == P + "graphicFrame") ReadFrame(element, transform, place);
            else if (element.Name == P + "grpSp") Walk(element, transform.Inside(element.Element(P + "grpSpPr")?.Element(A + "xfrm")), place);
            else if (element.Name == P + "txBody") ReadStrayText(element, place);
            else Walk(element, transform, place);
        }
    }

    private void ReadShape(XElement shape, ShapeTransform transform, Locator place)
    {
        XElement? body = shape.Element(P + "txBody");
        if (body is null) return;
        XElement? own = shape.Element(P + "spPr")?.Element(A + "xfrm");
        Box? box = transform.Apply(own) ?? ShapeTransform.Slide.Apply(placeholders.Transform(shape));
        Locator here = place with { Shape = IdOf(shape), Box = box };
        ImmutableArray<SourceParagraph> paragraphs = DrawingText.Paragraphs(body, here, placeholders.Styles(shape));
        if (paragraphs.IsEmpty) return;
        string? type = Placeholders.Of(shape) is { } placeholder ? Placeholders.TypeOf(placeholder) : null;
        bool isTitle = type is "title" or "ctrTitle";
        elements.Add(new SourceTextBox(here, IsFurniture(type) ? SourceLayer.Furniture : SourceLayer.Content, isTitle, paragraphs));
    }

    private void ReadStrayText(XElement body, Locator place)
    {
        ImmutableArray<SourceParagraph> paragraphs = DrawingText.Paragraphs(body, place, TextStyles.None);
        if (paragraphs.Length > 0) elements.Add(new SourceTextBox(place, SourceLayer.Content, false, paragraphs));
    }

    private void ReadFrame(XElement frame, ShapeTransform transform, Locator place)
    {
        Box? box = transform.Apply(frame.Element(P + "xfrm")) ?? ShapeTransform.Slide.Apply(placeholders.Transform(frame));
        Locator here = place with { Shape = IdOf(frame), Box = box };
        foreach (XElement content in frame.Element(A + "graphic")?.Element(A + "graphicData")?.Elements() ?? [])
        {
            if (content.Name == A + "tbl")
                elements.Add(DrawingTable.Read(content, here, SourceLayer.Content, session.Limits.MaxGridPositions));
            else if (content.Name == OoxmlNames.C + "chart" || content.Name == OoxmlNames.Cx + "chart")
                elements.AddRange(charts.Read(slide, (string?)content.Attribute(OoxmlNames.R + "id"), here, SourceLayer.Content));
            else if (content.Name == OoxmlNames.Dgm + "relIds")
                AddIfAny(diagrams.Read(slide, (string?)content.Attribute(OoxmlNames.R + "dm"), here, SourceLayer.Content));
            else
                Walk(content, transform, place);
        }
    }

    private void ReadNotes(PackageNode notes)
    {
        var place = new Locator { Page = page.Number, Part = notes.Name };
        XElement? root = session.TryLoad(notes, place);
        foreach (XElement shape in root?.Descendants(P + "sp") ?? [])
        {
            Locator here = place with { Shape = IdOf(shape) };
            ImmutableArray<SourceParagraph> paragraphs = DrawingText.Paragraphs(shape.Element(P + "txBody"), here, TextStyles.None);
            if (paragraphs.IsEmpty) continue;
            string? type = Placeholders.Of(shape) is { } placeholder ? Placeholders.TypeOf(placeholder) : null;
            elements.Add(new SourceTextBox(here, IsFurniture(type) ? SourceLayer.Furniture : SourceLayer.Notes, false, paragraphs));
        }
    }

    /// <summary>Comments of both kinds: a text each (before 2021), or a body of paragraphs with replies.</summary>
    private void ReadComments(PackageNode comments)
    {
        var place = new Locator { Page = page.Number, Part = comments.Name };
        if (session.TryLoad(comments, place) is not { } root) return;
        int number = 0;
        foreach (XElement text in root.Descendants().Where(element => element.Name == P + "text" || element.Name.LocalName == "txBody"))
        {
            Locator here = place with { Paragraph = ++number };
            ImmutableArray<SourceParagraph> paragraphs = text.Name == P + "text"
                ? text.Value.Length == 0 ? [] : [new SourceParagraph([new SourceRun(text.Value, here)])]
                : DrawingText.Paragraphs(text, here, TextStyles.None);
            if (paragraphs.Length > 0) elements.Add(new SourceTextBox(here, SourceLayer.Comments, false, paragraphs));
        }
    }

    /// <summary>What a layout or master shows on every slide; its placeholders show nothing of their own.</summary>
    private void ReadBackground(PackageNode part, XElement root)
    {
        foreach (XElement shape in root.Descendants(P + "sp").Where(shape => Placeholders.Of(shape) is null))
        {
            var here = new Locator { Page = page.Number, Part = part.Name, Shape = IdOf(shape), Box = ShapeTransform.Slide.Apply(shape.Element(P + "spPr")?.Element(A + "xfrm")) };
            ImmutableArray<SourceParagraph> paragraphs = DrawingText.Paragraphs(shape.Element(P + "txBody"), here, TextStyles.None);
            if (paragraphs.Length > 0) elements.Add(new SourceTextBox(here, SourceLayer.Furniture, false, paragraphs));
        }
    }

    private void AddIfAny(SourceElement? element)
    {
        if (element is not null) elements.Add(element);
    }

    private static bool IsFurniture(string? placeholderType) => placeholderType is "sldNum" or "dt" or "ftr" or "hdr";

    private static string? IdOf(XElement shape) =>
        (string?)shape.Elements().FirstOrDefault(e => e.Name.LocalName.StartsWith("nv", StringComparison.Ordinal))?.Element(P + "cNvPr")?.Attribute("id");
}

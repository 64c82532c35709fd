using System.Collections.Immutable;
using System.Xml.Linq;
using Extraction.Documents;

namespace Extraction.Formats.OpenXml;

/// <summary>
/// Reads SmartArt from its data model: the texts of its points, parents before children, at their depth. Where the model has no text,
/// what the file keeps of its last drawing is read instead.
/// </summary>
internal sealed class DiagramReader(PartSession session)
{
    private const int MaxLevel = 8;
    private static readonly XNamespace Dgm = OoxmlNames.Dgm;

    /// <summary>One text box with the diagram's texts, or null where it has none.</summary>
    public SourceTextBox? Read(PackageNode owner, string? relationship, Locator place, SourceLayer layer)
    {
        return session.TryGetPart(owner, relationship, place) is { } part ? Read(owner, part, place, layer) : null;
    }

    /// <summary>The same of a data model's part.</summary>
    public SourceTextBox? Read(PackageNode owner, PackageNode part, Locator place, SourceLayer layer)
    {
        Locator here = place with { Part = part.Name };
        if (session.TryLoad(part, here) is not { } model) return null;
        var paragraphs = ImmutableArray.CreateBuilder<SourceParagraph>();
        foreach ((PartElement point, int depth) in new DiagramPoints(model, session.Limits.MaxDepth).InOrder())
        {
            foreach (SourceParagraph paragraph in DrawingText.Paragraphs(point.Element(Dgm + "t") ?? point, here, TextStyles.None, part))
                paragraphs.Add(paragraph with { Level = Math.Min(depth + paragraph.Level, MaxLevel), IsListItem = true });
        }
        return paragraphs.Count == 0 ? Drawn(owner, model, place, layer) : new SourceTextBox(here, layer, false, Numbered(paragraphs));
    }

    private static ImmutableArray<SourceParagraph> Numbered(IEnumerable<SourceParagraph> paragraphs) =>
        [.. paragraphs.Select((paragraph, i) => paragraph with
        {
            Runs = [.. paragraph.Runs.Select(run => run with { Locator = run.Locator with { Paragraph = i + 1 } })],
        })];

    // the model's extension names the drawing by a relationship of the slide
    private SourceTextBox? Drawn(PackageNode owner, PartElement model, Locator place, SourceLayer layer)
    {
        PartElement? extension = model.Descendants().FirstOrDefault(element => element.Name.LocalName == "dataModelExt");
        if (extension?.Attribute("relId") is not { } id || owner.ById(id) is not { } drawing) return null;
        Locator here = place with { Part = drawing.Name };
        ImmutableArray<SourceParagraph> texts = DrawingText.Paragraphs(session.TryLoad(drawing, here), here, TextStyles.None, drawing);
        return texts.IsEmpty ? null : new SourceTextBox(here, layer, false, texts);
    }
}

using System.Collections.Immutable;
using System.Xml.Linq;
using Extraction.Documents;

namespace Extraction.Formats.OpenXml;

/// <summary>Reads SmartArt from its data model: the texts of its points, parents before children, at their depth.</summary>
internal sealed class DiagramReader(PartSession session)
{
    private static readonly XNamespace Dgm = OoxmlNames.Dgm;

    /// <summary>One text box with the diagram's texts, or null where it has none.</summary>
    public SourceTextBox? Read(PackageNode owner, string? relationship, Locator place, SourceLayer layer)
    {
        if (session.TryGetPart(owner, relationship, place) is not { } part) return null;
        Locator here = place with { Part = part.Name };
        if (session.TryLoad(part, here) is not { } model) return null;
        var paragraphs = ImmutableArray.CreateBuilder<SourceParagraph>();
        foreach ((XElement point, int depth) in InOrder(model))
        {
            foreach (SourceParagraph paragraph in DrawingText.Paragraphs(point.Element(Dgm + "t"), here, TextStyles.None))
                paragraphs.Add(paragraph with { Level = Math.Min(depth + paragraph.Level, 8), IsListItem = true });
        }
        return paragraphs.Count == 0 ? null : new SourceTextBox(here, layer, false, Numbered(paragraphs));
    }

    private static ImmutableArray<SourceParagraph> Numbered(IEnumerable<SourceParagraph> paragraphs) =>
        [.. paragraphs.Select((paragraph, i) => paragraph with
        {
            Runs = [.. paragraph.Runs.Select(run => run with { Locator = run.Locator with { Paragraph = i + 1 } })],
        })];

    private List<(XElement Point, int Depth)> InOrder(XElement model)
    {
        XElement[] points = [.. model.Element(Dgm + "ptLst")?.Elements(Dgm + "pt") ?? []];
        var byId = points.GroupBy(Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        ILookup<string, XElement> children = model.Descendants(Dgm + "cxn")
            .Where(link => ((string?)link.Attribute("type") ?? "parOf") == "parOf")
            .OrderBy(link => DrawingText.Integer(link.Attribute("srcOrd")) ?? 0)
            .ToLookup(link => (string?)link.Attribute("srcId") ?? "", StringComparer.Ordinal);
        var ordered = new List<(XElement, int)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (XElement root in points.Where(point => (string?)point.Attribute("type") == "doc")) Visit(Id(root), -1);
        foreach (XElement left in points) Visit(Id(left), 0);
        return ordered;

        void Visit(string id, int depth)
        {
            if (depth > session.Limits.MaxDepth || !byId.TryGetValue(id, out XElement? point) || !seen.Add(id)) return;
            ordered.Add((point, Math.Max(depth, 0)));
            foreach (XElement link in children[id]) Visit((string?)link.Attribute("destId") ?? "", depth + 1);
        }
    }

    private static string Id(XElement point) => (string?)point.Attribute("modelId") ?? "";
}

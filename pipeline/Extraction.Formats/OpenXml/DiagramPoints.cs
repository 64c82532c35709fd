using System.Xml.Linq;

namespace Extraction.Formats.OpenXml;

/// <summary>The points of a SmartArt data model as the tree that they are.</summary>
internal sealed class DiagramPoints
{
    private static readonly XNamespace Dgm = OoxmlNames.Dgm;
    private readonly int maxDepth;
    private readonly PartElement[] points;
    private readonly Dictionary<string, PartElement> byId;
    private readonly ILookup<string, PartElement> children;
    private readonly List<(PartElement Point, int Depth)> ordered = [];
    private readonly HashSet<PartElement> seen = [];

    /// <summary>Takes the model apart; what is nested deeper than <paramref name="maxDepth"/> stands at the top.</summary>
    public DiagramPoints(PartElement model, int maxDepth)
    {
        this.maxDepth = maxDepth;
        points = [.. model.Descendants(Dgm + "pt")];
        byId = points.GroupBy(Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        children = model.Descendants(Dgm + "cxn")
            .Where(link => (link.Attribute("type") ?? "parOf") == "parOf")
            .OrderBy(link => DrawingText.Integer(link.Attribute("srcOrd")) ?? 0)
            .ToLookup(link => link.Attribute("srcId") ?? "", StringComparer.Ordinal);
    }

    /// <summary>Each point once, parents before children, with its depth from 0; labels of arrows (transitions) beside the child that they lead to.</summary>
    public IEnumerable<(PartElement Point, int Depth)> InOrder()
    {
        foreach (PartElement root in points.Where(point => TypeOf(point) == "doc")) Visit(root, -1);
        foreach (PartElement left in points.Where(point => !IsPresentation(point))) Visit(left, 0);
        HashSet<string> told = [.. ordered.Select(entry => TextOf(entry.Point))];
        // how a point is drawn may repeat its text; only what no point says is text of its own
        foreach (PartElement drawn in points.Where(point => IsPresentation(point) && told.Add(TextOf(point)))) Visit(drawn, 0);
        return ordered;
    }

    private void Visit(PartElement? point, int depth)
    {
        if (point is null || depth > maxDepth || !seen.Add(point)) return;
        ordered.Add((point, Math.Max(depth, 0)));
        foreach (PartElement link in children[Id(point)])
            foreach (string end in new[] { "parTransId", "destId", "sibTransId" }) Visit(byId.GetValueOrDefault(link.Attribute(end) ?? ""), depth + 1);
    }

    private static bool IsPresentation(PartElement point) => TypeOf(point) == "pres";

    private static string TextOf(PartElement point) => point.Element(Dgm + "t")?.Value ?? "";

    private static string TypeOf(PartElement point) => point.Attribute("type") ?? "node";

    private static string Id(PartElement point) => point.Attribute("modelId") ?? "";
}

using System.Xml.Linq;
using Extraction.Documents;

namespace Extraction.Formats.OpenXml;

/// <summary>Reads native charts from the data that the file caches, else from the workbook inside it: series by category, as the chart shows them.</summary>
internal sealed class ChartReader(PartSession session)
{
    private static readonly XNamespace C = OoxmlNames.C;
    private static readonly XNamespace Cx = OoxmlNames.Cx;
    private readonly WorkbookCache workbooks = new(session);

    /// <summary>The chart behind a relationship: one <see cref="SourceChart"/> for each set of categories and axes, then its other texts (labels, drawn shapes).</summary>
    public IEnumerable<SourceElement> Read(PackageNode owner, string? relationship, Locator place, SourceLayer layer) =>
        session.TryGetPart(owner, relationship, place) is { } part ? Read(part, place, layer) : [];

    /// <summary>The same of a chart's part.</summary>
    public IEnumerable<SourceElement> Read(PackageNode part, Locator place, SourceLayer layer)
    {
        Locator here = place with { Part = part.Name };
        if (session.TryLoad(part, here) is not { } root) return [];
        var points = new ChartPoints(new ChartWorkbook(workbooks, part, root, here));
        var titles = new ChartTitles(points);
        var unplaced = new List<string>();
        ChartGroups groups = Grouped(Series(root, points, titles), unplaced, here);
        List<SourceElement> found = [.. groups.Charts(null, here, layer)];
        if (found is [SourceChart first, ..]) found[0] = first with { Title = titles.Claim(Title(root)) };
        titles.RemoveClaimed();
        found.AddRange(new ChartTexts(session, part, root, here, layer).Read(unplaced));
        if (found.Count == 0)
            session.Diagnostics.Warning(session.Format + "-chart-empty", "reading", "The chart holds no cached data and no text.", here);
        return found;
    }

    private static IEnumerable<ReadSeries> Series(PartElement root, ChartPoints points, ChartTitles titles) => root.Name.Namespace == Cx
        ? new ChartExSeries(root, points, titles).Read()
        : new ChartSeriesReader(root, points, titles).Read();

    private static PartElement? Title(PartElement root) => root.Element(C + "chart")?.Element(C + "title") ?? root.Element(Cx + "chart")?.Element(Cx + "title");

    private ChartGroups Grouped(IEnumerable<ReadSeries> all, List<string> unplaced, Locator place)
    {
        var groups = new ChartGroups(session.Limits.MaxGridPositions);
        foreach (ReadSeries series in all)
        {
            session.Cancellation.ThrowIfCancellationRequested();
            if (series.Size == 0)
            {
                if (series.Series.Name is { } name) unplaced.Add(name);
            }
            else if (!groups.TryAdd(series))
            {
                session.Diagnostics.Error(
                    session.Format + "-chart-too-large", "reading", $"The chart has more than {session.Limits.MaxGridPositions} points; the series behind them were not read.", place);
                break;
            }
        }
        return groups;
    }
}

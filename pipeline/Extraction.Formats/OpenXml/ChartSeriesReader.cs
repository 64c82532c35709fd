using System.Xml.Linq;
using Extraction.Documents;

namespace Extraction.Formats.OpenXml;

/// <summary>Reads the series of the older chart types (bars, lines, pies, scatter, …), which stand inside their plots.</summary>
internal sealed class ChartSeriesReader(PartElement root, ChartPoints points, ChartTitles titles)
{
    private static readonly XNamespace C = OoxmlNames.C;
    private readonly ChartAxes axes = new(root, titles);

    public IEnumerable<ReadSeries> Read()
    {
        foreach (PartElement series in root.Descendants(C + "ser"))
        {
            if (series.Parent is not { } plot) continue;
            ChartFormat format = axes.FormatOf(plot, series);
            var found = new ReadSeries(
                [.. points.Read(series.Element(C + "cat") ?? series.Element(C + "xVal")).Select(category => category ?? "")],
                new ChartSeries(Name(series), points.Read(series.Element(C + "val") ?? series.Element(C + "yVal"), format)),
                axes.CategoryTitle(plot),
                axes.ValueTitle(plot));
            yield return found;
            // sizes of bubbles are values of their own, which no axis measures
            if (points.Read(series.Element(C + "bubbleSize")) is { Length: > 0 } sizes)
                yield return found with { Series = new ChartSeries(null, sizes), ValueTitle = null };
        }
    }

    private string? Name(PartElement series)
    {
        PartElement? name = series.Element(C + "tx");
        string joined = string.Join(' ', points.Read(name).Where(part => !string.IsNullOrEmpty(part)));
        return joined.Length > 0 ? joined : name?.Element(C + "v")?.Value;
    }
}

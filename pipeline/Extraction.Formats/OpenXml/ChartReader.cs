using System.Collections.Immutable;
using System.Xml.Linq;
using Extraction.Documents;

namespace Extraction.Formats.OpenXml;

/// <summary>Reads native charts from the data that the file caches: series by category, as the chart shows them.</summary>
internal sealed class ChartReader(PartSession session)
{
    private static readonly XNamespace C = OoxmlNames.C;
    private static readonly XNamespace Cx = OoxmlNames.Cx;

    /// <summary>The chart behind a relationship: one <see cref="SourceChart"/> for each set of categories, then its other texts (axis titles, labels).</summary>
    public IEnumerable<SourceElement> Read(PackageNode owner, string? relationship, Locator place, SourceLayer layer)
    {
        if (session.TryGetPart(owner, relationship, place) is not { } part) return [];
        Locator here = place with { Part = part.Name };
        if (session.TryLoad(part, here) is not { } root) return [];
        XElement? title = root.Element(C + "chart")?.Element(C + "title") ?? root.Element(Cx + "chart")?.Element(Cx + "title");
        List<SourceElement> found = [.. Charts(root, Text(title), here, layer)];
        ImmutableArray<SourceParagraph> others = OtherTexts(root, title, found.Count > 0, here);
        if (others.Length > 0) found.Add(new SourceTextBox(here, layer, false, others));
        if (found.Count == 0)
            session.Diagnostics.Warning(session.Format + "-chart-empty", "reading", "The chart holds no cached data and no text.", here);
        return found;
    }

    private static IEnumerable<SourceChart> Charts(XElement root, string? title, Locator place, SourceLayer layer)
    {
        var groups = new List<(ImmutableArray<string> Categories, List<ChartSeries> Series)>();
        IEnumerable<(ImmutableArray<string> Categories, ChartSeries Series)> all = root.Name.Namespace == Cx
            ? ChartExSeries.Read(root)
            : root.Descendants(C + "ser").Select(Series);
        foreach ((ImmutableArray<string> categories, ChartSeries series) in all)
        {
            int size = Math.Max(categories.Length, series.Values.Length);
            if (size == 0) continue;
            int index = groups.FindIndex(group => Fits(group.Categories, categories, size));
            if (index < 0)
            {
                groups.Add((Padded(categories, size), []));
                index = groups.Count - 1;
            }
            groups[index].Series.Add(series);
        }
        return groups.Select((group, i) => new SourceChart(
            place, layer, i == 0 ? title : null, group.Categories, [.. group.Series.Select(series => Resized(series, group.Categories.Length))]));
    }

    private static bool Fits(ImmutableArray<string> group, ImmutableArray<string> categories, int size) =>
        size <= group.Length && (categories.IsEmpty || group.AsSpan()[..categories.Length].SequenceEqual(categories.AsSpan()));

    private static ImmutableArray<string> Padded(ImmutableArray<string> categories, int size) =>
        [.. categories, .. Enumerable.Repeat("", size - categories.Length)];

    private static ChartSeries Resized(ChartSeries series, int size) => series with
    {
        Values = [.. Enumerable.Range(0, size).Select(i => i < series.Values.Length ? series.Values[i] : null)],
    };

    private static (ImmutableArray<string> Categories, ChartSeries Series) Series(XElement series)
    {
        XElement? name = series.Element(C + "tx");
        string? label = ChartCache.Points(name, null).FirstOrDefault() ?? name?.Element(C + "v")?.Value;
        XElement? labelFormat = series.Element(C + "dLbls")?.Element(C + "numFmt");
        string? shown = (string?)labelFormat?.Attribute("sourceLinked") is "0" or "false" ? (string?)labelFormat?.Attribute("formatCode") : null;
        ImmutableArray<string?> categories = ChartCache.Points(series.Element(C + "cat") ?? series.Element(C + "xVal"), null);
        ImmutableArray<string?> values = ChartCache.Points(series.Element(C + "val") ?? series.Element(C + "yVal"), shown);
        return ([.. categories.Select(category => category ?? "")], new ChartSeries(label, values));
    }

    private static string? Text(XElement? title)
    {
        string text = string.Concat(DrawingText.Paragraphs(title, new Locator(), TextStyles.None).Select(paragraph => paragraph.Text));
        if (text.Length == 0) text = ChartCache.Points(title?.Element(C + "tx"), null).FirstOrDefault() ?? "";
        return text.Length == 0 ? null : text;
    }

    private static ImmutableArray<SourceParagraph> OtherTexts(XElement root, XElement? title, bool titleIsRead, Locator place)
    {
        if (titleIsRead) title?.Remove();
        return DrawingText.Paragraphs(root, place, TextStyles.None);
    }
}

using System.Collections.Immutable;
using System.Xml.Linq;
using Extraction.Documents;

namespace Extraction.Formats.OpenXml;

/// <summary>Reads the newer chart types (funnel, treemap, waterfall, …), which keep their data beside their series.</summary>
internal static class ChartExSeries
{
    private static readonly XNamespace Cx = OoxmlNames.Cx;

    public static IEnumerable<(ImmutableArray<string> Categories, ChartSeries Series)> Read(XElement root)
    {
        foreach (XElement series in root.Descendants(Cx + "series"))
        {
            string? id = (string?)series.Element(Cx + "dataId")?.Attribute("val");
            XElement? data = root.Descendants(Cx + "data").FirstOrDefault(e => (string?)e.Attribute("id") == id);
            if (data is null) continue;
            string? name = series.Element(Cx + "tx")?.Descendants(Cx + "v").FirstOrDefault()?.Value;
            XElement? values = data.Element(Cx + "numDim")?.Element(Cx + "lvl");
            yield return (Categories(data), new ChartSeries(name, Points(values, (string?)values?.Attribute("formatCode"))));
        }
    }

    private static ImmutableArray<string> Categories(XElement data)
    {
        // innermost level first; the outer ones are spelled out for each point
        ImmutableArray<string?>[] levels = [.. data.Elements(Cx + "strDim").Elements(Cx + "lvl").Select(level => Points(level, "@"))];
        int size = levels.Select(level => level.Length).DefaultIfEmpty().Max();
        return [.. Enumerable.Range(0, size).Select(i =>
            string.Join(" ", levels.Reverse().Select(level => i < level.Length ? level[i] : null).Where(label => !string.IsNullOrEmpty(label))))];
    }

    private static ImmutableArray<string?> Points(XElement? level, string? formatCode) =>
        [.. level?.Elements(Cx + "pt").Select(point => formatCode == "@" ? point.Value : NumberFormat.Apply(point.Value, formatCode)) ?? []];
}

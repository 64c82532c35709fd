using System.Collections.Immutable;
using System.Xml.Linq;
using Extraction.Documents;

namespace Extraction.Formats.OpenXml;

/// <summary>Reads the newer chart types (funnel, treemap, waterfall, …), which keep their data beside their series.</summary>
internal sealed class ChartExSeries(PartElement root, ChartPoints points, ChartTitles titles)
{
    private const int MaxPoints = 100_000;
    private static readonly XNamespace Cx = OoxmlNames.Cx;

    public IEnumerable<ReadSeries> Read()
    {
        string? categoryTitle = AxisTitle("catScaling"), valueTitle = AxisTitle("valScaling");
        var data = root.Descendants(Cx + "data").GroupBy(e => e.Attribute("id") ?? "", StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        var shown = new HashSet<string>(StringComparer.Ordinal);
        foreach (PartElement series in root.Descendants(Cx + "series"))
        {
            string id = series.Element(Cx + "dataId")?.Attribute("val") ?? "";
            if (!data.TryGetValue(id, out PartElement? own)) continue;
            shown.Add(id);
            foreach (ReadSeries read in Dimensions(own, Name(series))) yield return read with { CategoryTitle = categoryTitle, ValueTitle = valueTitle };
        }
        foreach ((string id, PartElement unused) in data.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            if (!shown.Contains(id)) foreach (ReadSeries read in Dimensions(unused, null)) yield return read;
    }

    // sizes and colours are dimensions beside the values
    private IEnumerable<ReadSeries> Dimensions(PartElement data, string? name)
    {
        ImmutableArray<string> categories = Categories(data);
        PartElement[] dimensions = [.. data.Elements(Cx + "numDim")];
        if (dimensions.Length == 0) yield return new ReadSeries(categories, new ChartSeries(name, []), null, null);
        for (int i = 0; i < dimensions.Length; i++)
            yield return new ReadSeries(categories, new ChartSeries(i == 0 ? name : null, Values(dimensions[i])), null, null);
    }

    private ImmutableArray<string> Categories(PartElement data)
    {
        ImmutableArray<string?>[] levels = [.. data.Elements(Cx + "strDim").SelectMany(Levels)];
        return [.. ChartPoints.Joined(levels).Select(label => label ?? "")];
    }

    private IEnumerable<ImmutableArray<string?>> Levels(PartElement dimension)
    {
        ImmutableArray<string?>[] cached = [.. dimension.Elements(Cx + "lvl").Select(level => Points(level, point => point)).Where(level => level.Length > 0)];
        if (cached.Length > 0 || dimension.Element(Cx + "f") is not { } formula) return cached;
        return [points.FromWorkbook(formula.Value, ChartFormat.Cached)];
    }

    private ImmutableArray<string?> Values(PartElement dimension)
    {
        PartElement? level = dimension.Element(Cx + "lvl");
        string? code = level?.Attribute("formatCode");
        ImmutableArray<string?> cached = level is null ? [] : Points(level, point => NumberFormat.Apply(point, code));
        return cached.Length == 0 && dimension.Element(Cx + "f") is { } formula ? points.FromWorkbook(formula.Value, ChartFormat.Cached) : cached;
    }

    private static ImmutableArray<string?> Points(PartElement level, Func<string, string> show)
    {
        var found = level.Elements(Cx + "pt").Select((point, i) => (Index: DrawingText.Integer(point.Attribute("idx")) ?? i, Text: point.Value))
            .Where(point => point.Index is >= 0 and < MaxPoints).ToList();
        if (found.Count == 0) return [];
        var values = new string?[found.Max(point => point.Index) + 1];
        foreach ((long index, string text) in found) values[index] = show(EscapedText.Decode(text));
        return [.. values];
    }

    private string? Name(PartElement series)
    {
        PartElement? name = series.Element(Cx + "tx");
        if (name?.Descendants(Cx + "v").FirstOrDefault()?.Value is { Length: > 0 } cached) return cached;
        return name?.Descendants(Cx + "f").FirstOrDefault() is { } formula ? points.FromWorkbook(formula.Value, ChartFormat.Cached).FirstOrDefault() : null;
    }

    private string? AxisTitle(string scaling) =>
        titles.Claim(root.Descendants(Cx + "axis").FirstOrDefault(axis => axis.Element(Cx + scaling) is not null)?.Element(Cx + "title"));
}

using System.Collections.Immutable;
using System.Xml.Linq;

namespace Extraction.Formats.OpenXml;

/// <summary>Reads the point lists that a chart caches: strCache, numCache, literals, and categories of several levels.</summary>
internal static class ChartCache
{
    private const int MaxPoints = 100_000;
    private static readonly XNamespace C = OoxmlNames.C;

    /// <summary>Values by index, null for gaps. <paramref name="formatCode"/> wins over the cache's own.</summary>
    public static ImmutableArray<string?> Points(XElement? holder, string? formatCode)
    {
        XElement? levels = holder?.Descendants(C + "multiLvlStrCache").FirstOrDefault();
        if (levels is not null) return MultiLevel(levels);
        XElement? cache = holder?.Descendants().FirstOrDefault(e => e.Name.Namespace == C && e.Name.LocalName is "strCache" or "numCache" or "strLit" or "numLit");
        if (cache is null) return [];
        string? code = cache.Name.LocalName.StartsWith("num", StringComparison.Ordinal) ? formatCode ?? cache.Element(C + "formatCode")?.Value : "@";
        return ByIndex(cache, point => code == "@" ? point : NumberFormat.Apply(point, code));
    }

    private static ImmutableArray<string?> ByIndex(XElement cache, Func<string, string> show)
    {
        var points = cache.Elements(C + "pt")
            .Select(point => (Index: DrawingText.Integer(point.Attribute("idx")) ?? -1, Text: point.Element(C + "v")?.Value))
            .Where(point => point is { Index: >= 0 and < MaxPoints, Text: not null }).ToList();
        if (points.Count == 0) return [];
        var values = new string?[points.Max(point => point.Index) + 1];
        foreach ((long index, string? text) in points) values[index] = show(text!);
        return [.. values];
    }

    // The innermost level comes first; an outer label stands at its first point and holds until the next one.
    private static ImmutableArray<string?> MultiLevel(XElement cache)
    {
        var levels = cache.Elements(C + "lvl").Select(level => ByIndex(level, point => point)).Where(level => level.Length > 0).ToList();
        if (levels.Count == 0) return [];
        var labels = levels[0].ToArray();
        foreach (ImmutableArray<string?> outer in levels.Skip(1))
        {
            string? current = null;
            for (int i = 0; i < labels.Length; i++)
            {
                if (i < outer.Length && outer[i] is { } next) current = next;
                if (current is not null) labels[i] = current + " " + labels[i];
            }
        }
        return [.. labels];
    }
}

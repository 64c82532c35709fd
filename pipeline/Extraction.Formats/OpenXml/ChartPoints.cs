using System.Collections.Immutable;
using System.Xml.Linq;

namespace Extraction.Formats.OpenXml;

/// <summary>
/// Reads the point lists of a chart: what the file caches (strCache, numCache, literals, categories of several levels), else what the cells
/// of the embedded workbook hold.
/// </summary>
internal sealed class ChartPoints(ChartWorkbook workbook)
{
    private const int MaxPoints = 100_000;
    private static readonly XNamespace C = OoxmlNames.C;

    /// <summary>Values by index, null for gaps; empty where neither cache nor workbook has any.</summary>
    /// <param name="holder">What holds the list or the reference to it, e.g. <c>c:val</c>.</param>
    /// <param name="format">How numbers are shown; null shows them as they are cached.</param>
    public ImmutableArray<string?> Read(PartElement? holder, ChartFormat? format = null)
    {
        if (holder is null) return [];
        format ??= ChartFormat.Cached;
        PartElement[] levels = [.. holder.Descendants(C + "multiLvlStrCache").Elements(C + "lvl")];
        ImmutableArray<string?> cached = levels.Length > 0
            ? Joined([.. levels.Select(level => ByIndex(level, point => point)).Where(level => level.Length > 0)])
            : Cached(holder, format);
        return cached.Length == 0 && holder.Descendants(C + "f").FirstOrDefault() is { } formula ? FromWorkbook(formula.Value, format) : cached;
    }

    /// <summary>What the workbook's cells hold behind a formula.</summary>
    public ImmutableArray<string?> FromWorkbook(string formula, ChartFormat format) =>
        Joined([.. workbook.Lines(formula).Select(line => (ImmutableArray<string?>)[.. line.Select(cell => cell is null ? null : format.Show(cell.Text, cell.FormatCode))])]);

    private static ImmutableArray<string?> Cached(PartElement holder, ChartFormat format)
    {
        PartElement? cache = holder.Descendants().FirstOrDefault(e => e.Name.Namespace == C && e.Name.LocalName is "strCache" or "numCache" or "strLit" or "numLit");
        if (cache is null) return [];
        if (cache.Name.LocalName.StartsWith("str", StringComparison.Ordinal)) return ByIndex(cache, point => point);
        string? code = cache.Element(C + "formatCode")?.Value;
        return ByIndex(cache, point => format.Show(point, code));
    }

    private static ImmutableArray<string?> ByIndex(PartElement cache, Func<string, string> show)
    {
        var points = cache.Elements(C + "pt")
            .Select(point => (Index: DrawingText.Integer(point.Attribute("idx")) ?? -1, Text: point.Element(C + "v")?.Value))
            .Where(point => point is { Index: >= 0 and < MaxPoints, Text: not null }).ToList();
        if (points.Count == 0) return [];
        var values = new string?[points.Max(point => point.Index) + 1];
        foreach ((long index, string? text) in points) values[index] = show(EscapedText.Decode(text!));
        return [.. values];
    }

    /// <summary>Levels of labels as one: the innermost comes first; an outer label stands at its first point and holds until the next one.</summary>
    public static ImmutableArray<string?> Joined(IReadOnlyList<ImmutableArray<string?>> levels)
    {
        if (levels.Count < 2) return levels.Count == 0 ? [] : levels[0];
        var labels = new string?[levels.Max(level => level.Length)];
        foreach (ImmutableArray<string?> level in levels)
        {
            bool isInnermost = level == levels[0];
            string? current = null;
            for (int i = 0; i < labels.Length; i++)
            {
                string? next = i < level.Length ? level[i] : null;
                current = next ?? (isInnermost ? null : current);
                if (current is not null) labels[i] = string.IsNullOrEmpty(labels[i]) ? current : current + " " + labels[i];
            }
        }
        return [.. labels];
    }
}

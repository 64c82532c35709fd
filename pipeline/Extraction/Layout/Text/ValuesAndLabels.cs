using System.Globalization;

namespace Extraction.Layout.Text;

/// <summary>Pairs the numbers of a chart with their labels, where their order leaves one way only.</summary>
internal static class ValuesAndLabels
{
    private const int WidestLabel = 24;

    /// <summary>
    /// The pairs in reading order of their labels: label and value in turn, value and label in turn, all values and then as many labels,
    /// or all labels and then as many values. Null where the items are something else.
    /// </summary>
    /// <param name="items">Lines or words.</param>
    /// <param name="bare">Whether a number without a unit may be a value.</param>
    internal static IReadOnlyList<(int Label, int Value)>? Pair(IReadOnlyList<string> items, bool bare)
    {
        int half = items.Count / 2;
        if (half == 0 || items.Count % 2 != 0) return null;
        bool[] values = [.. items.Select(item => LineForms.IsValue(item, bare) && !(bare && IsYear(item)))];
        for (int i = 0; i < items.Count; i++)
            if (!values[i] && !IsLabel(items[i])) return null;
        IEnumerable<int> all = Enumerable.Range(0, half);
        if (all.All(i => !values[2 * i] && values[2 * i + 1])) return [.. all.Select(i => (2 * i, 2 * i + 1))];
        if (all.All(i => values[2 * i] && !values[2 * i + 1])) return [.. all.Select(i => (2 * i + 1, 2 * i))];
        if (all.All(i => values[i] && !values[half + i])) return [.. all.Select(i => (half + i, i))];
        if (all.All(i => !values[i] && values[half + i])) return [.. all.Select(i => (i, half + i))];
        return null;
    }

    private static bool IsLabel(string text) => TextLine.WidthOf(text) <= WidestLabel && LineForms.MarkerKind(text) is null
        && !LineForms.IsCaption(text) && !text.AsSpan().ContainsAny("，。；");

    private static bool IsYear(string item) =>
        int.TryParse(item, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is >= 1900 and <= 2100;
}

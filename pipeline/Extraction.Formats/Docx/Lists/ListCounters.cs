using System.Text;

namespace Extraction.Formats.Docx.Lists;

/// <summary>Counts the list items of one story and writes their labels as Word shows them.</summary>
internal sealed class ListCounters
{
    private readonly Dictionary<string, int?[]> sequences = new(StringComparer.Ordinal);
    private readonly HashSet<(string List, int Level)> started = [];

    /// <summary>Counts one item.</summary>
    /// <returns>Its label (<c>第三条</c>, <c>2.1</c>, <c>•</c>), null where it shows none.</returns>
    public string? Next(ListDefinition list, int level)
    {
        if (!sequences.TryGetValue(list.Sequence, out int?[]? counts)) sequences[list.Sequence] = counts = new int?[ListDefinition.Depth];
        ListLevel? definition = list.Levels[level];
        bool isFirst = started.Add((list.Id, level));
        counts[level] = isFirst && list.Starts[level] is { } start ? start
            : counts[level] is { } last ? last + 1 : definition?.Start ?? 1;
        for (int lower = level + 1; lower < counts.Length; lower++)
            if (StartsAnew(list, lower, level)) counts[lower] = null;
        string label = definition is null ? "" : Label(list, definition, counts);
        return label.Length == 0 ? null : label;
    }

    private static bool StartsAnew(ListDefinition list, int lower, int level) =>
        list.Levels[lower]?.Restart is not { } restart || (restart > 0 && level < restart);

    private static string Label(ListDefinition list, ListLevel definition, int?[] counts)
    {
        if (definition.Format == "bullet") return SymbolFont.Bullet(definition.Text, definition.Font);
        var label = new StringBuilder();
        for (int i = 0; i < definition.Text.Length; i++)
        {
            char c = definition.Text[i];
            bool isNumber = c == '%' && i + 1 < definition.Text.Length && definition.Text[i + 1] is >= '1' and <= '9';
            if (isNumber) label.Append(Number(list, definition, definition.Text[++i] - '1', counts));
            else label.Append(c);
        }
        return label.ToString().Trim();
    }

    // a level that no item has reached yet shows the number that its first item will have
    private static string Number(ListDefinition list, ListLevel shown, int level, int?[] counts)
    {
        ListLevel? definition = list.Levels[level];
        string format = definition?.Format ?? "decimal";
        if (shown.IsLegal && format is not ("none" or "bullet" or "decimalZero")) format = "decimal";
        return ListNumbers.Write(Math.Max(0, counts[level] ?? definition?.Start ?? 1), format, definition?.Custom);
    }
}

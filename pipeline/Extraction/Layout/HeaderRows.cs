using System.Globalization;
using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>Guesses whether a table's first row names its columns where the format does not say so.</summary>
internal static class HeaderRows
{
    private const int LongestLabel = 20;

    /// <summary>How many rows name the columns: as many as the first row's highest cell covers where it has names of several columns, else 1,
    /// when the first row holds short labels only; 0 otherwise.</summary>
    public static int Guess(SourceTable table)
    {
        List<SourceCell> first = [.. table.Cells.Where(cell => cell.Row == 1 && Text(cell).Length > 0)];
        if (!AreLabels(table, first)) return 0;
        return first.Exists(cell => cell.ColumnSpan > 1) ? Math.Min(first.Max(cell => cell.RowSpan), table.Rows - 1) : 1;
    }

    private static bool AreLabels(SourceTable table, List<SourceCell> first)
    {
        string[] labels = [.. first.Select(Text)];
        bool filled = table.Rows > 1 && labels.Length >= 2 && first.Sum(cell => cell.ColumnSpan) * 2 > table.Columns;
        if (!filled || labels.Any(label => label.Length > LongestLabel || label.Contains('。', StringComparison.Ordinal))) return false;
        int years = labels.Count(IsYear);
        bool isSeriesOfYears = years >= 2 || (years == 1 && labels.Length == 2 && table.Rows > 2 && !BodyHasYears(table));
        return labels.All(label => IsYear(label) ? isSeriesOfYears : label.Any(char.IsLetter));
    }

    private static bool BodyHasYears(SourceTable table) => table.Cells.Any(cell => cell.Row > 1 && IsYear(Text(cell)));

    private static bool IsYear(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is >= 1900 and < 2100;

    private static string Text(SourceCell cell) => string.Concat(cell.Paragraphs.Select(paragraph => paragraph.Text)).Trim();
}

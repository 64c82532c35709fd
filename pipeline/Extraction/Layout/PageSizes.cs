namespace Extraction.Layout;

/// <summary>Font sizes of a document: what is running text, and how headings rank.</summary>
internal static class PageSizes
{
    /// <summary>The size of most characters, in points; the smaller on a tie, 12 without text.</summary>
    public static double Body(IEnumerable<PageLine> lines) =>
        lines.GroupBy(line => Math.Round(line.Size * 2) / 2)
            .OrderByDescending(group => group.Sum(line => line.Text.Length)).ThenBy(group => group.Key)
            .Select(group => group.Key).DefaultIfEmpty(12).First();

    /// <summary>Heading sizes of a document from largest to smallest: a size's position plus one is its level.</summary>
    public static List<double> Ranks(IEnumerable<double> sizes) => [.. sizes.Select(size => Math.Round(size)).Distinct().OrderDescending()];
}

using System.Text.RegularExpressions;
using Extraction.Documents;

namespace Extraction.Layout.Text;

/// <summary>Marks what stood before: items that a page carries over from an earlier page, and lines at the foot of many pages.</summary>
internal static partial class TextRepeats
{
    private const int ShortestKey = 10;
    private const int FewestPages = 3;

    internal static void Mark(IReadOnlyList<TextPage> pages)
    {
        MarkFooters(pages);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (DraftBlock block in pages.SelectMany(page => page.Blocks))
        {
            if (block.Role is not (BlockRole.Paragraph or BlockRole.ListItem or BlockRole.Heading) || block.IsPeriod) continue;
            string key = LineForms.Fold(LineForms.WithoutMarker(block.Text));
            if (key.Length < ShortestKey) continue;
            if (!seen.TryAdd(key, block.Page) && seen[key] < block.Page) block.Role = BlockRole.Repeated;
        }
    }

    private static void MarkFooters(IReadOnlyList<TextPage> pages)
    {
        IEnumerable<IGrouping<string, DraftBlock>> feet = pages.SelectMany(page => page.Blocks.TakeLast(2))
            .Where(block => block.Role is BlockRole.Paragraph or BlockRole.Heading && block.IsShort)
            .GroupBy(block => Digits().Replace(LineForms.Fold(block.Text), ""), StringComparer.Ordinal);
        foreach (IGrouping<string, DraftBlock> foot in feet)
            if (foot.Select(block => block.Page).Distinct().Count() >= Math.Max(FewestPages, pages.Count * 2 / 5))
                foreach (DraftBlock block in foot) block.Role = BlockRole.Furniture;
    }

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}

using System.Globalization;
using System.Text.RegularExpressions;
using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>Finds page numbers and text that stands at the same place on many pages.</summary>
internal static partial class PageFurniture
{
    // the outer eighth of a page is where headers, footers and page numbers stand
    private const double Band = 0.125;
    private const double SamePlace = 4;
    private const double TitleSize = 1.3;
    private const double WatermarkSize = 1.5;
    private const int ManyPages = 3;

    // in font sizes
    private const double ApartGap = 1.2;

    /// <summary>What the source itself calls furniture, watermarks, page numbers, and repeated text at the edges, apart from what stands inside.</summary>
    /// <param name="pages">All pages.</param>
    /// <param name="bodySize">The document's usual font size.</param>
    public static HashSet<PageLine> FindAtEdges(IReadOnlyList<PageSheet> pages, double bodySize)
    {
        HashSet<PageLine> found = new(ReferenceEqualityComparer.Instance);
        foreach (PageLine line in pages.SelectMany(page => page.Lines))
            if (line.Layer == SourceLayer.Furniture || IsWatermark(line, bodySize)) found.Add(line);
        found.UnionWith(PageNumbers(pages));
        HashSet<PageLine> outer = new(ReferenceEqualityComparer.Instance);
        foreach (PageSheet page in pages)
            outer.UnionWith(page.Lines.Where(line => IsInBand(line, page.Frame.Height) && IsApart(line, page.Lines, page.Frame.Height)));
        found.UnionWith(FindRepeated(pages, bodySize).Where(outer.Contains));
        return found;
    }

    /// <summary>Text at the same place on three pages or half of them. The caller leaves out cells, which may repeat for good reason.</summary>
    /// <param name="pages">All pages.</param>
    /// <param name="bodySize">The document's usual font size.</param>
    public static IEnumerable<PageLine> FindRepeated(
        IReadOnlyList<PageSheet> pages, double bodySize) => RepeatedLines(pages, bodySize);

    /// <summary>A bare number counts once two pages agree on how it runs with the pages; 第3页, 3/20 and - 3 - need no second page.</summary>
    private static IEnumerable<PageLine> PageNumbers(IReadOnlyList<PageSheet> pages)
    {
        List<(int Offset, PageLine Line)> bare = [];
        foreach (PageSheet page in pages)
            foreach (PageLine line in page.Lines.Where(line => IsInBand(line, page.Frame.Height)))
            {
                if (MarkedNumber().IsMatch(line.Text)) yield return line;
                else if (BareNumber().Match(line.Text) is { Success: true } match)
                    bare.Add((int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) - page.Number, line));
            }
        foreach (IGrouping<int, (int Offset, PageLine Line)> group in bare.GroupBy(entry => entry.Offset).Where(group => group.Count() >= 2))
            foreach ((_, PageLine line) in group) yield return line;
    }

    /// <summary>Large text near the top stays: it is the pages' title, which governs what stands under it.</summary>
    private static IEnumerable<PageLine> RepeatedLines(IReadOnlyList<PageSheet> pages, double bodySize)
    {
        int kinds = pages.Select(page => page.Kind).Distinct().Count();
        var places = pages.SelectMany(page => page.Lines
            .Where(line => line.Size < TitleSize * bodySize || line.IsTurned || line.Box.Top > page.Frame.Height / 3)
            .Select(line => (Page: page, Line: line)));
        foreach (var group in places.GroupBy(entry => entry.Line.Text))
            foreach (var entry in group)
            {
                int count = group.Where(other => IsSamePlace(other.Line.Box, entry.Line.Box)).Select(other => other.Page.Kind).Distinct().Count();
                bool isHalf = count >= 2 && count * 2 >= kinds && IsInBand(entry.Line, entry.Page.Frame.Height);
                if (count >= ManyPages || isHalf) yield return entry.Line;
            }
    }

    private static bool IsWatermark(PageLine line, double bodySize) => line.IsAskew && line.Size >= WatermarkSize * bodySize;

    private static bool IsInBand(PageLine line, double height) => line.Box.Bottom <= height * Band || line.Box.Top >= height * (1 - Band);

    /// <summary>Whether a white band parts the line from what stands further inside; a table's repeated head stands close to its rows.</summary>
    private static bool IsApart(PageLine line, List<PageLine> all, double height)
    {
        bool isTop = line.Box.Top < height / 2;
        IEnumerable<double> gaps = all.Select(other => isTop ? other.Box.Top - line.Box.Bottom : line.Box.Top - other.Box.Bottom).Where(gap => gap > 0);
        return gaps.DefaultIfEmpty(double.MaxValue).Min() > ApartGap * line.Size;
    }

    private static bool IsSamePlace(Box left, Box right) =>
        Math.Abs(left.Left - right.Left) <= SamePlace && Math.Abs(left.Top - right.Top) <= SamePlace;

    [GeneratedRegex(@"^\s*(?:第\s*\d{1,4}\s*页(?:\s*[/，,]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*/\s*\d{1,4}|[-–—]\s*\d{1,4}\s*[-–—]|[Pp]age\s+\d{1,4}(?:\s+of\s+\d{1,4})?)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex MarkedNumber();

    [GeneratedRegex(@"^\s*0*(\d{1,4})\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex BareNumber();
}

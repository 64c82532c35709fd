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
        {
            double[] tops = [.. page.Lines.Select(line => line.Box.Top).Order()], bottoms = [.. page.Lines.Select(line => line.Box.Bottom).Order()];
            outer.UnionWith(page.Lines.Where(line => IsInBand(line, page.Frame.Height) && IsApart(line, tops, bottoms, page.Frame.Height)));
        }
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
        Dictionary<(string Text, int X, int Y), HashSet<int>> seen = [];
        List<(PageSheet Page, PageLine Line)> lines = [.. pages.SelectMany(page => page.Lines
            .Where(line => line.Size < TitleSize * bodySize || line.IsTurned || line.Box.Top > page.Frame.Height / 3)
            .Select(line => (Page: page, Line: line)))];
        foreach ((PageSheet page, PageLine line) in lines)
        {
            (string, int, int) place = (line.Text, Cell(line.Box.Left), Cell(line.Box.Top));
            if (!seen.TryGetValue(place, out HashSet<int>? kindsThere)) seen[place] = kindsThere = [];
            kindsThere.Add(page.Kind);
        }
        foreach ((PageSheet page, PageLine line) in lines)
        {
            int count = KindsAround(seen, line);
            bool isHalf = count >= 2 && count * 2 >= kinds && IsInBand(line, page.Frame.Height);
            if (count >= ManyPages || isHalf) yield return line;
        }
    }

    /// <summary>On how many pages that differ the line stands, at nearly the same place.</summary>
    private static int KindsAround(Dictionary<(string Text, int X, int Y), HashSet<int>> seen, PageLine line)
    {
        HashSet<int> kinds = [];
        (int x, int y) = (Cell(line.Box.Left), Cell(line.Box.Top));
        for (int dx = -1; dx <= 1; dx++)
            for (int dy = -1; dy <= 1; dy++)
                if (seen.TryGetValue((line.Text, x + dx, y + dy), out HashSet<int>? there)) kinds.UnionWith(there);
        return kinds.Count;
    }

    private static int Cell(double place) => (int)Math.Clamp(Math.Floor(place / SamePlace), int.MinValue / 2, int.MaxValue / 2);

    private static bool IsWatermark(PageLine line, double bodySize) => line.IsAskew && line.Size >= WatermarkSize * bodySize;

    private static bool IsInBand(PageLine line, double height) => line.Box.Bottom <= height * Band || line.Box.Top >= height * (1 - Band);

    /// <summary>Whether a white band parts the line from what stands further inside; a table's repeated head stands close to its rows.</summary>
    private static bool IsApart(PageLine line, double[] tops, double[] bottoms, double height)
    {
        if (line.Box.Top >= height / 2)
        {
            int before = Place(bottoms, Math.BitDecrement(line.Box.Top), below: 1);
            return before < 0 || line.Box.Top - bottoms[before] > ApartGap * line.Size;
        }
        int behind = Place(tops, Math.BitIncrement(line.Box.Bottom), below: 0);
        return behind == tops.Length || tops[behind] - line.Box.Bottom > ApartGap * line.Size;
    }

    /// <summary>Where a value is, or the next one above it, or that many below that.</summary>
    private static int Place(double[] sorted, double value, int below)
    {
        int at = Array.BinarySearch(sorted, value);
        return at >= 0 ? at : ~at - below;
    }

    [GeneratedRegex(@"^\s*(?:第\s*\d{1,4}\s*页(?:\s*[/，,]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*/\s*\d{1,4}|[-–—―－─·]{1,2}\s*\d{1,4}\s*[-–—―－─·]{1,2}|[Pp]age\s+\d{1,4}(?:\s+of\s+\d{1,4})?)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex MarkedNumber();

    [GeneratedRegex(@"^\s*0*(\d{1,4})\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex BareNumber();
}

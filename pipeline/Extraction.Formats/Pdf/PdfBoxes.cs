using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Formats.Pdf;

/// <summary>Groups the lines of a page into boxes: lines of about one size that stand closely one under the other.</summary>
internal static class PdfBoxes
{
    private const double MaxLineGap = 1.0;
    private const double MaxSizeRatio = 1.2;
    private const double MinShared = 0.3;

    // no page has so many boxes beside each other: above this, only a hostile page is read less well
    private const int MaxBeside = 256;

    public static IEnumerable<SourceTextBox> Of(List<PdfLine> lines, int page, double width, double height, SourceLayer layer)
    {
        List<List<PdfLine>> groups = [], open = [];
        double highest = lines.Count == 0 ? 0 : lines.Max(line => line.Size);
        foreach (PdfLine line in lines.OrderBy(line => line.Angle).ThenBy(line => line.Baseline).ThenBy(line => line.Start))
        {
            open.RemoveAll(group => group[^1].Angle != line.Angle || line.Baseline - group[^1].Baseline > (1 + MaxLineGap) * highest);
            if (open.FindLast(group => IsUnder(group[^1], line)) is { } above)
            {
                above.Add(line);
                continue;
            }
            if (open.Count == MaxBeside) open.RemoveAt(0);
            open.Add([line]);
            groups.Add(open[^1]);
        }
        return groups.Select(group => ToBox(group, page, IsOffPage(group, width, height) ? SourceLayer.Furniture : layer));
    }

    private static bool IsUnder(PdfLine above, PdfLine line)
    {
        if (above.Angle != line.Angle) return false;
        double small = Math.Min(above.Size, line.Size), large = Math.Max(above.Size, line.Size);
        double gap = line.Baseline - above.Baseline - line.Size;
        double shared = Math.Min(above.VisibleEnd, line.VisibleEnd) - Math.Max(above.Start, line.Start);
        double narrower = Math.Min(above.VisibleEnd - above.Start, line.VisibleEnd - line.Start);
        return large <= small * MaxSizeRatio && gap >= -0.3 * small && gap <= MaxLineGap * small && shared >= MinShared * narrower;
    }

    private static bool IsOffPage(List<PdfLine> group, double width, double height) =>
        group.TrueForAll(line => !line.Box.Overlaps(new Box(0, 0, width, height)));

    private static SourceTextBox ToBox(List<PdfLine> lines, int page, SourceLayer layer)
    {
        Box whole = lines.Select(line => line.Box).Aggregate((left, right) => left.Union(right));
        return new SourceTextBox(
            new Locator { Page = page, Box = Rounded(whole) }, layer, false, [.. lines.Select(line => ToParagraph(line.Text, line.Size, page, line.Box))])
        {
            Angle = lines[0].Angle,
        };
    }

    /// <summary>A line as a paragraph of one run that ends with a line end.</summary>
    public static SourceParagraph ToParagraph(string text, double? size, int page, Box box) =>
        new(ImmutableArray.Create(new SourceRun(text + "\n", new Locator { Page = page, Box = Rounded(box) }))) { FontSize = size };

    /// <summary>Hundredths of a point: what evidence needs, without the noise of the last bits.</summary>
    public static Box Rounded(Box box) =>
        new(Math.Round(box.Left, 2), Math.Round(box.Top, 2), Math.Round(box.Right, 2), Math.Round(box.Bottom, 2));
}

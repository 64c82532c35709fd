using Extraction.Documents;
using Extraction.Reading;

namespace Extraction.Ocr.Recognition;

/// <summary>Puts lines into the order in which a person reads them: a page is cut into columns of prose, and each part is read row by row.</summary>
internal static class ReadingOrder
{
    // fewer lines side by side are a row of labels or a table, not columns of prose
    private const int MinLines = 3;

    // prose fills its column; the cells of a table do not
    private const double MinFill = 0.6;
    private const double MinLengthOfProse = 8;

    /// <summary>The lines in order.</summary>
    public static IEnumerable<RecognizedLine> Of(IReadOnlyList<RecognizedLine> lines)
    {
        foreach (List<RecognizedLine> band in Bands(lines))
        {
            if (Gutter(band) is not { } x) foreach (RecognizedLine line in Rows(band)) yield return line;
            else
            {
                foreach (RecognizedLine line in Of([.. band.Where(line => line.Box.Right <= x)])) yield return line;
                foreach (RecognizedLine line in Of([.. band.Where(line => line.Box.Left >= x)])) yield return line;
            }
        }
    }

    /// <summary>Parts of the page from top to bottom: as far down as one gutter runs between columns, or a run of rows without one.</summary>
    private static IEnumerable<List<RecognizedLine>> Bands(IReadOnlyList<RecognizedLine> lines)
    {
        List<RecognizedLine> band = [], sorted = [.. lines.OrderBy(line => line.Box.Top).ThenBy(line => line.Box.Left)];
        bool hadGutter = false;
        foreach (RecognizedLine line in sorted)
        {
            bool hasGutter = Gutter([.. band, line]) is not null;
            if (hadGutter && !hasGutter)
            {
                yield return band;
                band = [];
            }
            else if (!hadGutter && hasGutter && SplitAbove([.. band, line]) is { Count: > 0 } above)
            {
                yield return above;
                band = [.. band.Except(above)];
            }
            band.Add(line);
            hadGutter = hasGutter;
        }
        if (band.Count > 0) yield return band;
    }

    private static List<RecognizedLine> SplitAbove(List<RecognizedLine> band) => [];

    private static double? Gutter(List<RecognizedLine> lines)
    {
        if (lines.Count < 2 * MinLines) return null;
        double height = Middle(lines.Select(line => line.Box.Height));
        double right = double.NegativeInfinity;
        foreach (RecognizedLine line in lines.OrderBy(line => line.Box.Left))
        {
            if (right > double.NegativeInfinity && line.Box.Left - right >= height)
            {
                double x = (right + line.Box.Left) / 2;
                if (IsProse([.. lines.Where(each => each.Box.Right <= x)]) && IsProse([.. lines.Where(each => each.Box.Left >= x)])) return x;
            }
            right = Math.Max(right, line.Box.Right);
        }
        return null;
    }

    private static bool IsProse(List<RecognizedLine> lines)
    {
        if (lines.Count < MinLines) return false;
        double width = lines.Max(line => line.Box.Right) - lines.Min(line => line.Box.Left);
        double length = Middle(lines.Select(line => line.Box.Width));
        return length >= MinFill * width && length >= MinLengthOfProse * Middle(lines.Select(line => line.Box.Height));
    }

    /// <summary>Rows from top to bottom, each from left to right. A line belongs to the row whose first line it overlaps by half.</summary>
    private static IEnumerable<RecognizedLine> Rows(List<RecognizedLine> lines)
    {
        List<List<RecognizedLine>> rows = [];
        foreach (RecognizedLine line in lines.OrderBy(line => line.Box.Top + line.Box.Bottom))
        {
            if (rows.Count > 0 && IsBeside(rows[^1][0].Box, line.Box)) rows[^1].Add(line);
            else rows.Add([line]);
        }
        return rows.SelectMany(row => row.OrderBy(line => line.Box.Left));
    }

    private static bool IsBeside(Box first, Box second) =>
        Math.Min(first.Bottom, second.Bottom) - Math.Max(first.Top, second.Top) > 0.5 * Math.Min(first.Height, second.Height);

    private static double Middle(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}

using Extraction.Documents;
using Extraction.Reading;

namespace Extraction.Ocr.Recognition;

/// <summary>A line with its box on the page laid straight.</summary>
/// <param name="Box">In pixels.</param>
/// <param name="Line">What it says.</param>
internal sealed record PlacedLine(Box Box, RecognizedLine Line);

/// <summary>
/// Puts lines into the order in which a person reads them. Where lines of prose stand side by side, the left column comes before the right
/// one, between the lines that span both; everything else is read row by row.
/// </summary>
internal static class ReadingOrder
{
    // fewer lines side by side are labels, not columns
    private const int MinLines = 3;

    // prose fills its column and is set closely; the cells of a table do not and are not
    private const double MinFill = 0.6;

    // lists leave their lines short, but where single lines reach the edges of two columns of one width, those are columns of a page
    private const double MinFull = 0.85;
    private const double MaxWidthRatio = 1.15;
    private const double MinLengthInHeights = 6;
    private const double MaxGapInHeights = 0.55;

    /// <summary>The lines in order.</summary>
    public static IEnumerable<PlacedLine> Of(IReadOnlyList<PlacedLine> lines)
    {
        if (Gutter(lines) is not { } x) return Rows(lines);
        List<PlacedLine> ordered = [], band = [];
        foreach (PlacedLine line in lines.OrderBy(line => line.Box.Top + line.Box.Bottom))
        {
            if (!Crosses(line, x))
            {
                band.Add(line);
                continue;
            }
            ordered.AddRange(Columns(band, x));
            ordered.Add(line);
            band.Clear();
        }
        return ordered.Concat(Columns(band, x));
    }

    private static IEnumerable<PlacedLine> Columns(List<PlacedLine> band, double x) =>
        [.. Of([.. band.Where(line => line.Box.Left < x)]), .. Of([.. band.Where(line => line.Box.Left >= x)])];

    // a mark that hangs out of its column does not join it to the next one
    private static bool Crosses(PlacedLine line, double x) => line.Box.Left < x && x < line.Box.Right - (line.Box.Height / 2);

    /// <summary>Where the fewest lines cross between two columns of prose, null where there are none.</summary>
    private static double? Gutter(IReadOnlyList<PlacedLine> lines)
    {
        if (lines.Count < 2 * MinLines) return null;
        double half = Middle(lines.Select(line => line.Box.Height)) / 2;
        return lines.Select(line => line.Box.Left - half).Distinct()
            .Select(x => (X: x, Crossing: lines.Count(line => Crosses(line, x))))
            .Where(cut => cut.Crossing <= lines.Count / 3)
            .OrderBy(cut => cut.Crossing).ThenBy(cut => cut.X)
            .Where(cut => AreColumns([.. lines.Where(line => line.Box.Left < cut.X && !Crosses(line, cut.X))], [.. lines.Where(line => line.Box.Left >= cut.X)]))
            .Select(cut => (double?)cut.X)
            .FirstOrDefault();
    }

    private static bool AreColumns(List<PlacedLine> left, List<PlacedLine> right)
    {
        if (!IsClose(left) || !IsClose(right)) return false;
        (double one, double other) = (Width(left), Width(right));
        bool areAlike = Math.Max(one, other) <= MaxWidthRatio * Math.Min(one, other);
        return (IsFilled(left) && IsFilled(right)) || (areAlike && HasFullLines(left) && HasFullLines(right));
    }

    /// <summary>Whether lines follow each other as closely as in a text, and are as long as its lines.</summary>
    private static bool IsClose(List<PlacedLine> lines)
    {
        if (lines.Count < MinLines) return false;
        lines.Sort((above, below) => above.Box.Top.CompareTo(below.Box.Top));
        double height = Middle(lines.Select(line => line.Box.Height));
        double gap = Middle(lines.Zip(lines.Skip(1), (above, below) => below.Box.Top - above.Box.Bottom));
        return gap <= MaxGapInHeights * height && Width(lines) >= MinLengthInHeights * height;
    }

    private static bool IsFilled(List<PlacedLine> lines) => Middle(lines.Select(line => line.Box.Width)) >= MinFill * Width(lines);

    private static bool HasFullLines(List<PlacedLine> lines) => lines.Count(line => line.Box.Width >= MinFull * Width(lines)) >= MinLines;

    private static double Width(List<PlacedLine> lines) => lines.Max(line => line.Box.Right) - lines.Min(line => line.Box.Left);

    /// <summary>Rows from top to bottom, each from left to right. A line belongs to the row whose first line it overlaps by half.</summary>
    private static IEnumerable<PlacedLine> Rows(IReadOnlyList<PlacedLine> lines)
    {
        List<List<PlacedLine>> rows = [];
        foreach (PlacedLine line in lines.OrderBy(line => line.Box.Top + line.Box.Bottom).ThenBy(line => line.Box.Left))
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

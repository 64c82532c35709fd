using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>
/// Cuts a page recursively into rows and columns (after the recursive XY-cut, Nagy and Seth 1984). Rows come first, but rows that a white
/// strip runs through are columns when the strip is much wider than the gap between the rows: what stands close together belongs together.
/// </summary>
internal static class BoxCut
{
    private const double Tolerance = 3;

    // how many times wider than the gap between two rows a strip through both must be: where the lower row goes on in all columns, and where it
    // stands in some only, which is more often a line about all of them
    private const double StripBesideColumns = 2.5;
    private const double StripBesideNothing = 8;

    // pages are cut three or four times; deeper nesting is no arrangement that a person made
    private const int MaxDepth = 40;
    private static readonly double[] Insets = [0, 0.12, 0.25];

    /// <summary>The keys of the boxes in reading order.</summary>
    public static List<int> Order(List<(int Key, Box Box)> boxes)
    {
        var order = new List<int>();
        Cut(boxes, 0, order);
        return order;
    }

    private static void Cut(List<(int Key, Box Box)> boxes, int depth, List<int> order)
    {
        if (boxes.Count == 1) order.Add(boxes[0].Key);
        if (boxes.Count < 2) return;
        // frames are larger than their text, so that neighbours may overlap at the edges
        foreach (double inset in depth < MaxDepth ? Insets : [])
        {
            List<List<(int Key, Box Box)>> parts = Bands(boxes, inset);
            if (parts.Count < 2) parts = Split(boxes, inset, rows: false);
            if (parts.Count < 2) continue;
            foreach (List<(int Key, Box Box)> part in parts) Cut(part, depth + 1, order);
            return;
        }
        if (depth >= MaxDepth || !TryLift(boxes, depth, order)) order.AddRange(ByLines(boxes));
    }

    private static List<List<(int Key, Box Box)>> Bands(List<(int Key, Box Box)> boxes, double inset)
    {
        var bands = new List<List<(int Key, Box Box)>>();
        var columns = new ColumnStrips();
        double bottom = double.NegativeInfinity;
        foreach (List<(int Key, Box Box)> row in Split(boxes, inset, rows: true))
        {
            var own = new ColumnStrips();
            foreach ((_, Box box) in row.OrderBy(member => Start(member.Box, false, inset))) own.Add(Start(box, false, inset), End(box, false, inset));
            double gap = Math.Max(1, row.Min(member => Start(member.Box, true, inset)) - bottom);
            // gaps between frames that overlap say nothing about what is close
            if (inset == 0 && bands.Count > 0 && columns.GoOnIn(own, gap * StripBesideColumns, gap * StripBesideNothing))
            {
                bands[^1].AddRange(row);
                columns.Add(own);
            }
            else
            {
                bands.Add(row);
                columns = own;
            }
            bottom = row.Max(member => End(member.Box, true, inset));
        }
        return bands;
    }

    private static List<List<(int Key, Box Box)>> Split(List<(int Key, Box Box)> boxes, double inset, bool rows)
    {
        var parts = new List<List<(int Key, Box Box)>>();
        double reach = double.NegativeInfinity;
        foreach ((int Key, Box Box) member in boxes.OrderBy(member => Start(member.Box, rows, inset)))
        {
            if (parts.Count == 0 || Start(member.Box, rows, inset) >= reach - Tolerance) parts.Add([]);
            parts[^1].Add(member);
            reach = Math.Max(reach, End(member.Box, rows, inset));
        }
        return parts;
    }

    // A large box that others stand on is read before the first of them.
    private static bool TryLift(List<(int Key, Box Box)> boxes, int depth, List<int> order)
    {
        foreach ((int Key, Box Box) ground in boxes.OrderByDescending(member => member.Box.Width * member.Box.Height).Take(2))
        {
            HashSet<int> above = [.. boxes.Where(other => other.Key != ground.Key && HoldsMiddle(ground.Box, other.Box)).Select(other => other.Key)];
            if (above.Count == 0) continue;
            var rest = new List<int>();
            Cut([.. boxes.Where(other => other.Key != ground.Key)], depth + 1, rest);
            rest.Insert(rest.FindIndex(above.Contains), ground.Key);
            order.AddRange(rest);
            return true;
        }
        return false;
    }

    private static bool HoldsMiddle(Box ground, Box other)
    {
        (double x, double y) = ((other.Left + other.Right) / 2, (other.Top + other.Bottom) / 2);
        return x > ground.Left && x < ground.Right && y > ground.Top && y < ground.Bottom;
    }

    // boxes whose middles lie within the first one's height are one line
    private static IEnumerable<int> ByLines(List<(int Key, Box Box)> boxes)
    {
        var left = boxes.OrderBy(member => member.Box.Top).ThenBy(member => member.Box.Left).ToList();
        for (int start = 0, end; start < left.Count; start = end)
        {
            double bottom = left[start].Box.Bottom;
            for (end = start + 1; end < left.Count && (left[end].Box.Top + left[end].Box.Bottom) / 2 <= bottom; end++) { }
            foreach ((int key, _) in left[start..end].OrderBy(member => member.Box.Left).ThenBy(member => member.Box.Top)) yield return key;
        }
    }

    private static double Start(Box box, bool rows, double inset) => rows ? box.Top + box.Height * inset : box.Left + box.Width * inset;

    private static double End(Box box, bool rows, double inset) => rows ? box.Bottom - box.Height * inset : box.Right - box.Width * inset;
}

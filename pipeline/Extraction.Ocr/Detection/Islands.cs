namespace Extraction.Ocr.Detection;

/// <summary>Finds the connected areas of a map, corners counting as connected.</summary>
internal sealed class Islands
{
    private readonly TextMap map;
    private readonly float threshold;
    private readonly bool[] isSeen;
    private readonly Stack<int> open = new();

    private Islands(TextMap map, float threshold)
    {
        (this.map, this.threshold) = (map, threshold);
        isSeen = new bool[map.Width * map.Height];
    }

    /// <summary>For each area above the threshold, from the top left on, the centres of the outermost pixels of its rows: all that its convex hull needs.</summary>
    public static IEnumerable<List<Position>> Of(TextMap map, float threshold)
    {
        var islands = new Islands(map, threshold);
        for (int at = 0; at < islands.isSeen.Length; at++)
            if (islands.Enter(at)) yield return islands.Fill();
    }

    private bool Enter(int at)
    {
        if (isSeen[at] || map.Probability[at] <= threshold) return false;
        isSeen[at] = true;
        open.Push(at);
        return true;
    }

    private List<Position> Fill()
    {
        var rows = new SortedDictionary<int, (int First, int Last)>();
        while (open.TryPop(out int at))
        {
            (int y, int x) = Math.DivRem(at, map.Width);
            (int first, int last) = rows.TryGetValue(y, out var row) ? row : (x, x);
            rows[y] = (Math.Min(first, x), Math.Max(last, x));
            EnterNeighbours(x, y);
        }
        return [.. rows.SelectMany(row => Ends(row.Key, row.Value.First, row.Value.Last))];
    }

    private void EnterNeighbours(int x, int y)
    {
        for (int row = Math.Max(0, y - 1); row <= Math.Min(map.Height - 1, y + 1); row++)
            for (int column = Math.Max(0, x - 1); column <= Math.Min(map.Width - 1, x + 1); column++)
                Enter((row * map.Width) + column);
    }

    private static IEnumerable<Position> Ends(int y, int first, int last) => [new(first + 0.5, y + 0.5), new(last + 0.5, y + 0.5)];
}

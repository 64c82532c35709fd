namespace Extraction.Ocr.Detection;

/// <summary>Finds the connected areas of a map, corners counting as connected.</summary>
internal sealed class Islands
{
    private readonly TextMap map;
    private readonly float threshold;
    private readonly bool[] isSeen;
    private readonly Stack<int> open = new();
    private readonly int[] first;
    private readonly int[] last;

    private Islands(TextMap map, float threshold)
    {
        (this.map, this.threshold) = (map, threshold);
        isSeen = new bool[map.Width * map.Height];
        (first, last) = (new int[map.Height], new int[map.Height]);
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

    /// <summary>Visits an area; it starts at its top row, since areas are entered row by row.</summary>
    private List<Position> Fill()
    {
        int top = open.Peek() / map.Width, bottom = top;
        (first[top], last[top]) = (int.MaxValue, 0);
        while (open.TryPop(out int at))
        {
            (int y, int x) = Math.DivRem(at, map.Width);
            if (y > bottom) (bottom, first[y], last[y]) = (y, int.MaxValue, 0);
            (first[y], last[y]) = (Math.Min(first[y], x), Math.Max(last[y], x));
            EnterNeighbours(x, y);
        }
        return [.. Enumerable.Range(top, bottom - top + 1).SelectMany(y => Ends(y, first[y], last[y]))];
    }

    private void EnterNeighbours(int x, int y)
    {
        for (int row = Math.Max(0, y - 1); row <= Math.Min(map.Height - 1, y + 1); row++)
            for (int column = Math.Max(0, x - 1); column <= Math.Min(map.Width - 1, x + 1); column++)
                Enter((row * map.Width) + column);
    }

    private static IEnumerable<Position> Ends(int y, int first, int last) => [new(first + 0.5, y + 0.5), new(last + 0.5, y + 0.5)];
}

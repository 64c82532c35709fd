namespace Extraction.Ocr.Detection;

/// <summary>The smallest convex polygon around points.</summary>
internal static class ConvexHull
{
    /// <summary>The polygon's corners in order of turn, each once; one or two where the points are one point or lie on a line.</summary>
    public static List<Position> Of(IEnumerable<Position> points)
    {
        List<Position> sorted = [.. points.Distinct().OrderBy(point => point.X).ThenBy(point => point.Y)];
        if (sorted.Count < 3) return sorted;
        List<Position> hull = [.. Chain(sorted)];
        sorted.Reverse();
        hull.AddRange(Chain(sorted));
        return hull;
    }

    /// <summary>One half of the polygon, without its last corner, which is the other half's first (the monotone chain).</summary>
    private static List<Position> Chain(List<Position> sorted)
    {
        List<Position> chain = [];
        foreach (Position point in sorted)
        {
            while (chain.Count > 1 && (chain[^1] - chain[^2]).Cross(point - chain[^2]) <= 0) chain.RemoveAt(chain.Count - 1);
            chain.Add(point);
        }
        chain.RemoveAt(chain.Count - 1);
        return chain;
    }
}

namespace Extraction.Review.Comparing;

/// <summary>How far two texts are apart, by single characters put in, taken out or exchanged (Levenshtein 1966).</summary>
internal static class EditDistance
{
    // beyond this the two are compared by where they begin to differ and where they end to: cost must not grow with the square
    private const int Longest = 400;

    /// <summary>0 for equal texts to 1 for texts with nothing in common: edits by the longer one's length.</summary>
    internal static double Share(string left, string right)
    {
        int longer = Math.Max(left.Length, right.Length);
        if (longer == 0) return 0;
        return (longer <= Longest ? Edits(left, right) : longer - CommonEnds(left, right)) / (double)longer;
    }

    private static int Edits(string left, string right)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int exchange = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(exchange, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[right.Length];
    }

    private static int CommonEnds(string left, string right)
    {
        int shorter = Math.Min(left.Length, right.Length), head = 0, tail = 0;
        while (head < shorter && left[head] == right[head]) head++;
        while (tail < shorter - head && left[^(tail + 1)] == right[^(tail + 1)]) tail++;
        return head + tail;
    }
}

namespace Extraction.Ocr.Benchmark;

/// <summary>How far a reading is from the truth.</summary>
public static class EditDistance
{
    // bullets and rules made of characters are drawings: most of them are in no model's table of characters, and nobody reads them as text
    private const string Bullets = "•◦▎■▶✓√";

    /// <summary>Fewest insertions, deletions and replacements of characters, white space and bullets left out.</summary>
    public static (int Errors, int Characters) Of(string truth, string reading)
    {
        string expected = Visible(truth), actual = Visible(reading);
        int[] row = [.. Enumerable.Range(0, actual.Length + 1)];
        for (int i = 1; i <= expected.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= actual.Length; j++)
            {
                int best = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (expected[i - 1] == actual[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], best);
            }
        }
        return (row[^1], expected.Length);
    }

    private static string Visible(string text) => string.Concat(text.Where(each => !char.IsWhiteSpace(each) && each is not (>= '\u2500' and <= '\u257F') && !Bullets.Contains(each, StringComparison.Ordinal)));
}

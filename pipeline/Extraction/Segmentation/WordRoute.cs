namespace Extraction.Segmentation;

/// <summary>
/// Finds the most probable way through a block, from right to left: at each position the word whose weight plus the best score
/// behind it is highest. Same sums in the same order as jieba's <c>calc</c>, so that scores are equal to the last bit;
/// of two equal ways the one with the longer word wins. The graph of words is never stored: the trie is walked as it is scored.
/// Holds scratch space: one for each run, not for several threads.
/// </summary>
internal sealed class WordRoute(WeightedWords words)
{
    private double[] scores = new double[64];
    private int[] ends = new int[64];

    /// <summary>For each position of <paramref name="block"/> the end of the word that begins there; valid until the next call.</summary>
    public ReadOnlySpan<int> Find(ReadOnlySpan<char> block)
    {
        if (scores.Length <= block.Length)
        {
            scores = new double[block.Length * 2];
            ends = new int[block.Length * 2];
        }

        scores[block.Length] = 0;
        for (int start = block.Length - 1; start >= 0; start--) FindBestWord(block, start);
        return ends.AsSpan(0, block.Length);
    }

    /// <summary>Logarithm of the probability of the best way.</summary>
    public double Score(ReadOnlySpan<char> block)
    {
        Find(block);
        return scores[0];
    }

    private void FindBestWord(ReadOnlySpan<char> block, int start)
    {
        double best = double.NegativeInfinity;
        int bestEnd = 0;
        int node = PrefixTrie.Root;
        for (int i = start; i < block.Length && (node = words.Step(node, block[i])) != PrefixTrie.None; i++)
        {
            // Where no word ends the weight is not a number, and no comparison holds.
            double score = words.WeightAt(node) + scores[i + 1];
            if (!(score >= best)) continue;
            (best, bestEnd) = (score, i + 1);
        }

        if (bestEnd == 0) (best, bestEnd) = (words.UnknownWeight + scores[start + 1], start + 1);
        (scores[start], ends[start]) = (best, bestEnd);
    }
}

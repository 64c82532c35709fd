namespace Extraction.Segmentation;

/// <summary>
/// jieba's words and further ones beside them, with the logarithms of their probabilities. Filled while loading, then only read:
/// safe between threads. jieba's words are shared by all lists made from them; the further ones stand in a trie of their own and win.
/// </summary>
internal sealed class WeightedWords
{
    private readonly long total;
    private readonly double logTotal;

    // By rank: the frequencies of jieba's words, then those that further words brought. The first is minus infinity: no word ends.
    private readonly Dictionary<int, int> ranks = [];
    private double[] weights;

    /// <summary>Starts with jieba's words.</summary>
    /// <param name="known">jieba's words.</param>
    /// <param name="capacity">The most distinct prefixes that the further words will have.</param>
    /// <param name="added">Sum of the frequencies that further words bring: all probabilities are relative to the sum of all.</param>
    public WeightedWords(WordTrie known, int capacity, long added)
    {
        (Known, Added, total) = (known, capacity == 0 ? null : new PrefixTrie(capacity), known.Total + added);
        logTotal = Math.Log(total);
        UnknownWeight = Math.Log(1) - logTotal;
        weights = Array.ConvertAll(known.Frequencies, frequency => Math.Log(frequency) - logTotal);
        weights[0] = double.NegativeInfinity;
        for (int rank = 1; rank < weights.Length; rank++) ranks[known.Frequencies[rank]] = rank;
    }

    /// <summary>jieba's words.</summary>
    public WordTrie Known { get; }

    /// <summary>Further words, which win over jieba's; their values are ranks. Null where there are none.</summary>
    public PrefixTrie? Added { get; }

    /// <summary>Logarithms of the probabilities of words, by rank; minus infinity for rank 0.</summary>
    public double[] Weights => weights;

    /// <summary>Logarithm of the probability of a character that is no word.</summary>
    public double UnknownWeight { get; }

    /// <summary>Whether a word is in the list.</summary>
    public bool Contains(ReadOnlySpan<char> word) => RankOf(word) > 0;

    /// <summary>Logarithm of the probability of a word; that of a word seen once where the list does not hold it.</summary>
    public double WeightOf(ReadOnlySpan<char> word) => RankOf(word) is var rank && rank > 0 ? weights[rank] : UnknownWeight;

    /// <summary>Adds a word with the least frequency that keeps it in one piece: jieba's <c>suggest_freq</c>.</summary>
    public void AddSuggested(string word)
    {
        using var route = new WordRoute(this);
        Add(word, (int)(Math.Exp(route.Score(word)) * total) + 1);
    }

    /// <summary>Adds a word with a frequency: jieba's <c>add_word</c>.</summary>
    public void Add(string word, int frequency) => Added!.Add(word, RankOf(frequency));

    private int RankOf(ReadOnlySpan<char> word)
    {
        var walk = new WordWalk(this);
        foreach (char character in word)
            if (!walk.Step(character)) return 0;
        return walk.Rank;
    }

    private int RankOf(int frequency)
    {
        if (ranks.TryGetValue(frequency, out int rank)) return rank;
        rank = ranks.Count + 1;
        if (rank == weights.Length) Array.Resize(ref weights, rank * 2);
        weights[rank] = Math.Log(frequency) - logTotal;
        return ranks[frequency] = rank;
    }
}

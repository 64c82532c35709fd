namespace Extraction.Segmentation;

/// <summary>Words with the logarithms of their probabilities. Filled while loading, then only read: safe between threads.</summary>
internal sealed class WeightedWords
{
    private readonly PrefixTrie trie;
    private readonly long total;
    private readonly double logTotal;

    // The trie holds the number of a frequency; the words share some thousands of frequencies, each taken to its logarithm once.
    private readonly Dictionary<int, int> values = [];
    private double[] weights = new double[1024];

    /// <summary>Creates an empty list.</summary>
    /// <param name="capacity">The most distinct prefixes that the words will have.</param>
    /// <param name="total">Sum of the frequencies that all probabilities are relative to.</param>
    public WeightedWords(int capacity, long total)
    {
        (trie, this.total, logTotal) = (new PrefixTrie(capacity), total, Math.Log(total));
        weights[0] = double.NaN;
        UnknownWeight = Math.Log(1) - logTotal;
    }

    /// <summary>Logarithm of the probability of a character that is no word.</summary>
    public double UnknownWeight { get; }

    /// <summary>The node behind a character, <see cref="PrefixTrie.None"/> where no word goes on.</summary>
    public int Step(int node, char character) => trie.Step(node, character);

    /// <summary>Logarithm of the probability of the word that ends at a node; not a number where none ends.</summary>
    public double WeightAt(int node) => weights[trie.ValueAt(node)];

    /// <summary>Above every node.</summary>
    public int NodeLimit => trie.NodeLimit;

    /// <summary>The node behind a word, <see cref="PrefixTrie.None"/> where no word goes that way.</summary>
    public int NodeOf(ReadOnlySpan<char> word) => trie.NodeOf(word);

    /// <summary>Whether a word is in the list.</summary>
    public bool Contains(ReadOnlySpan<char> word) => trie.Find(word) > 0;

    /// <summary>The node behind a character, made where it is missing.</summary>
    public int StepOrAdd(int node, char character) => trie.StepOrAdd(node, character);

    /// <summary>Ends a word at a node.</summary>
    public void SetFrequency(int node, int frequency) => trie.SetValue(node, ValueOf(frequency));

    /// <summary>Adds a word with the least frequency that keeps it in one piece: jieba's <c>suggest_freq</c>.</summary>
    public void AddSuggested(string word)
    {
        double probability = Math.Exp(new WordRoute(this).Score(word));
        trie.Add(word, ValueOf((int)(probability * total) + 1));
    }

    /// <summary>Adds a word with a frequency: jieba's <c>add_word</c>.</summary>
    public void Add(string word, int frequency) => trie.Add(word, ValueOf(frequency));

    private int ValueOf(int frequency)
    {
        if (values.TryGetValue(frequency, out int value)) return value;
        value = values.Count + 1;
        if (value == weights.Length) Array.Resize(ref weights, value * 2);
        weights[value] = Math.Log(frequency) - logTotal;
        return values[frequency] = value;
    }
}

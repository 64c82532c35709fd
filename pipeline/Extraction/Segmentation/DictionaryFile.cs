using System.Globalization;
using Extraction.Knowledge;

namespace Extraction.Segmentation;

/// <summary>
/// Parses the word list: a header line, then <c>word TAB frequency</c> in ordinal order; a missing frequency is 3.
/// Works on spans: a string for each of 349,000 lines would cost more than all the rest of loading.
/// </summary>
internal sealed class DictionaryFile
{
    private const int DefaultFrequency = 3;
    private const int LongestWord = 255;

    private readonly string name;
    private readonly string text;

    private DictionaryFile(string name, string text) => (this.name, this.text) = (name, text);

    /// <summary>Parses a file's text.</summary>
    /// <param name="name">The file's name, for errors.</param>
    /// <param name="text">What it holds.</param>
    /// <param name="reserve">Room for further words, in characters.</param>
    public static WeightedWords Parse(string name, string text, int reserve)
    {
        var file = new DictionaryFile(name, text);
        (int nodes, long total) = file.Measure();
        var words = new WeightedWords(nodes + reserve, total);
        file.Fill(words);
        return words;
    }

    // First pass: the sum of the frequencies (a word listed twice counts twice, as in jieba) and the number of distinct prefixes,
    // which in ordinal order are those that a word does not share with the word before it.
    private (int Nodes, long Total) Measure()
    {
        int nodes = 0;
        long total = 0;
        ReadOnlySpan<char> previous = default;
        foreach (Line line in Lines())
        {
            ReadOnlySpan<char> word = WordOf(line);
            if (word.SequenceCompareTo(previous) < 0) throw new KnowledgeException(name, line.Number, "the words are not in ordinal order");
            nodes += word.Length - word.CommonPrefixLength(previous);
            total += line.Frequency;
            previous = word;
        }

        if (total == 0) throw new KnowledgeException(name, 0, "it holds no words; restore it from the repository");
        return (nodes, total);
    }

    // Second pass. The nodes of the word before are kept, so that only new prefixes touch the table.
    private void Fill(WeightedWords words)
    {
        Span<int> path = stackalloc int[LongestWord + 1];
        path[0] = PrefixTrie.Root;
        ReadOnlySpan<char> previous = default;
        foreach (Line line in Lines())
        {
            ReadOnlySpan<char> word = WordOf(line);
            for (int i = word.CommonPrefixLength(previous); i < word.Length; i++) path[i + 1] = words.StepOrAdd(path[i], word[i]);
            words.SetFrequency(path[word.Length], line.Frequency);
            previous = word;
        }
    }

    private ReadOnlySpan<char> WordOf(Line line) => text.AsSpan(line.Start, line.Length);

    private IEnumerable<Line> Lines()
    {
        int number = 0;
        bool isHeader = true;
        for (int start = 0, next; start < text.Length; start = next)
        {
            number++;
            int end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            next = end + 1;
            if (end > start && text[end - 1] == '\r') end--;
            if (end == start || text[start] == '#') continue;
            if (!isHeader) yield return Parse(number, start, end);
            isHeader = false;
        }
    }

    private Line Parse(int number, int start, int end)
    {
        ReadOnlySpan<char> line = text.AsSpan(start, end - start);
        int tab = line.IndexOf('\t');
        int length = tab < 0 ? line.Length : tab;
        if (length is 0 or > LongestWord) throw new KnowledgeException(name, number, $"a word has 1 to {LongestWord} characters");
        if (tab < 0) return new Line(number, start, length, DefaultFrequency);
        if (!int.TryParse(line[(tab + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int frequency) || frequency == 0)
            throw new KnowledgeException(name, number, "the frequency is not a whole number above 0");
        return new Line(number, start, length, frequency);
    }

    private readonly record struct Line(int Number, int Start, int Length, int Frequency);
}

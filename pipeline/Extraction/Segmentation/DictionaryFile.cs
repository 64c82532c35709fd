using System.Globalization;
using System.Runtime.CompilerServices;
using Extraction.Knowledge;

namespace Extraction.Segmentation;

/// <summary>
/// Parses the word list: a header line, then <c>word TAB frequency TAB tag</c> in ordinal order; a missing frequency is 3.
/// The tags are not looked at: see <see cref="WordTags"/>.
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
    /// <param name="added">Sum of the frequencies of those that bring one.</param>
    public static WeightedWords Parse(string name, string text, int reserve, long added)
    {
        var file = new DictionaryFile(name, text);
        List<Entry> entries = file.ReadEntries();
        // A word listed twice counts twice, as in jieba.
        long total = entries.Sum(entry => (long)entry.Frequency);
        if (total == 0) throw new KnowledgeException(name, 0, "it holds no words; restore it from the repository");
        var words = new WeightedWords(entries.Sum(entry => entry.Length - entry.Shared) + reserve, total + added);
        file.Fill(words, entries);
        return words;
    }

    // These loops run once, over 349,000 lines, before the runtime would find the time to optimize them.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private List<Entry> ReadEntries()
    {
        var entries = new List<Entry>(text.Length / 5);
        var previous = new Entry(0, 0, 0, 0);
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
            if (!isHeader) entries.Add(previous = ReadEntry(number, start, end, previous));
            isHeader = false;
        }

        return entries;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Entry ReadEntry(int number, int start, int end, Entry previous)
    {
        int tab = start;
        while (tab < end && text[tab] != '\t') tab++;
        int length = tab - start;
        if (length is 0 or > LongestWord) throw new KnowledgeException(name, number, $"a word has 1 to {LongestWord} characters");
        int shared = 0;
        while (shared < length && shared < previous.Length && text[start + shared] == text[previous.Start + shared]) shared++;
        bool isBehind = shared == previous.Length || (shared < length && text[start + shared] > text[previous.Start + shared]);
        if (!isBehind) throw new KnowledgeException(name, number, "the words are not in ordinal order");
        return new Entry(start, length, shared, tab < end ? ReadFrequency(number, tab + 1, end) : DefaultFrequency);
    }

    private int ReadFrequency(int number, int start, int end)
    {
        ReadOnlySpan<char> field = text.AsSpan(start, end - start);
        int tab = field.IndexOf('\t');
        if (tab >= 0) field = field[..tab];
        if (field.IsEmpty && tab >= 0) return DefaultFrequency;
        return int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out int frequency) && frequency > 0
            ? frequency
            : throw new KnowledgeException(name, number, "the frequency is not a whole number above 0");
    }

    // The nodes of the word before are kept: in ordinal order only the characters that a word does not share with it are new.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill(WeightedWords words, List<Entry> entries)
    {
        Span<int> path = stackalloc int[LongestWord + 1];
        path[0] = PrefixTrie.Root;
        foreach (Entry entry in entries)
        {
            for (int i = entry.Shared; i < entry.Length; i++) path[i + 1] = words.StepOrAdd(path[i], text[entry.Start + i]);
            words.SetFrequency(path[entry.Length], entry.Frequency);
        }
    }

    // A word in the text, with the number of leading characters that it shares with the word before it.
    private readonly record struct Entry(int Start, int Length, int Shared, int Frequency);
}

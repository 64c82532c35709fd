using System.Collections.Frozen;
using Extraction.Knowledge;

namespace Extraction.Segmentation;

/// <summary>The parts of speech of known words. Immutable, safe between threads.</summary>
internal sealed class WordTags
{
    /// <summary>The tag of signs and of words that no list tags.</summary>
    public const string Unknown = "x";

    private const string File = "segmentation/dictionary.tsv";
    private const string DefaultTag = "n";

    private readonly WeightedWords words;
    private readonly List<string> names = [Unknown];

    // The number of each node's tag: a byte, since there are some fifty.
    private readonly byte[] numbers;
    private readonly FrozenDictionary<string, string> phrases;

    private WordTags(SegmentationDictionary dictionary)
    {
        words = dictionary.Words;
        numbers = new byte[words.NodeLimit];
        var tagged = dictionary.Lexicon.Where(word => word.Tag is not null).ToList();
        phrases = tagged.DistinctBy(word => word.Text, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(word => word.Text, word => word.Tag!, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Reads the tags of the dictionary's file and takes those of its lexicon, which win.</summary>
    public static WordTags Load(KnowledgeFolder knowledge, SegmentationDictionary dictionary)
    {
        var tags = new WordTags(dictionary);
        tags.Read(knowledge.ReadText(File));
        foreach (LexiconWord word in dictionary.Lexicon)
            if (word.Tag is not null && tags.words.NodeOf(word.Text) is var node && node != PrefixTrie.None) tags.Set(node, word.Tag, 0);
        return tags;
    }

    /// <summary>The tag of a word.</summary>
    public string Of(ReadOnlySpan<char> word)
    {
        int node = words.NodeOf(word);
        return node == PrefixTrie.None ? Unknown : names[numbers[node]];
    }

    /// <summary>The tag of a phrase, see <see cref="SegmentationDictionary.Phrases"/>.</summary>
    public string OfPhrase(string phrase) => phrases.GetValueOrDefault(phrase, Unknown);

    // The columns were checked when the words were loaded from the same file.
    private void Read(string text)
    {
        int number = 0;
        bool isHeader = true;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (line.IsEmpty || line[0] == '#') continue;
            if (!isHeader) ReadLine(line, number);
            isHeader = false;
        }
    }

    private void ReadLine(ReadOnlySpan<char> line, int number)
    {
        int first = line.IndexOf('\t');
        ReadOnlySpan<char> rest = first < 0 ? [] : line[(first + 1)..];
        int second = rest.IndexOf('\t');
        ReadOnlySpan<char> tag = second < 0 ? DefaultTag : rest[(second + 1)..];
        int node = words.NodeOf(first < 0 ? line : line[..first]);
        if (node == PrefixTrie.None) throw new KnowledgeException(File, number, "the file changed while the program ran; start it again");
        Set(node, tag, number);
    }

    private void Set(int node, ReadOnlySpan<char> tag, int line)
    {
        for (int i = 0; i < names.Count; i++)
        {
            if (!tag.SequenceEqual(names[i])) continue;
            numbers[node] = (byte)i;
            return;
        }

        if (names.Count > byte.MaxValue) throw new KnowledgeException(File, line, $"there are more than {byte.MaxValue} tags");
        numbers[node] = (byte)names.Count;
        names.Add(tag.ToString());
    }
}

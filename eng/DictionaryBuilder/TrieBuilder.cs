using System.Numerics;
using Extraction.Segmentation;

namespace Extraction.DictionaryBuilder;

/// <summary>
/// Places the nodes of a trie in a double array, breadth first: a node's base is the first one that no other node has and at which the
/// units of all its children are free. Nodes with many children come first, and frequent characters have low codes, so that what
/// running text touches lies close together.
/// </summary>
internal sealed class TrieBuilder
{
    private const int MostUnits = 1 << 21;

    private readonly List<Word> words;
    private readonly char[] alphabet;
    private readonly Dictionary<char, ushort> codes;
    private readonly int[] frequencies;
    private readonly string[] tags;

    private readonly ulong[] units = new ulong[MostUnits];
    private readonly BitSet taken = new(MostUnits);
    private readonly BitSet bases = new(MostUnits);

    /// <summary>Takes the words.</summary>
    /// <param name="words">In ordinal order; of a word that stands there twice the last frequency and tag count.</param>
    public TrieBuilder(List<Word> words)
    {
        this.words = words;
        alphabet = [.. words.SelectMany(word => word.Text.Select(character => (character, word.Frequency)))
            .GroupBy(pair => pair.character, pair => (long)pair.Frequency)
            .OrderByDescending(group => group.Sum()).ThenBy(group => group.Key).Select(group => group.Key)];
        codes = alphabet.Select((character, i) => (character, i)).ToDictionary(pair => pair.character, pair => (ushort)(pair.i + 1));
        frequencies = [0, .. words.Select(word => word.Frequency).Distinct().Order()];
        tags = ["x", .. words.Select(word => word.Tag).Where(tag => tag != "x").Distinct().Order(StringComparer.Ordinal)];
        if (frequencies.Length > ushort.MaxValue || tags.Length > byte.MaxValue) throw new InvalidOperationException("There are more frequencies or tags than a unit can number.");
    }

    /// <summary>Builds the trie.</summary>
    public WordTrie Build()
    {
        var leaves = new List<int>();
        bases.Add(0);
        taken.Add(0);
        for (int i = 1; i <= WordTrie.FurtherCodes; i++) leaves.Add(alphabet.Length + i);
        foreach (int unit in leaves) taken.Add(unit);
        List<Node> level = [new Node(0, 0, Children(..words.Count, 0))];
        while (level.Count > 0)
        {
            var below = new List<Node>();
            foreach (Node node in level.OrderByDescending(node => node.Children.Count))
            {
                if (node.Children.Count == 0) leaves.Add(node.Unit);
                else Place(node, below);
            }

            level = below;
        }

        int end = Math.Max(taken.Last, bases.Last) + 1;
        foreach (int leaf in leaves) units[leaf] |= (ulong)end << WordTrie.BaseShift;
        return new WordTrie(alphabet, units[..(end + alphabet.Length + WordTrie.FurtherCodes + 1)], frequencies, tags, words.Sum(word => (long)word.Frequency));
    }

    private void Place(Node node, List<Node> below)
    {
        int start = node.Unit == 0 ? 0 : FindBase(node.Children);
        bases.Add(start);
        units[node.Unit] |= (ulong)start << WordTrie.BaseShift;
        foreach ((ushort code, Range inside) in node.Children)
        {
            taken.Add(start + code);
            units[start + code] = code | ValueOf(inside, node.Depth + 1);
            below.Add(new Node(start + code, node.Depth + 1, Children(inside, node.Depth + 1)));
        }
    }

    // By code; the word that ends at the node itself is no child.
    private List<(ushort Code, Range Words)> Children(Range range, int depth)
    {
        var children = new List<(ushort, Range)>();
        for (int i = range.Start.Value, end; i < range.End.Value; i = end)
        {
            end = i + 1;
            if (words[i].Text.Length == depth) continue;
            while (end < range.End.Value && words[end].Text[depth] == words[i].Text[depth]) end++;
            children.Add((codes[words[i].Text[depth]], i..end));
        }

        children.Sort((one, other) => one.Item1.CompareTo(other.Item1));
        return children;
    }

    private ulong ValueOf(Range range, int length)
    {
        int last = -1;
        for (int i = range.Start.Value; i < range.End.Value && words[i].Text.Length == length; i++) last = i;
        if (last < 0) return 0;
        ulong rank = (ulong)Array.BinarySearch(frequencies, words[last].Frequency);
        return (rank << WordTrie.RankShift) | ((ulong)Array.IndexOf(tags, words[last].Tag) << WordTrie.TagShift);
    }

    // 64 bases are tried at once.
    private int FindBase(List<(ushort Code, Range Words)> children)
    {
        for (int first = 0; first < MostUnits - ushort.MaxValue - 64; first += 64)
        {
            ulong free = ~bases.At(first);
            for (int i = 0; i < children.Count && free != 0; i++) free &= ~taken.At(first + children[i].Code);
            if (free != 0) return first + BitOperations.TrailingZeroCount(free);
        }

        throw new InvalidOperationException("The words need more units than there are.");
    }

    // A placed node, with its children's codes and the words that go through them.
    private sealed record Node(int Unit, int Depth, List<(ushort Code, Range Words)> Children);
}

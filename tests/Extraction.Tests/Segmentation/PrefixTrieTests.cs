using CsCheck;
using Extraction.Segmentation;

namespace Extraction.Tests.Segmentation;

public sealed class PrefixTrieTests
{
    [Fact]
    public void Agrees_with_a_dictionary() =>
        Gen.Select(Gen.String[Gen.Char["甲乙\0\uffffab"], 1, 5], Gen.Int[1, (1 << 26) - 1]).Array[0, 200].Sample(
            pairs =>
            {
                var expected = new Dictionary<string, int>(StringComparer.Ordinal);
                var trie = new PrefixTrie(pairs.Sum(pair => pair.Item1.Length));
                foreach ((string word, int value) in pairs)
                {
                    trie.Add(word, value);
                    expected[word] = value;
                }

                return pairs.SelectMany(pair => Enumerable.Range(0, pair.Item1.Length + 1).Select(length => pair.Item1[..length]))
                    .Append("丙").All(word => trie.Find(word) == expected.GetValueOrDefault(word));
            },
            iter: 300);

    [Fact]
    public void Refuses_more_nodes_than_it_has_room_for()
    {
        var trie = new PrefixTrie(2);
        trie.Add("甲乙", 1);
        trie.Add("甲", 2);
        Assert.Throws<InvalidOperationException>(() => trie.Add("丙", 3));
    }
}

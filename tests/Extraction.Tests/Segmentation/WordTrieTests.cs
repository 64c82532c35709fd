using CsCheck;
using Extraction.DictionaryBuilder;
using Extraction.Segmentation;

namespace Extraction.Tests.Segmentation;

public sealed class WordTrieTests
{
    [Fact]
    public void Holds_every_word_with_frequency_and_tag_and_no_other() =>
        Gen.Select(Gen.String[Gen.Char["甲乙\0\uffffab"], 1, 5], Gen.Int[1, 9], Gen.Char["nvx"]).Array[1, 200].Sample(
            entries =>
            {
                List<Word> words = [.. entries.Select(entry => new Word(entry.Item1, entry.Item2, entry.Item3.ToString())).OrderBy(word => word.Text, StringComparer.Ordinal)];
                WordTrie trie = DictionaryImage.Read("image", DictionaryImage.Write(new TrieBuilder(words).Build()));
                Dictionary<string, (int, string)> expected = [];
                foreach (Word word in words) expected[word.Text] = (word.Frequency, word.Tag);
                return trie.Total == words.Sum(word => word.Frequency)
                    && words.SelectMany(word => Enumerable.Range(1, word.Text.Length).Select(length => word.Text[..length])).Append("丙").Append("甲丙")
                        .All(text => Find(trie, text) == expected.GetValueOrDefault(text, (0, "x")));
            },
            iter: 200);

    [Fact]
    public void The_same_words_give_the_same_bytes()
    {
        List<Word> words = [new("乙", 1, "n"), new("甲", 2, "v"), new("甲乙", 3, "n")];
        Assert.Equal(DictionaryImage.Write(new TrieBuilder(words).Build()), DictionaryImage.Write(new TrieBuilder(words).Build()));
    }

    [Theory]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(1500)]
    public void A_block_is_one_however_long_it_is(int length)
    {
        // Scored from the right, 甲乙甲乙…甲 of odd length begins with the single character; cut in pieces it would not.
        var trie = new TrieBuilder([new("乙甲", 100, "n"), new("甲", 1, "n"), new("甲乙", 1, "n")]).Build();
        using var route = new WordRoute(new WeightedWords(trie, 0, 0));
        string text = string.Concat(Enumerable.Repeat("甲乙", 1000))[..length];
        int[] ends = route.Find(text).ToArray();
        Assert.Equal(1, ends[0]);
        for (int at = 1; at + 2 <= length; at += 2) Assert.Equal(at + 2, ends[at]);
    }

    private static (int, string) Find(WordTrie trie, string word)
    {
        ulong node = WordTrie.Root;
        foreach (char character in word)
        {
            node = trie.Step(node, trie.CodeOf(character));
            if (!WordTrie.IsNode(node, trie.CodeOf(character))) return (0, "x");
        }

        return (trie.Frequencies[WordTrie.RankOf(node)], trie.Tags[WordTrie.TagOf(node)]);
    }
}

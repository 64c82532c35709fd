using System.Text;
using Extraction.DictionaryBuilder;
using Extraction.Knowledge;
using Extraction.Segmentation;

namespace Extraction.Tests.Segmentation;

public sealed class DataFilesTests : IDisposable
{
    private const string Transitions = "hmm-transitions.tsv", Emissions = "hmm-emissions.tsv";

    private readonly string folder = Directory.CreateTempSubdirectory("segmentation").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_missing_dictionary_is_named() =>
        Assert.Equal("segmentation/dictionary.words: the file is missing; restore it from the repository", Assert.Throws<KnowledgeException>(() => LoadDictionary()).Message);

    [Theory]
    [InlineData(0, 0, "byte 0:")]
    [InlineData(0, 40, "byte 0:")]
    [InlineData(0, 64, "byte 64: the file ends here")]
    [InlineData(0, -1, "the file ends here")]
    [InlineData(3, null, "byte 0: not a dictionary of this version")]
    [InlineData(11, null, "byte 40: what follows was changed")]
    [InlineData(45, null, "the file ends here")]
    [InlineData(60, null, "byte 40: what follows was changed")]
    [InlineData(80, null, "byte 40: what follows was changed")]
    public void A_damaged_dictionary_is_refused_with_place_and_remedy(int changed, int? length, string place)
    {
        byte[] bytes = DictionaryImage.Write(Trie("word\n甲乙\t7\n甲乙丙\t9\n"));
        bytes[changed] ^= (byte)(length is null ? 1 : 0);
        Write("dictionary.words", bytes.AsSpan(0, length is null ? bytes.Length : length < 0 ? bytes.Length + length.Value : length.Value));
        string message = Assert.Throws<KnowledgeException>(() => LoadDictionary()).Message;
        Assert.StartsWith("segmentation/dictionary.words: byte ", message, StringComparison.Ordinal);
        Assert.Contains(place, message, StringComparison.Ordinal);
        Assert.EndsWith("restore it from the repository, or write it anew with eng/DictionaryBuilder", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dictionary_whose_units_lead_out_of_it_is_refused()
    {
        WordTrie sound = Trie("word\n甲乙\n");
        ulong[] units = sound.Units.ToArray();
        units[1] |= (ulong)WordTrie.MaxBase << WordTrie.BaseShift;
        Write("dictionary.words", DictionaryImage.Write(new WordTrie(sound.Alphabet, units, sound.Frequencies, sound.Tags, sound.Total)));
        Assert.Contains("leads out of the array", Assert.Throws<KnowledgeException>(() => LoadDictionary()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("word\tfrequency\n甲\t0\n", 2)]
    [InlineData("word\tfrequency\n# note\n甲\tx\n", 3)]
    [InlineData("word\tfrequency\n\t5\n", 2)]
    [InlineData("word\tfrequency\n乙\t5\n\n一\t5\n", 4)]
    [InlineData("word\tfrequency\n", 0)]
    public void A_wrong_line_of_the_word_list_is_named(string text, int line) =>
        Assert.Equal(line, Assert.Throws<KnowledgeException>(() => DictionaryTable.Parse("dictionary.tsv", text)).Line);

    [Fact]
    public void A_word_without_a_frequency_has_3_and_Windows_line_ends_do_no_harm()
    {
        Write("dictionary.words", DictionaryImage.Write(Trie("word\tfrequency\r\n甲乙\r\n甲乙丙\t9\r\n")));
        SegmentationDictionary dictionary = LoadDictionary(" 丁戊 ", "丁");
        Assert.True(dictionary.Contains("甲乙") && dictionary.Contains("甲乙丙") && dictionary.Contains("丁戊"));
        Assert.False(dictionary.Contains("甲") || dictionary.Contains("丁") || dictionary.Contains(""));
        using var route = new WordRoute(dictionary.Words);
        Assert.Equal(Math.Log(3) - Math.Log(12), route.Score("甲乙"));
    }

    [Fact]
    public void Dictionaries_of_one_knowledge_folder_share_jieba_s_words_and_keep_their_own_apart()
    {
        Write("dictionary.words", DictionaryImage.Write(Trie("word\n甲乙\n")));
        var knowledge = new KnowledgeFolder(folder);
        SegmentationDictionary one = SegmentationDictionary.Load(knowledge, ["丁戊"]), other = SegmentationDictionary.Load(knowledge, ["己庚"]);
        Assert.Same(one.Words.Known, other.Words.Known);
        Assert.True(one.Contains("丁戊") && other.Contains("己庚"));
        Assert.False(one.Contains("己庚") || other.Contains("丁戊"));
    }

    [Theory]
    [InlineData("from\tB\tE\tM\tS\nX\t1\n", "character\tB\tE\tM\tS\n", "segmentation/hmm-transitions.tsv")]
    [InlineData("from\tB\tE\tM\tS\nB\tone\n", "character\tB\tE\tM\tS\n", "segmentation/hmm-transitions.tsv")]
    [InlineData("from\tB\tE\tM\tS\n", "character\tB\tE\tM\tS\n甲乙\t1\n", "segmentation/hmm-emissions.tsv")]
    public void A_wrong_line_of_the_model_is_named(string transitions, string emissions, string file)
    {
        Write(Transitions, transitions);
        Write(Emissions, emissions);
        KnowledgeException error = Assert.Throws<KnowledgeException>(() => HmmModel.Load(new KnowledgeFolder(folder)));
        Assert.Equal((file, 2), (error.File, error.Line));
    }

    [Fact]
    public void A_wrong_line_of_the_abbreviations_is_named()
    {
        Write("abbreviations.tsv", "abbreviation\tbefore\ninc\tsometimes\n");
        Assert.Equal(2, Assert.Throws<KnowledgeException>(() => SentenceSplitter.Load(new KnowledgeFolder(folder))).Line);
    }

    private static WordTrie Trie(string table) => new TrieBuilder(DictionaryTable.Parse("dictionary.tsv", table)).Build();

    private SegmentationDictionary LoadDictionary(params string[] words) =>
        SegmentationDictionary.Load(new KnowledgeFolder(folder), words.Select(word => new LexiconWord(word)));

    private void Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    private void Write(string name, ReadOnlySpan<byte> bytes)
    {
        Directory.CreateDirectory(Path.Combine(folder, "segmentation"));
        File.WriteAllBytes(Path.Combine(folder, "segmentation", name), bytes);
    }
}

using Extraction.Knowledge;
using Extraction.Segmentation;

namespace Extraction.Tests.Segmentation;

public sealed class DataFilesTests : IDisposable
{
    private const string Dictionary = "dictionary.tsv", Transitions = "hmm-transitions.tsv", Emissions = "hmm-emissions.tsv";

    private readonly string folder = Directory.CreateTempSubdirectory("segmentation").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Equal("segmentation/dictionary.tsv", Assert.Throws<KnowledgeException>(LoadDictionary).File);

    [Theory]
    [InlineData("word\tfrequency\n甲\t0\n", 2)]
    [InlineData("word\tfrequency\n# note\n甲\tx\n", 3)]
    [InlineData("word\tfrequency\n\t5\n", 2)]
    [InlineData("word\tfrequency\n乙\t5\n\n一\t5\n", 4)]
    [InlineData("word\tfrequency\n", 0)]
    public void A_wrong_line_of_the_dictionary_is_named(string text, int line)
    {
        Write(Dictionary, text);
        Assert.Equal(line, Assert.Throws<KnowledgeException>(LoadDictionary).Line);
    }

    [Fact]
    public void A_word_without_a_frequency_has_3_and_Windows_line_ends_do_no_harm()
    {
        Write(Dictionary, "word\tfrequency\r\n甲乙\r\n甲乙丙\t9\r\n");
        SegmentationDictionary dictionary = SegmentationDictionary.Load(new KnowledgeFolder(folder), [" 丁戊 ", "丁"]);
        Assert.True(dictionary.Contains("甲乙") && dictionary.Contains("甲乙丙") && dictionary.Contains("丁戊"));
        Assert.False(dictionary.Contains("甲") || dictionary.Contains("丁") || dictionary.Contains(""));
        Assert.Equal(Math.Log(3) - Math.Log(12), new WordRoute(dictionary.Words).Score("甲乙"));
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

    private void LoadDictionary() => SegmentationDictionary.Load(new KnowledgeFolder(folder), []);

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.Combine(folder, "segmentation"));
        File.WriteAllText(Path.Combine(folder, "segmentation", name), text);
    }
}

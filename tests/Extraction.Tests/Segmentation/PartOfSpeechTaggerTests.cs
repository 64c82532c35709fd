using Extraction.Knowledge;
using Extraction.Segmentation;

namespace Extraction.Tests.Segmentation;

/// <summary>What jieba's own answers in <see cref="JiebaSegmenterTests"/> leave open: words of the domain, and damaged text.</summary>
public class PartOfSpeechTaggerTests
{
    [Fact]
    public void Words_of_the_domain_bring_their_tag_or_have_none()
    {
        LexiconWord[] words = [new("GPT-4 Turbo", Tag: "nz"), new("九天海算", 100, "nz"), new("翀麟", 100), "Orca 2"];
        PartOfSpeechTagger tagger = PartOfSpeechTagger.Load(KnowledgeFolder.Default(), words);
        Assert.Equal("发布/v GPT-4 Turbo/nz 、/x 九天海算/nz 、/x 翀麟/x 、/x orca 2/x", Cut(tagger, "发布GPT-4 Turbo、九天海算、翀麟、orca 2"));
    }

    // python3-jieba 0.42.1 after add_word('C端', 900, 'n'), add_word('GPX-4', 30), add_word('研究生命', 20000, 'n').
    [Fact]
    public void A_word_with_a_frequency_is_one_that_jieba_added()
    {
        LexiconWord[] words = [new("C端", 900, "n"), new("GPX-4", 30), new("研究生命", 20000, "n")];
        WordSegmenter segmenter = WordSegmenter.Load(KnowledgeFolder.Default(), words);
        const string text = "ABC端研究生命起源，c端用GPX-4";
        Assert.Equal("AB C端 研究生命 起源 ， c 端用 GPX-4", string.Join(' ', segmenter.Cut(text).Select(token => token.Span.Of(text))));
    }

    [Fact]
    public void Damaged_text_is_tagged_without_an_exception()
    {
        PartOfSpeechTagger tagger = PartOfSpeechTagger.Load(KnowledgeFolder.Default(), []);
        Assert.All(["", "\ud83d", "\udc00\ud83d中", "\0\0文\0", new string('龘', 20_000), new string('a', 50_000)], text => Assert.Equal(text.Length, tagger.Cut(text).Sum(token => token.Span.Length)));
    }

    private static string Cut(PartOfSpeechTagger tagger, string text) => string.Join(' ', tagger.Cut(text).Select(token => $"{token.Span.Of(text)}/{token.Tag}"));
}

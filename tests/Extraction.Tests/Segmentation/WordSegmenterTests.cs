using System.Text;
using Extraction.Knowledge;
using Extraction.Segmentation;

namespace Extraction.Tests.Segmentation;

/// <summary>The expected words are those of python3-jieba 0.42.1, without the empty ones of its full mode.</summary>
public class WordSegmenterTests
{
    private static readonly WordSegmenter Plain = WordSegmenter.Load(KnowledgeFolder.Default(), []);

    [Theory]
    [InlineData("小明硕士毕业于中国科学院计算所", "小|明|硕士|毕业|于|中国|中国科学院|科学|科学院|学院|计算|计算所")]
    [InlineData("我来到北京清华大学 AT&T", "我|来到|北京|清华|清华大学|华大|大学| |AT&T")]
    [InlineData("B超检查IP电话 v1.5，30%", "B超|检查|IP电话|电话| |v1|.|5|，|30|%")]
    [InlineData("", "")]
    public void All_gives_every_word(string text, string words) => Assert.Equal(words, Cut(Plain, text, SegmentationMode.All));

    [Theory]
    [InlineData("小明硕士毕业于中国科学院计算所", "小明|硕士|毕业|于|中国|科学|学院|科学院|中国科学院|计算|计算所")]
    [InlineData("我来到北京清华大学 AT&T", "我|来到|北京|清华|华大|大学|清华大学| |AT&T")]
    [InlineData("B超检查IP电话 v1.5，30%", "B超|检查|电话|IP电话| |v1.5|，|30%")]
    public void Search_adds_the_words_inside_long_ones(string text, string words) => Assert.Equal(words, Cut(Plain, text, SegmentationMode.Search));

    [Theory]
    [InlineData(SegmentationMode.Accurate)]
    [InlineData(SegmentationMode.Search)]
    [InlineData(SegmentationMode.All)]
    public void Words_of_the_domain_stay_whole_in_every_mode(SegmentationMode mode)
    {
        WordSegmenter segmenter = WordSegmenter.Load(KnowledgeFolder.Default(), ["GPT-4 Turbo", "九天海算"]);
        Assert.Contains("GPT-4 Turbo", Cut(segmenter, "推出GPT-4 Turbo", mode).Split('|'));
        Assert.Contains("九天海算", Cut(segmenter, "发布九天海算", mode).Split('|'));
    }

    [Theory]
    [InlineData(SegmentationMode.Accurate)]
    [InlineData(SegmentationMode.Search)]
    [InlineData(SegmentationMode.All)]
    public void Damaged_text_is_cut_without_an_exception(SegmentationMode mode) =>
        Assert.All(["\ud83d", "\udc00\ud83d中", "\0\0文\0", "\u202E中文\u202C", new string('中', 50_000), new string('a', 50_000), new string('\t', 50_000)], text => Cut(Plain, text, mode));

    [Theory]
    [InlineData("中")]
    [InlineData("研究生命起源")]
    [InlineData("a")]
    [InlineData("😀\ud83d")]
    [InlineData("\0。")]
    [InlineData("\u202E中文\u2066x")]
    public void A_line_of_ten_megabytes_takes_as_long_for_each_character_as_a_short_one(string unit)
    {
        string text = string.Concat(Enumerable.Repeat(unit, 10_000_000 / Encoding.UTF8.GetByteCount(unit)));
        int units = text.Length;
        TimeSpan before = Environment.CpuUsage.TotalTime;
        Assert.Equal(units, Plain.Cut(text).Sum(token => token.Span.Length));
        // Square time would take hours; the bound leaves room for a machine under load.
        Assert.True(Environment.CpuUsage.TotalTime - before < TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void Words_are_the_strings_of_the_tokens()
    {
        const string text = "小明硕士毕业于中国科学院计算所，小明在B超检查IP电话 v1.5，30%";
        Assert.Equal(Plain.Cut(text).Select(token => token.Span.Of(text)), Plain.Words(text));
        Assert.Empty(Plain.Words(""));
    }

    [Fact]
    public void Several_lexicons_are_used_side_by_side()
    {
        KnowledgeFolder knowledge = KnowledgeFolder.Default();
        WordSegmenter[] segmenters = [WordSegmenter.Load(knowledge, []), WordSegmenter.Load(knowledge, ["远舟海算"]), WordSegmenter.Load(knowledge, ["舟海"])];
        string[] expected = [.. segmenters.Select(segmenter => Cut(segmenter, "用远舟海算做", SegmentationMode.Accurate))];
        Assert.Contains("远舟海算", expected[1].Split('|'));
        Assert.Contains("舟海", expected[2].Split('|'));
        Parallel.For(0, 300, i => Assert.Equal(expected[i % 3], Cut(segmenters[i % 3], "用远舟海算做", SegmentationMode.Accurate)));
    }

    private static string Cut(WordSegmenter segmenter, string text, SegmentationMode mode) =>
        string.Join('|', segmenter.Cut(text, mode).Select(token => token.Span.Of(text)));
}

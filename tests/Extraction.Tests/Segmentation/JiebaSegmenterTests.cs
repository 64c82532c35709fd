using System.Collections.Immutable;
using System.Text.Json;
using CsCheck;
using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Segmentation;

namespace Extraction.Tests.Segmentation;

public sealed class JiebaSegmenterTests(SegmentationFixture fixture) : IClassFixture<SegmentationFixture>
{
    private const string Characters = "中国人民发展研究生命起源的了在和一二三鑫龘aZ09+#&._%- \r\n，。！“”《》\u3000é①ｘ";

    private sealed record Case(string Text, string[] Hmm, string[] Dict, string[] All, string[] Search, string[] Tags, string[] DictTags);

    [Fact]
    public void Tokens_are_those_of_jieba()
    {
        ImmutableArray<Case> cases = ReadCases();
        Assert.True(cases.Length >= 200);
        foreach (Case item in cases)
        {
            Assert.Equal(item.Hmm, Words(item.Text, hmm: true));
            Assert.Equal(item.Dict, Words(item.Text, hmm: false));
        }
    }

    [Fact]
    public void Words_of_the_full_and_the_search_mode_are_those_of_jieba()
    {
        WordSegmenter segmenter = WordSegmenter.Load(KnowledgeFolder.Default(), []);
        foreach (Case item in ReadCases())
        {
            Assert.Equal(item.All, segmenter.Cut(item.Text, SegmentationMode.All).Select(token => token.Span.Of(item.Text)));
            Assert.Equal(item.Search, segmenter.Cut(item.Text, SegmentationMode.Search).Select(token => token.Span.Of(item.Text)));
        }
    }

    [Fact]
    public void Parts_of_speech_are_those_of_jieba()
    {
        PartOfSpeechTagger tagger = PartOfSpeechTagger.Load(KnowledgeFolder.Default(), []);
        foreach (Case item in ReadCases())
        {
            Assert.Equal(item.Tags, Tagged(tagger, item.Text, hmm: true));
            Assert.Equal(item.DictTags, Tagged(tagger, item.Text, hmm: false));
        }
    }

    [Fact]
    public void Both_modes_differ_somewhere_in_the_cases() =>
        Assert.Contains(ReadCases(), item => !item.Hmm.SequenceEqual(item.Dict));

    [Fact]
    public void Tokens_cover_any_text_and_never_split_a_surrogate_pair() =>
        Gen.OneOf(Gen.Char[Characters].Select(character => character.ToString()), Gen.Const("😀"), Gen.Const("𠮷"))
            .Array[0, 60].Select(string.Concat).Sample(
                text => AssertCovers(text, fixture.Plain.Cut(text)) && AssertCovers(text, fixture.Plain.Cut(text, hmm: false)), iter: 2000);

    [Fact]
    public void A_lone_surrogate_is_a_token() =>
        Assert.Equal(["中", "\ud83d", "国"], Words("中\ud83d国", hmm: true));

    [Fact]
    public void A_very_long_block_is_cut()
    {
        string text = string.Concat(Enumerable.Repeat("鑫焱中国7", 20_000));
        ImmutableArray<Token> tokens = fixture.Plain.Cut(text);
        Assert.True(AssertCovers(text, tokens));
        Assert.Equal(20_000, tokens.Count(token => token.Span.Of(text) == "中国"));
    }

    [Fact]
    public void Threads_share_one_segmenter()
    {
        const string text = "远洋渔业公司去年捕捞金枪鱼3.2万吨，王翀说同比增长12.5%。";
        ImmutableArray<Token> expected = fixture.Plain.Cut(text);
        ImmutableArray<Token>[] results = new ImmutableArray<Token>[200];
        Parallel.For(0, results.Length, i => results[i] = fixture.Plain.Cut(text));
        Assert.All(results, result => Assert.True(expected.SequenceEqual(result)));
    }

    private string[] Words(string text, bool hmm) => [.. fixture.Plain.Cut(text, hmm).Select(token => token.Span.Of(text))];

    private static IEnumerable<string> Tagged(PartOfSpeechTagger tagger, string text, bool hmm) =>
        tagger.Cut(text, hmm).Select(token => $"{token.Span.Of(text)}/{token.Tag}");

    private static bool AssertCovers(string text, ImmutableArray<Token> tokens)
    {
        int position = 0;
        foreach (Token token in tokens)
        {
            if (token.Span.Start != position || token.Span.Length == 0) return false;
            position = token.Span.End;
            if (position < text.Length && char.IsSurrogatePair(text[position - 1], text[position])) return false;
        }

        return position == text.Length;
    }

    private static ImmutableArray<Case> ReadCases()
    {
        var options = new JsonSerializerOptions { PropertyNameCaseInsensitive = true };
        string path = Path.Combine(Root(), "tests", "Extraction.Tests", "Segmentation", "jieba-parity.jsonl");
        return [.. File.ReadAllLines(path).Select(line => JsonSerializer.Deserialize<Case>(line, options)!)];
    }

    private static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Extraction.sln"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("Extraction.sln is in no folder above the tests.");
    }
}

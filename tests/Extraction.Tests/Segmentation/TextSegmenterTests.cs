using CsCheck;
using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Segmentation;

namespace Extraction.Tests.Segmentation;

public sealed class TextSegmenterTests(SegmentationFixture fixture) : IClassFixture<SegmentationFixture>
{
    [Theory]
    [InlineData("蓝鲸航运出海", "蓝鲸航运 出海")]
    [InlineData("云杉发布了云杉一号", "云杉 发布 了 云杉一号")]
    [InlineData("微珀的船", "微珀 的 船")]
    [InlineData("发布Orca 2和GPX-4 Turbo", "发布 Orca~2 和 GPX-4~Turbo")]
    [InlineData("发布orca 2。", "发布 orca~2 。")]
    [InlineData("Orca 25", "Orca 25")]
    [InlineData("Orca 2.5版", "Orca 2.5 版")]
    [InlineData("Orca 2. 其他", "Orca~2 . 其他")]
    [InlineData("面向C端用户", "面向 C端 用户")]
    [InlineData("面向PC端用户", "面向 PC 端 用户")]
    [InlineData("国产AI芯片", "国产 AI芯片")]
    [InlineData("机器人K·9上市", "机器人 K·9 上市")]
    public void Words_of_the_domain_stay_whole(string text, string words) =>
        Assert.Equal(words.Split(' ').Select(word => word.Replace('~', ' ')), Words(text));

    [Fact]
    public void A_longer_common_word_wins_over_a_domain_word_inside_it()
    {
        TextSegmenter segmenter = TextSegmenter.Load(KnowledgeFolder.Default(), ["山水"]);
        Assert.Contains("山水画", Words("他爱画山水画", segmenter));
        Assert.Contains("山水", Words("他爱山水", segmenter));
    }

    [Fact]
    public void The_order_of_the_lexicon_does_not_matter()
    {
        string[] words = ["澜沧", "澜沧水", "沧水电", "水电能", "澜沧水电能源", "Orca 2", "Orca"];
        TextSegmenter forth = TextSegmenter.Load(KnowledgeFolder.Default(), words);
        TextSegmenter back = TextSegmenter.Load(KnowledgeFolder.Default(), words.Reverse().Concat(words));
        const string text = "澜沧水电能源与澜沧水电站、沧水电站、Orca 2";
        Assert.Equal(Words(text, forth), Words(text, back));
        Assert.Contains("澜沧水电能源", Words(text, forth));
    }

    [Fact]
    public void A_sentence_does_not_end_inside_a_domain_word()
    {
        SegmentedText text = fixture.Domain.Segment(SegmentationFixture.TextOf("他去了Yabba! Labs。第二天回来"));
        Assert.Equal(["他去了Yabba! Labs。", "第二天回来"], text.Sentences.Select(sentence => sentence.Span.Of(text.Text)));
    }

    [Fact]
    public void Every_block_yields_its_sentences_whatever_its_role()
    {
        SegmentedText text = fixture.Domain.Segment(SegmentationFixture.TextOf("甲。 乙", "第3页", " ", "丙"));
        Assert.Equal([0, 0, 1, 3], text.Sentences.Select(sentence => sentence.Block));
        Assert.Equal([0, 1, 2, 3], text.Sentences.Select(sentence => sentence.Index));
        Assert.Equal(["甲。", "乙", "第3页", "丙"], text.Sentences.Select(sentence => sentence.Span.Of(text.Text)));
    }

    [Fact]
    public void Each_visible_character_stands_in_one_token_of_one_sentence() =>
        Gen.Char["云杉一号蓝鲸Orca 2GPX-4。！？；.“”（）\"\u3000中国"].Array[0, 40].Select(characters => new string(characters)).Array[1, 4].Sample(
            blocks => IsSound(fixture.Domain.Segment(SegmentationFixture.TextOf(blocks))), iter: 1000);

    private static bool IsSound(SegmentedText text)
    {
        int token = 0;
        int position = 0;
        foreach (Sentence sentence in text.Sentences)
        {
            if (sentence.FirstToken != token || !text.BlockOf(sentence).Span.Contains(sentence.Span)) return false;
            foreach (Token word in text.TokensOf(sentence))
            {
                if (!sentence.Span.Contains(word.Span) || !IsWhite(text.Text[position..word.Span.Start])) return false;
                position = word.Span.End;
                token++;
            }
        }

        return token == text.Tokens.Length && IsWhite(text.Text[position..]);
    }

    private static bool IsWhite(string text) => string.IsNullOrWhiteSpace(text);

    private string[] Words(string text, TextSegmenter? segmenter = null)
    {
        SegmentedText segmented = (segmenter ?? fixture.Domain).Segment(SegmentationFixture.TextOf(text));
        return [.. segmented.Tokens.Select(token => token.Span.Of(segmented.Text))];
    }
}

using System.Collections.Immutable;
using CsCheck;
using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Segmentation;

namespace Extraction.Tests.Segmentation;

public sealed class SentenceSplitterTests
{
    private readonly SentenceSplitter splitter = SentenceSplitter.Load(KnowledgeFolder.Default());

    // A bar marks each place where a sentence ends.
    [Theory]
    [InlineData("船厂开工了。|工人都来了！|谁来剪彩？|大家一起；|礼成")]
    [InlineData("产量上升；|价格下降")]
    [InlineData("没有句号的标题")]
    [InlineData("真的吗？！|真的……好吧。")]
    [InlineData("真的吗?|是的!| 太好了")]
    [InlineData("价格为3.5元，版本3.0.1在6.14发布。|其后涨到4.2元")]
    [InlineData("他喊“开船！起锚！”之后就走了。|船开了")]
    [InlineData("船长表示：“今年不出海。”|第二天，港口空了。")]
    [InlineData("“今年不出海。”船长说。|港口空了")]
    [InlineData("《出海吧！水手》是一首歌。|很好听")]
    [InlineData("新船（长80米；宽12米。）已下水。|明天试航")]
    [InlineData("新船(长80米；宽12米)已下水。|明天试航")]
    [InlineData("缺口（没有关上。|下一句")]
    [InlineData("没有开头”的引号。|下一句”")]
    [InlineData("他说完了。”|下一句")]
    [InlineData("他说 \"Stop! Now.\" 然后走了。|下一句")]
    [InlineData("The ship left port. |It sank.")]
    [InlineData("The ship left port. |第二天沉没。")]
    [InlineData("Blue Whale Inc. Shanghai and Co. Ltd. signed. |Done")]
    [InlineData("The U.S. Navy met Dr. Smith and J. Brown, i.e. Two men. |Done")]
    [InlineData("See No. 5 and Fig. 3. |He said no. |Nobody came")]
    [InlineData("It grew 5.2%. |Then it fell in 2023. |Done")]
    [InlineData("1. Overview of 2. things")]
    [InlineData("3.2. 概述")]
    [InlineData("一. 概述")]
    [InlineData("• 1. 概述。|下一句")]
    [InlineData("新船下水. |试航成功.")]
    [InlineData("see https://example.org/a?b=1;c=2 and a.b.txt")]
    [InlineData("Use Node.js. |Then rest")]
    [InlineData("Wait... |What?")]
    [InlineData("a; |b")]
    [InlineData("。")]
    [InlineData("发布v2.0。|随后升级到v2.1.3。|完")]
    [InlineData("「他说『走。』」然后走了。|完")]
    [InlineData("① 完成投资；|② 建成投产；|③ 达产")]
    [InlineData("截至2024.12.31，共3,400.5万台。|完")]
    [InlineData("我们……走吧。|好")]
    [InlineData("《关于发展的意见（试行）。》发布。|完")]
    [InlineData("GPT-4 vs. Claude 3.5，约2.5倍。|完")]
    public void Splits(string marked) => Assert.Equal(marked.Split('|').Select(part => part.Trim()), Sentences(marked.Replace("|", "", StringComparison.Ordinal)));

    [Theory]
    [InlineData("")]
    [InlineData(" \u3000\t")]
    public void White_space_has_no_sentence(string text) => Assert.Empty(Sentences(text));

    [Fact]
    public void A_part_is_read_as_if_it_stood_alone()
    {
        const string text = "甲“乙。丙”丁";
        Assert.True(splitter.Split(text, new TextSpan(2, 5)).SequenceEqual([new TextSpan(2, 4), new TextSpan(4, 5)]));
    }

    [Fact]
    public void Sentences_hold_all_that_is_not_white_space_in_order() =>
        Gen.Char["甲乙a1A 。！？；!?;.“”（）\"《》\u3000"].Array[0, 40].Select(characters => new string(characters)).Sample(
            text => string.Concat(Sentences(text)).Where(IsInk).SequenceEqual(text.Where(IsInk)) && Sentences(text).All(IsTrimmed), iter: 5000);

    [Fact]
    public void Many_marks_without_partners_take_no_square_time()
    {
        string text = new string('（', 200_000) + new string('》', 200_000) + "。完";
        Assert.Equal(2, splitter.Split(text, new TextSpan(0, text.Length)).Length);
    }

    private static bool IsInk(char character) => !char.IsWhiteSpace(character);

    private static bool IsTrimmed(string sentence) => sentence.Length > 0 && sentence.Trim() == sentence;

    private ImmutableArray<string> Sentences(string text) =>
        [.. splitter.Split(text, new TextSpan(0, text.Length)).Select(span => span.Of(text))];
}

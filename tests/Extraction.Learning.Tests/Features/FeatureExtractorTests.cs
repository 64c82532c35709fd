using Extraction.Classification;
using Extraction.Documents;
using Extraction.Learning.Features;

namespace Extraction.Learning.Tests.Features;

[Collection(KnowledgeCollection.Name)]
public sealed class FeatureExtractorTests(TestKnowledge knowledge)
{
    [Fact]
    public void Dates_amounts_and_titles_are_masked_and_rules_are_flagged()
    {
        StatementFeatures features = Extract("2024年3月5日，某部门印发《数据安全管理办法》，投入3亿元。");
        Assert.Equal("Ⓓ，某部门印发Ⓡ，投入Ⓜ。", features.Characters);
        Assert.StartsWith("Ⓓ ， ", features.Words, StringComparison.Ordinal);
        Assert.Equal("first=Ⓓ has=Ⓓ has=Ⓜ has=Ⓡ rule=Policy", features.Flags);
    }

    [Fact]
    public void Numbers_that_are_no_mention_are_one_digit_and_letters_are_small()
    {
        StatementFeatures features = Extract("代号Zeta-9527的样品编号为007A");
        Assert.DoesNotMatch("[1-9]|00", features.Characters);
        Assert.DoesNotMatch("[A-Z]", features.Characters);
    }

    [Fact]
    public void Words_hold_the_same_characters()
    {
        StatementFeatures features = Extract("2023年，全国新增装机量超过500万千瓦，同比增长12.5%。");
        Assert.Equal(features.Characters.Replace(" ", "", StringComparison.Ordinal), features.Words.Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_of_several_sentences_is_one_statement()
    {
        Statement statement = knowledge.Parser.Parse("公司宣布裁员。股价随之下跌！");
        Assert.Equal(new TextSpan(0, 14), statement.Span);
        Assert.EndsWith("下跌 ！ ", knowledge.Extractor.Extract(statement).Words, StringComparison.Ordinal);
    }

    private StatementFeatures Extract(string text) => knowledge.Extractor.Extract(knowledge.Parser.Parse(text));
}

using System.Collections.Immutable;
using Extraction.Learning.Sampling;

namespace Extraction.Learning.Tests.Sampling;

public sealed class UncertaintySamplingTests
{
    [Fact]
    public void The_least_certain_come_first_in_whatever_order_they_are_given()
    {
        UncertainStatement[] statements = [Of("a", "航天公司完成首次回收试验", 0.5), Of("b", "大豆到港价连续三周下行", 0.1), Of("c", "董事会聘请新任总工程师", 0.3)];
        ImmutableArray<UncertainStatement> chosen = UncertaintySampling.Choose(statements, 2, []);
        Assert.Equal(["b", "c"], chosen.Select(statement => statement.Document));
        Assert.Equal(chosen.AsEnumerable(), UncertaintySampling.Choose(statements.Reverse(), 2, []));
    }

    [Fact]
    public void Statements_that_read_alike_are_proposed_once()
    {
        ImmutableArray<UncertainStatement> chosen = UncertaintySampling.Choose(
            [Of("a", "本周某公司发布新款手机产品", 0.1), Of("b", "本周某公司发布新款手机产品。", 0.2), Of("c", "港口吞吐量创十年来新高", 0.3)], 5, []);
        Assert.Equal(["a", "c"], chosen.Select(statement => statement.Document));
    }

    [Fact]
    public void One_document_gives_only_a_few()
    {
        string[] texts = ["航天公司完成首次回收试验", "大豆到港价连续三周下行", "董事会聘请新任总工程师", "港口吞吐量创十年来新高", "法院驳回了被告的上诉请求", "两校共建海洋观测中心", "软件改用更宽松的许可"];
        Assert.Equal(5, UncertaintySampling.Choose(texts.Select((text, i) => Of("a", text, i / 10.0)), 7, []).Length);
    }

    [Fact]
    public void What_is_labelled_already_and_what_is_too_short_is_left_out() =>
        Assert.Empty(UncertaintySampling.Choose([Of("a", "航天公司完成首次回收试验", 0.1), Of("b", "目录", 0)], 5, ["航天公司完成首次回收试验"]));

    private static UncertainStatement Of(string document, string text, double margin) => new(document + ", page 1", document, text, text, "none 0.40, release 0.30", margin);
}

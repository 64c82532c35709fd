using CsCheck;
using Extraction.Classification;
using Extraction.Documents;

namespace Extraction.Tests.Classification;

public class ClauseSplitterTests
{
    [Theory]
    [InlineData("甲公司发布芯片，乙公司跟进。", "甲公司发布芯片|乙公司跟进")]
    [InlineData("背景：甲公司成立；乙公司上市！", "背景|甲公司成立|乙公司上市")]
    [InlineData("发布《条例（草案，二次审议稿）》，明日施行", "发布《条例（草案，二次审议稿）》|明日施行")]
    [InlineData("推出“快，更快”服务，反响热烈", "推出“快，更快”服务|反响热烈")]
    [InlineData("售价1,999元,比上代低", "售价1,999元|比上代低")]
    [InlineData("12:30开售,13:00售罄", "12:30开售|13:00售罄")]
    [InlineData("， ，首句 ，  ，末句，", "首句|末句")]
    [InlineData("多一个）括号，照样分开", "多一个）括号|照样分开")]
    public void Clauses_end_at_marks_outside_brackets_and_numbers(string text, string clauses) =>
        Assert.Equal(clauses.Split('|'), ClauseSplitter.Split(text, new TextSpan(0, text.Length)).Select(clause => clause.Of(text)));

    [Fact]
    public void Only_the_span_is_split()
    {
        const string text = "前句，甲，乙，后句";
        Assert.Equal(["甲", "乙"], ClauseSplitter.Split(text, new TextSpan(3, 6)).Select(clause => clause.Of(text)));
    }

    [Fact]
    public void Clauses_ascend_inside_the_span_and_lose_no_letter() =>
        Gen.String[Gen.Char["甲乙1 ，,；:：。（）《》“”"], 0, 40].Sample(text =>
        {
            var clauses = ClauseSplitter.Split(text, new TextSpan(0, text.Length));
            int end = 0;
            foreach (TextSpan clause in clauses)
            {
                Assert.True(clause.Start >= end && clause.Length > 0);
                end = clause.End;
            }

            Assert.Equal(text.Count(char.IsLetterOrDigit), clauses.Sum(clause => clause.Of(text).Count(char.IsLetterOrDigit)));
        }, iter: 500);
}

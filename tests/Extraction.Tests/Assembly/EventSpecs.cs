using Extraction.Documents;

namespace Extraction.Tests.Assembly;

/// <summary>Runs tests/specs/events/*.json through the stages from normalization to assembly.</summary>
public class EventSpecs(StagesFixture stages) : IClassFixture<StagesFixture>
{
    private static readonly List<SpecCase> Cases = SpecCase.ReadAll();

    public static TheoryData<string> Right() => new(Cases.Where(item => item.KnownGap is null).Select(item => item.Name));

    public static TheoryData<string> Gaps() => new(Cases.Where(item => item.KnownGap is not null).Select(item => item.Name));

    [Theory]
    [MemberData(nameof(Right))]
    public void A_case_gives_its_records(string name)
    {
        string differences = Differences(name);
        Assert.True(differences.Length == 0, differences);
    }

    [Theory]
    [MemberData(nameof(Gaps))]
    public void A_known_gap_is_still_one(string name) => Assert.NotEqual("", Differences(name));

    [Fact]
    public void No_case_is_written_twice_or_asserts_nothing()
    {
        Assert.True(Cases.Count >= 120);
        Assert.Equal(Cases.Count, Cases.Select(item => item.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Cases.Count, Cases.Select(item => item.Input).Distinct(StringComparer.Ordinal).Count());
        Assert.All(Cases, item => Assert.False(
            item is { Events: null, Organizations: null, NoOrganizations: null, Policies: null, Filings: null, Statistics: null, StatisticCount: null }));
        Assert.All(Cases, item => Assert.NotEqual("", item.KnownGap));
    }

    [Fact]
    public void Every_quote_is_the_raw_text_at_its_span()
    {
        string text = "2023年5月1日，甲方科技发布了“星桥”芯片。\n  公司成立于⼆〇⼀九年，营收达到3.5 亿元。";
        RawText raw = StagesFixture.Paragraph(text);
        DocumentRecords records = stages.Extract(raw);
        Assert.NotEmpty(records.Records);
        foreach (Evidence evidence in records.Records.SelectMany(record => record.Evidence)) Assert.Equal(evidence.Span.Of(raw.Text), evidence.Quote);
    }

    private string Differences(string name)
    {
        SpecCase item = Cases.Single(other => other.Name == name);
        string[] differences = [.. SpecComparison.Differences(item, stages.Extract(item).Records)];
        return string.Join('\n', differences.Length == 0 ? differences : [.. differences, .. stages.Mentions(item)]);
    }
}

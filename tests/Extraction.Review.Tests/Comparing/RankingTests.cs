using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Emission;
using Extraction.Review.Comparing;
using static Extraction.Review.Tests.Facts;

namespace Extraction.Review.Tests.Comparing;

public class RankingTests
{
    private static readonly DatasetDiff Diff = Compare(
        Dataset(
            Event("1"), Event("2", start: 100, thing: "甲物"), Event("3", start: 200, thing: "乙物"), Event("4", start: 300, thing: "丙物"),
            Statistic("1", 100, start: 400, subject: "甲"), Statistic("2", 100, start: 500, subject: "乙")),
        Dataset(
            Event("2", start: 100, thing: "甲物", date: "2024-02-03"), Event("3", start: 200, thing: "乙物", date: "2024-02-09"), Event("4", start: 300, thing: "丙物") with { Confidence = 0.5 },
            Event("5", "远海", "新物", start: 600), Statistic("1", 101, start: 400, subject: "甲"), Statistic("2", 900, start: 500, subject: "乙")));

    [Fact]
    public void Lost_facts_come_first_then_changes_by_size_then_new_ones_then_the_harmless() => Assert.Equal(
        ["event:0000000000000001", "stat:0000000000000002", "stat:0000000000000001", "event:0000000000000005", "event:0000000000000002", "event:0000000000000003", "event:0000000000000004"],
        Diff.Changes.Select(change => change.Id));

    [Fact]
    public void Changes_of_one_pattern_and_cause_stand_together()
    {
        ChangeGroup group = Assert.Single(Diff.Groups(), group => group.Kind == ChangeKind.Refined);
        Assert.Equal(("date refined from month to day", 2), (group.Pattern, group.Changes.Length));
        Assert.Equal(Diff.Changes.Length, Diff.Groups().Sum(item => item.Changes.Length));
    }

    [Fact]
    public void A_value_that_is_gone_ranks_before_one_that_is_another()
    {
        DatasetDiff diff = Compare(Dataset(Event("1"), Statistic("1", 1)), Dataset(Event("1", date: null), Statistic("1", 900)));
        Assert.Equal(["event:0000000000000001", "stat:0000000000000001"], diff.Changes.Select(change => change.Id));
    }

    [Theory]
    [InlineData("statistic", "", "", "", "", 2)]
    [InlineData("", "removed,added", "", "", "", 2)]
    [InlineData("", "", "program", "", "", 7)]
    [InlineData("", "", "model", "", "", 0)]
    [InlineData("", "", "", "远海", "", 1)]
    [InlineData("", "", "", "", "d1", 7)]
    [InlineData("", "", "", "", "d2", 0)]
    public void Filters_keep_what_is_asked_for(string records, string changes, string causes, string organization, string document, int count) =>
        Assert.Equal(count, new ChangeFilter(Words<RecordKind>(records), Words<ChangeKind>(changes), Words<CauseKind>(causes), Texts(organization), Texts(document)).Apply(Diff).Changes.Length);

    [Fact]
    public void A_filter_by_cause_keeps_what_may_have_that_cause()
    {
        var several = Cause.OneOf([Cause.Of(CauseKind.Rule, "r"), Cause.Of(CauseKind.Model, "m")]);
        Assert.True(several.MayBe(CauseKind.Model));
        Assert.False(several.MayBe(CauseKind.Source));
    }

    [Fact]
    public void The_order_of_the_files_does_not_matter_and_the_result_is_always_the_same()
    {
        RunInfo run = Run.With("rules/events.yaml", "release");
        ExtractedRecord[] records = [.. Enumerable.Range(1, 30).Select(number => Event($"{number}", thing: $"物{number}", start: number * 10))];
        string One() => string.Join('\n', Compare(Dataset(records), Dataset(records[10..]), headRun: run).Changes.Select(change => $"{change.Id} {change.Kind} {ReportWords.Of(change.Cause)}"));
        Assert.Equal(One(), One());
    }

    private static ImmutableArray<T> Words<T>(string words)
        where T : struct, Enum => [.. Texts(words).SelectMany(text => text.Split(',')).Select(word => Enum.Parse<T>(word, ignoreCase: true))];

    private static ImmutableArray<string> Texts(string text) => text.Length == 0 ? [] : [text];
}

using Extraction.Documents;
using Extraction.Review.Comparing;
using static Extraction.Review.Tests.Facts;

namespace Extraction.Review.Tests.Comparing;

public class ChangeKindTests
{
    public static TheoryData<string, EventRecord, EventRecord, ChangeKind> Cases() => new()
    {
        { "another object", Event("1"), Event("1", thing: "碧海"), ChangeKind.Changed },
        { "denied now", Event("1"), Event("1") with { Polarity = Polarity.Negated }, ChangeKind.Changed },
        { "a date lost", Event("1"), Event("1", date: null), ChangeKind.Changed },
        { "a coarser date", Event("1", date: "2024-02-03"), Event("1", date: "2024-02"), ChangeKind.Changed },
        { "another date", Event("1"), Event("1", date: "2024-03"), ChangeKind.Changed },
        { "a finer date", Event("1"), Event("1", date: "2024-02-03"), ChangeKind.Refined },
        { "a date where there was none", Event("1", date: null), Event("1"), ChangeKind.Refined },
        { "a second party", Event("1"), Event("1") with { Participants = [new("agent", "明川"), new("co_agent", "远海")] }, ChangeKind.Refined },
        { "from elsewhere", Event("1"), Event("1", start: 200), ChangeKind.Moved },
        { "a second place", Event("1"), Event("1") with { Evidence = [At(1, 10), At(2, 5)] }, ChangeKind.EvidenceOnly },
        { "other words of the same fact", Event("1"), Event("1") with { Summary = "清泉由明川推出" }, ChangeKind.EvidenceOnly },
        { "surer", Event("1"), Event("1") with { Confidence = 0.95 }, ChangeKind.ConfidenceOnly },
        { "decided by another rule", Event("1"), Event("1") with { Method = "rules/events.yaml#hand-out" }, ChangeKind.ConfidenceOnly },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_differs_decides_the_kind(string name, EventRecord before, EventRecord after, ChangeKind kind)
    {
        DatasetDiff diff = Compare(Dataset(before), Dataset(after));
        Assert.True(diff.Changes is [{ } only] && only.Kind == kind, $"{name}: {string.Join(", ", diff.Changes.Select(change => change.Kind))}");
    }

    public static TheoryData<string, ExtractedRecord, ExtractedRecord> Alike() => new()
    {
        { "order of parties", Two("明川", "远海"), Two("远海", "明川") },
        { "a radical for an ideograph", Event("1", thing: "⼤海"), Event("1", thing: "大海") },
        { "full width", Event("1", thing: "ＧＰＴ－4"), Event("1", thing: "GPT-4") },
        { "white space", Event("1", thing: "清泉 3.0"), Event("1", thing: "清泉3.0") },
        { "traditional characters", Event("1", agent: "遠海"), Event("1", agent: "远海") },
        { "links that follow names", Event("1"), Event("1") with { Participants = [new("agent", "明川", "org:0000000000000009")] } },
    };

    [Theory]
    [MemberData(nameof(Alike))]
    public void What_means_the_same_is_no_change(string name, ExtractedRecord before, ExtractedRecord after)
    {
        DatasetDiff diff = Compare(Dataset(before), Dataset(after));
        Assert.True(diff.Changes.All(change => change.Kind is ChangeKind.EvidenceOnly && change.Fields.All(field => field.Field == "summary")), name);
        Assert.DoesNotContain(diff.Changes, change => change.LosesFacts);
    }

    [Theory]
    [InlineData("GPT-4", "GPT-4V")]
    [InlineData("A1", "AI")]
    [InlineData("清泉3.0", "清泉3.5")]
    public void Names_that_only_look_alike_are_different(string before, string after) =>
        Assert.Equal(ChangeKind.Changed, Assert.Single(Compare(Dataset(Event("1", thing: before)), Dataset(Event("1", thing: after))).Changes).Kind);

    [Fact]
    public void Numbers_are_compared_by_value_and_measured_by_their_relative_difference()
    {
        FieldChange change = Assert.Single(Assert.Single(Compare(Dataset(Statistic("1", 300)), Dataset(Statistic("1", 100))).Changes).Fields, field => field.Field == "value");
        Assert.Equal(0.5, change.Size);
    }

    [Fact]
    public void Equal_datasets_have_no_changes_and_count_their_records()
    {
        DatasetDiff diff = Compare(Dataset(Event("1"), Organization("1", "明川")), Dataset(Event("1"), Organization("1", "明川")));
        Assert.Empty(diff.Changes);
        Assert.Equal(4, diff.Unchanged);
    }

    private static EventRecord Two(string first, string second) => Event("1") with { Participants = [new("agent", first), new("agent", second)], Summary = "" };
}

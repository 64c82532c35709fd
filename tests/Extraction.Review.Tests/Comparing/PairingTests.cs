using System.Text.Json;
using Extraction.Documents;
using Extraction.Review.Comparing;
using static Extraction.Review.Tests.Facts;

namespace Extraction.Review.Tests.Comparing;

public class PairingTests
{
    [Fact]
    public void A_record_with_another_id_is_found_by_the_words_that_it_cites()
    {
        RecordChange change = Assert.Single(Compare(Dataset(Event("1")), Dataset(Event("2", date: "2024-02-03"))).Changes);
        Assert.Equal((Pairing.Evidence, ChangeKind.Refined), (change.Pairing, change.Kind));
    }

    [Fact]
    public void Neighbours_in_one_clause_go_to_the_ones_that_are_like_them()
    {
        DatasetDiff diff = Compare(Dataset(Event("1", thing: "清泉"), Event("2", thing: "碧海")), Dataset(Event("3", thing: "碧海", date: "2024-02-01"), Event("4", thing: "清泉", date: "2024-02-02")));
        Assert.All(diff.Changes, change => Assert.Equal(Object(change.Before), Object(change.After)));
        Assert.Equal(2, diff.Changes.Length);
    }

    [Fact]
    public void Strangers_in_one_clause_are_not_paired()
    {
        DatasetDiff diff = Compare(Dataset(Event("1", agent: "明川", thing: "清泉")), Dataset(Event("2", agent: "远海", thing: "碧海")));
        Assert.Equal([ChangeKind.Removed, ChangeKind.Added], diff.Changes.Select(change => change.Kind));
    }

    [Fact]
    public void The_same_facts_from_another_place_have_moved()
    {
        RecordChange change = Assert.Single(Compare(Dataset(Event("1", document: 1)), Dataset(Event("2", document: 2))).Changes);
        Assert.Equal((Pairing.Content, ChangeKind.Moved), (change.Pairing, change.Kind));
    }

    [Fact]
    public void An_edited_figure_of_an_edited_file_is_a_changed_one()
    {
        var before = new Dataset([Document(1, "a.txt")], [Statistic("1", 37)]);
        var after = new Dataset([Document(2, "a.txt")], [Statistic("2", 38) with { Evidence = [At(2, 50, "别的原文", "a.txt")] }]);
        before = before with { Records = [Statistic("1", 37) with { Evidence = [At(1, 50, "原文", "a.txt")] }] };
        RecordChange change = Assert.Single(Compare(before, after).Changes, change => change.Record == RecordKind.Statistic);
        Assert.Equal((ChangeKind.Changed, CauseKind.Source), (change.Kind, change.Cause.Kind));
    }

    [Fact]
    public void An_organization_under_another_name_at_the_same_place_is_renamed()
    {
        RecordChange change = Assert.Single(Compare(Dataset(Organization("1", "明川")), Dataset(Organization("2", "明川科技集团"))).Changes);
        Assert.Equal((Pairing.Renamed, ChangeKind.Changed), (change.Pairing, change.Kind));
    }

    [Fact]
    public void Two_organizations_that_became_one_are_merged_and_none_is_lost()
    {
        OrganizationRecord one = Organization("1", "明川", 1, 10), other = Organization("2", "明川科技", 1, 40);
        OrganizationRecord both = Organization("1", "明川", 1, 10, "明川科技") with { Evidence = [At(1, 10), At(1, 40)] };
        DatasetDiff merged = Compare(Dataset(one, other), Dataset(both)), split = Compare(Dataset(both), Dataset(one, other));
        Assert.Contains(merged.Changes, change => change.Pairing == Pairing.Merged && change.Id == other.Id);
        Assert.DoesNotContain(merged.Changes, change => change.Kind == ChangeKind.Removed);
        Assert.Contains(split.Changes, change => change.Pairing == Pairing.Split);
        Assert.DoesNotContain(split.Changes, change => change.Kind == ChangeKind.Added);
    }

    [Fact]
    public void A_lost_fact_is_not_hidden_by_a_neighbour_that_stayed()
    {
        DatasetDiff diff = Compare(Dataset(Event("1", thing: "清泉"), Event("2", thing: "碧海")), Dataset(Event("1", thing: "清泉")));
        Assert.Equal(ChangeKind.Removed, Assert.Single(diff.Changes).Kind);
    }

    [Fact]
    public void A_pointer_to_a_record_with_a_new_id_is_the_same_pointer()
    {
        EventRecord coarse = Event("5", date: "2024", document: 2) with { RefinedBy = "event:0000000000000001" };
        DatasetDiff diff = Compare(Dataset(Event("1"), coarse), Dataset(Event("2", date: "2024-02-03"), coarse with { RefinedBy = "event:0000000000000002" }));
        Assert.Equal(ChangeKind.Refined, Assert.Single(diff.Changes).Kind);
    }

    [Fact]
    public void A_document_under_another_name_has_moved_and_an_edited_one_has_changed_evidence()
    {
        Dataset before = new([Document(1, "a.txt"), Document(2, "b.txt")], []), after = new([Document(1, "c.txt"), Document(3, "b.txt")], []);
        DatasetDiff diff = Compare(before, after);
        Assert.Equal([ChangeKind.Moved, ChangeKind.EvidenceOnly], diff.Changes.Select(change => change.Kind));
        Assert.All(diff.Changes, change => Assert.Equal(CauseKind.Source, change.Cause.Kind));
    }

    private static string? Object(JsonElement? record) => record!.Value.GetProperty("object").GetProperty("name").GetString();
}

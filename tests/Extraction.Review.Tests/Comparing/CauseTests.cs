using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Emission;
using Extraction.Review.Comparing;
using static Extraction.Review.Tests.Facts;

namespace Extraction.Review.Tests.Comparing;

public class CauseTests
{
    private static readonly Dataset Before = Dataset(Event("1"), Event("2", "远海", "碧海", start: 60), Organization("1", "明川"));

    [Fact]
    public void The_rule_that_made_a_record_and_is_another_now_is_the_cause() => Check(
        Dataset(Event("2", "远海", "碧海", start: 60), Organization("1", "明川")),
        Run.With("rules/events.yaml", "release"), CauseKind.Rule, "rules/events.yaml#release");

    [Fact]
    public void A_rule_of_another_method_is_not_named_where_a_lexicon_line_of_the_name_moved() => Check(
        Dataset(Event("2", "远海", "碧海", start: 60), Organization("1", "明川")),
        Run.With("rules/events.yaml", "founding").With("lexicon/organizations.tsv", "明川"), CauseKind.Lexicon, "lexicon/organizations.tsv#明川");

    [Fact]
    public void A_lexicon_line_of_another_name_is_not_named() => Check(
        Dataset(Event("2", "远海", "碧海", start: 60), Organization("1", "明川")),
        Run.With("rules/events.yaml", "release").With("lexicon/organizations.tsv", "远海"), CauseKind.Rule, "rules/events.yaml#release");

    [Fact]
    public void A_date_that_a_date_rule_reads_otherwise_is_that_rules() => Check(
        Dataset(Event("1", date: "2024-02-03"), Event("2", "远海", "碧海", start: 60), Organization("1", "明川")),
        Run.With("rules/dates.yaml", "month"), CauseKind.Rule, "rules/dates.yaml#month");

    [Fact]
    public void A_stance_rule_turns_a_fact_into_a_plan() => Check(
        Dataset(Event("1") with { Modality = Modality.Planned }, Event("2", "远海", "碧海", start: 60), Organization("1", "明川")),
        Run.With("rules/stance.yaml", "planned.before").With("lexicon/organizations.tsv", "远海"), CauseKind.Rule, "rules/stance.yaml#planned.before");

    [Fact]
    public void A_table_of_repairs_is_named_as_a_file() => Check(
        Dataset(Event("1", thing: "清水"), Event("2", "远海", "碧海", start: 60), Organization("1", "明川")),
        Run.With("normalization/ideographs.tsv"), CauseKind.Normalizer, "normalization/ideographs.tsv");

    [Fact]
    public void What_merges_records_is_the_cause_of_merged_ones()
    {
        Dataset before = Dataset(Event("1"), Event("2", thing: "清泉大模型", document: 2)), after = Dataset(Event("1") with { Evidence = [At(1, 10), At(2, 10)] });
        DatasetDiff diff = Compare(before, after, headRun: Run.With("resolution/head-words.tsv"));
        Assert.All(diff.Changes, change => Assert.Equal((CauseKind.Resolution, "resolution/head-words.tsv"), (change.Cause.Kind, change.Cause.References[0])));
        Assert.Contains(diff.Changes, change => change.Pairing == Pairing.Merged);
    }

    [Fact]
    public void The_model_is_the_cause_where_only_it_moved() => Check(
        Dataset(Event("1") with { Confidence = 0.7 }, Event("2", "远海", "碧海", start: 60), Organization("1", "明川")),
        Run with { ModelHash = Hash('c') }, CauseKind.Model, "bbbbbbbbbbbb → cccccccccccc");

    [Fact]
    public void An_option_is_the_cause_where_only_it_moved() => Check(
        Dataset(Event("1") with { Evidence = [At(1, 10), At(2, 10)] }, Event("2", "远海", "碧海", start: 60), Organization("1", "明川")),
        Run with { Options = Map(("fold-dates", "true")) }, CauseKind.Option, "fold-dates");

    [Fact]
    public void The_program_is_the_cause_where_nothing_else_moved() => Check(
        Dataset(Event("1", thing: "清水"), Event("2", "远海", "碧海", start: 60), Organization("1", "明川")), Run, CauseKind.Program, null);

    [Fact]
    public void Other_words_at_the_same_place_of_the_same_bytes_are_the_readers() => Check(
        Dataset(Event("1") with { Evidence = [At(1, 10, "原又如此")] }, Event("2", "远海", "碧海", start: 60), Organization("1", "明川")),
        Run with { ToolVersion = "0.2.0" }, CauseKind.Reader, "d1.txt");

    [Fact]
    public void A_document_that_is_read_only_in_part_is_the_readers()
    {
        var after = new Dataset([Document(1, outcome: Outcome.Partial, characters: 900), Document(2)], Before.Records);
        RecordChange change = Assert.Single(Compare(Before, after).Changes);
        Assert.Equal((RecordKind.Document, CauseKind.Reader, ChangeKind.Changed), (change.Record, change.Cause.Kind, change.Kind));
    }

    [Fact]
    public void A_report_that_is_gone_explains_what_stood_in_it_alone_whatever_else_moved()
    {
        var after = new Dataset([Document(2)], []);
        DatasetDiff diff = Compare(new Dataset([Document(1), Document(2)], [Event("1")]), after, headRun: Run.With("rules/events.yaml", "release"));
        Assert.All(diff.Changes, change => Assert.Equal((CauseKind.Source, "d1.txt"), (change.Cause.Kind, change.Cause.References.Single())));
    }

    [Fact]
    public void An_edited_report_and_the_records_own_rule_cannot_be_told_apart()
    {
        Dataset before = new([Document(1, "a.txt")], [Event("1") with { Evidence = [At(1, 10, source: "a.txt")] }]), after = new([Document(3, "a.txt")], []);
        RecordChange lost = Assert.Single(Compare(before, after, headRun: Run.With("rules/events.yaml", "release")).Changes, change => change.Kind == ChangeKind.Removed);
        Assert.Equal(CauseKind.Several, lost.Cause.Kind);
        Assert.Equal([CauseKind.Source, CauseKind.Rule], lost.Cause.Candidates.Select(candidate => candidate.Kind));
    }

    [Fact]
    public void Two_rules_of_one_kind_are_both_named()
    {
        Dataset after = Dataset(Event("2", "远海", "碧海", start: 60), Organization("1", "明川"));
        RecordChange change = Assert.Single(Compare(Before, after, headRun: Run.With("rules/events.yaml", "release").With("rules/stance.yaml", "planned.before")).Changes);
        Assert.Equal("rules/events.yaml#release rules/stance.yaml#planned.before", string.Join(' ', change.Cause.References));
    }

    [Fact]
    public void Without_fingerprints_the_knowledge_as_a_whole_is_named()
    {
        RunInfo old = new("0.1.0", Hash('a'), Hash('b'));
        DatasetDiff diff = Compare(Before, Dataset(Event("1"), Organization("1", "明川")), old, Run with { KnowledgeHash = Hash('c') });
        Assert.Equal(CauseKind.Knowledge, Assert.Single(diff.Changes).Cause.Kind);
        Assert.Contains(diff.Notes, note => note.Code == "no-fingerprints");
    }

    private static void Check(Dataset after, RunInfo run, CauseKind kind, string? reference)
    {
        RecordChange change = Assert.Single(Compare(Before, after, headRun: run).Changes);
        Assert.Equal(kind, change.Cause.Kind);
        Assert.Equal(reference, change.Cause.References.SingleOrDefault());
    }
}

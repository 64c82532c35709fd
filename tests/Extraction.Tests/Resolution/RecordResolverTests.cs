using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Resolution;
using static Extraction.Tests.Resolution.Facts;

namespace Extraction.Tests.Resolution;

public class RecordResolverTests
{
    private static readonly DocumentRecords[] CoarseAndFine =
    [
        Document(1, Event(StatementLabel.Release, "甲公司", "清泉大模型3.0", "2023-07", 1)),
        Document(2, Event(StatementLabel.Release, "甲公司", "清泉3.0", "2023-07-07", 2)),
    ];

    [Fact]
    public void Mentions_with_the_same_date_are_one_event_with_all_places()
    {
        EventRecord merged = Assert.Single(Events(
            Document(1, Event(StatementLabel.Release, "甲公司", "清泉大模型3.0", "2023-07-07", 1)),
            Document(2, Event(StatementLabel.Release, "甲公司", "清泉3.0", "2023-07-07", 2))));
        Assert.Equal([DocumentId(1), DocumentId(2)], merged.Evidence.Select(item => item.Document));
    }

    [Fact]
    public void What_one_document_dates_more_finely_the_others_record_names()
    {
        ImmutableArray<EventRecord> claims = [.. Events(CoarseAndFine).OrderBy(item => item.Date!.Value, StringComparer.Ordinal)];
        Assert.Equal(["2023-07", "2023-07-07"], claims.Select(item => item.Date!.Value));
        Assert.Equal([claims[1].Id, null], claims.Select(item => item.RefinedBy));
    }

    [Fact]
    public void Folded_refinements_are_one_event_with_both_places_and_the_finer_date()
    {
        Dataset dataset = new RecordResolver(Options with { FoldsRefinements = true }).Resolve(CoarseAndFine);
        EventRecord merged = Assert.Single(dataset.Records.OfType<EventRecord>());
        Assert.Equal("2023-07-07", merged.Date!.Value);
        Assert.Equal([DocumentId(1), DocumentId(2)], merged.Evidence.Select(item => item.Document));
    }

    [Fact]
    public void In_one_document_the_finer_date_wins()
    {
        EventRecord merged = Assert.Single(Events(Document(
            1, Event(StatementLabel.Release, "甲公司", "清泉3.0", "2023-07", 1), Event(StatementLabel.Release, "甲公司", "清泉3.0", "2023-07-07", 1, 50))));
        Assert.Equal("2023-07-07", merged.Date!.Value);
    }

    [Fact]
    public void Two_dates_of_one_version_are_a_conflict_that_the_better_supported_wins()
    {
        Dataset dataset = Resolve(
            Document(1, Event(StatementLabel.Release, "甲公司", "清泉3.0", "2023-07-07", 1)),
            Document(2, Event(StatementLabel.Release, "甲公司", "清泉3.0", "2023-07-09", 2)),
            Document(3, Event(StatementLabel.Release, "甲公司", "清泉3.0", "2023-07-09", 3)));
        EventRecord kept = Assert.Single(dataset.Records.OfType<EventRecord>(), item => item.Date!.Value == "2023-07-09");
        EventRecord other = Assert.Single(dataset.Records.OfType<EventRecord>(), item => item.Date!.Value == "2023-07-07");
        ConflictRecord conflict = Assert.Single(dataset.Records.OfType<ConflictRecord>());
        Assert.Equal((2, 1, null), (kept.Evidence.Length, other.Evidence.Length, other.RefinedBy));
        Assert.Equal((kept.Id, "date", "2023-07-09", "more mentions"), (conflict.Record, conflict.Field, conflict.Kept, conflict.Reason));
        Assert.Equal(["2023-07-07", "2023-07-09"], conflict.Values.Select(value => value.Value));
    }

    [Fact]
    public void Releases_of_a_product_without_a_version_in_different_years_stay_apart() => Assert.Equal(2, Events(
        Document(1, Event(StatementLabel.Release, "甲公司", "清泉", "2022-07", 1)),
        Document(2, Event(StatementLabel.Release, "甲公司", "清泉", "2023-07", 2))).Count);

    [Fact]
    public void Two_dates_in_one_document_of_a_product_without_a_version_stay_apart() => Assert.Equal(2, Events(
        Document(1, Event(StatementLabel.Release, "甲公司", "清泉", "2023-07-01", 1), Event(StatementLabel.Release, "甲公司", "清泉", "2023-07-20", 1, 50))).Count);

    [Theory]
    [InlineData("清泉-4", "清泉-4V", "甲公司", "甲公司")]
    [InlineData("清泉", "清泉", "甲公司", "乙公司")]
    public void Other_versions_and_other_makers_are_other_events(string one, string other, string maker, string otherMaker) => Assert.Equal(2, Events(
        Document(1, Event(StatementLabel.Release, maker, one, "2023-07", 1)),
        Document(2, Event(StatementLabel.Release, otherMaker, other, "2023-07", 2))).Count);

    [Fact]
    public void Opening_the_source_of_an_object_meets_its_release_but_keeps_the_type_said_more_often()
    {
        EventRecord merged = Assert.Single(Events(
            Document(1, Event(StatementLabel.Release, "甲公司", "清泉2", "2023-07", 1)),
            Document(2, Event(StatementLabel.OpenSource, "甲公司", "清泉2", "2023-07", 2)),
            Document(3, Event(StatementLabel.OpenSource, "甲公司", "清泉2", "2023-07", 3))));
        Assert.Equal(StatementLabel.OpenSource, merged.Type);
        Assert.Equal(2, Events(
            Document(1, Event(StatementLabel.Release, "甲公司", "清泉2", "2023-07", 1)),
            Document(2, Event(StatementLabel.OpenSource, "甲公司", "清泉2", "2024-01", 2))).Count);
    }

    [Fact]
    public void Plans_and_denials_never_merge_with_facts()
    {
        EventRecord fact = Event(StatementLabel.Release, "甲公司", "清泉3.0", "2023-07", 1);
        Assert.Equal(3, Events(
            Document(1, fact),
            Document(2, fact with { Modality = Modality.Planned, Evidence = At(2, 0) }),
            Document(3, fact with { Polarity = Polarity.Negated, Evidence = At(3, 0) })).Count);
        Assert.Equal(Modality.Asserted, Assert.Single(Events(
            Document(1, fact), Document(2, fact with { Modality = Modality.Reported, Evidence = At(2, 0) }))).Modality);
    }

    [Fact]
    public void Fundings_merge_only_where_the_round_or_the_sum_agrees()
    {
        EventRecord Round(string? round, decimal? sum, int document) => Event(StatementLabel.Funding, "甲公司", null, "2024-02", document, 0, $"第{document}条") with
        {
            Round = round,
            Amount = sum is { } value ? new RecordAmount(value, "CNY", $"{value}元") : null,
        };
        Assert.Single(Events(Document(1, Round("A", 1e8m, 1)), Document(2, Round(null, 1e8m, 2))));
        Assert.Single(Events(Document(1, Round("A", null, 1)), Document(2, Round("A", 1e8m, 2))));
        Assert.Equal(2, Events(Document(1, Round("A", 1e8m, 1)), Document(2, Round("B", 1e8m, 2))).Count);
        Assert.Equal(2, Events(Document(1, Round(null, 1e8m, 1)), Document(2, Round(null, 2e8m, 2))).Count);
        Assert.Equal(2, Events(Document(1, Round(null, null, 1)), Document(2, Round(null, null, 2))).Count);
    }

    [Fact]
    public void Foundings_of_one_organization_merge_always()
    {
        Dataset dataset = Resolve(
            Document(1, Event(StatementLabel.Founding, "甲公司", null, "2023-06", 1)),
            Document(2, Event(StatementLabel.Founding, "甲公司", null, "2023", 2)),
            Document(3, Event(StatementLabel.Founding, "甲公司", null, "2019", 3)));
        Assert.Equal("2023-06", Assert.Single(dataset.Records.OfType<EventRecord>()).Date!.Value);
        Assert.Equal(["2019", "2023-06"], Assert.Single(dataset.Records.OfType<ConflictRecord>()).Values.Select(value => value.Value));
    }

    [Fact]
    public void Statements_without_an_object_merge_only_where_something_tells_them() => Assert.Equal(2, Events(
        Document(1, Event(StatementLabel.Legal, "甲公司", null, null, 1, 0, "甲公司被起诉")),
        Document(2, Event(StatementLabel.Legal, "甲公司", null, null, 2, 0, "甲公司被罚款")),
        Document(3, Event(StatementLabel.Legal, "甲公司", null, null, 3, 0, "甲公司，被罚款"))).Count);

    [Fact]
    public void Organizations_merge_over_habits_and_damage_but_not_over_containment()
    {
        Dataset dataset = Resolve(
            Document(1, Organization("BrightAI", 1), Organization("明川", 1, 20)),
            Document(2, Organization("Bright AI", 2), Organization("BrightAl", 2, 10), Organization("明川云", 2, 20)));
        Assert.Equal(["BrightAI", "明川", "明川云"], dataset.Records.OfType<OrganizationRecord>().Select(item => item.Name).Order(StringComparer.Ordinal).Select(name => name == "Bright AI" ? "BrightAI" : name));
    }

    [Fact]
    public void An_alias_joins_its_organization_unless_two_claim_it()
    {
        OrganizationRecord full = Organization("明川科技有限公司", 1, 0, null, new OrganizationAlias("明川", "short"));
        OrganizationRecord named = Organization("明川", 2);
        OrganizationRecord rival = Organization("明川银行", 3, 0, null, new OrganizationAlias("明川", "short"));
        Assert.Single(Resolve(Document(1, full), Document(2, named)).Records);
        Assert.Equal(3, Resolve(Document(1, full), Document(2, named), Document(3, rival)).Records.Length);
    }

    [Fact]
    public void Participants_issuers_and_parents_point_to_their_organizations()
    {
        Dataset dataset = new RecordResolver(Options with { Canonical = name => name == "明川公司" ? "明川" : name }).Resolve([Document(
            1, Organization("明川", 1), Organization("明川云", 1, 5) with { Parent = "明川公司" }, Event(StatementLabel.Release, "明川公司", "清泉", "2023", 1, 9))]);
        OrganizationRecord parent = dataset.Records.OfType<OrganizationRecord>().Single(item => item.Name == "明川");
        Participant agent = Assert.Single(dataset.Records.OfType<EventRecord>().Single().Participants);
        Assert.Equal(("明川", parent.Id), (agent.Name, agent.Organization));
        Assert.Equal(parent.Id, dataset.Records.OfType<OrganizationRecord>().Single(item => item.Name == "明川云").ParentId);
    }

    [Fact]
    public void Founded_takes_the_finer_date_and_lists_a_conflict()
    {
        Dataset dataset = Resolve(
            Document(1, Organization("明川", 1, 0, "2023-06")), Document(2, Organization("明川", 2, 0, "2023")), Document(3, Organization("明川", 3, 0, "2019")));
        Assert.Equal("2023-06", Assert.Single(dataset.Records.OfType<OrganizationRecord>()).Founded!.Value);
        Assert.Equal("founded", Assert.Single(dataset.Records.OfType<ConflictRecord>()).Field);
    }

    [Fact]
    public void Policies_merge_over_marks_and_part_over_official_numbers()
    {
        Assert.Single(Resolve(Document(1, Policy("“数据要素×”行动计划", 1, null, "2024")), Document(2, Policy("数据要素x行动计划", 2, "某发〔2024〕1号"))).Records.OfType<PolicyRecord>());
        Assert.Equal(2, Resolve(
            Document(1, Policy("工作报告", 1, "某发〔2023〕1号")), Document(2, Policy("工作报告", 2, "某发〔2024〕1号"))).Records.OfType<PolicyRecord>().DistinctBy(item => item.Id).Count());
    }

    [Fact]
    public void Figures_merge_when_all_that_they_say_is_equal()
    {
        StatisticRecord merged = Assert.Single(Resolve(Document(1, Statistic("甲公司", 5.0m, 1)), Document(2, Statistic("甲公司", 5m, 2))).Records.OfType<StatisticRecord>());
        Assert.Equal(2, merged.Evidence.Length);
        Assert.Equal(2, Resolve(Document(1, Statistic("甲公司", 5m, 1), Statistic("甲公司", 6m, 1, 9))).Records.Length);
    }

    [Fact]
    public void Filings_merge_by_authority_batch_model_and_owner()
    {
        FilingRecord filing = new() { Authority = "某省网信办", Batch = 1, Model = "清泉大模型", Owner = new PolicyIssuer("甲公司"), Evidence = At(1, 0) };
        FilingRecord merged = Assert.Single(Resolve(Document(1, filing), Document(2, filing with { RegistrationNumber = "号1", Evidence = At(2, 0) })).Records.OfType<FilingRecord>());
        Assert.Equal("号1", merged.RegistrationNumber);
        Assert.Equal(2, Resolve(Document(1, filing, filing with { Batch = 2, Evidence = At(1, 9) })).Records.Length);
    }

    private static List<EventRecord> Events(params DocumentRecords[] documents) => [.. Resolve(documents).Records.OfType<EventRecord>()];
}

using System.Collections.Immutable;
using System.Text.Json;
using Extraction.Evaluation;

namespace Extraction.Tests.Evaluation;

public class DatasetScorerTests
{
    private const string Evidence = "\"evidence\":[{\"source\":\"reports/a.txt\"}]";

    [Fact]
    public void An_exact_event_counts_in_every_measure()
    {
        DocumentScore score = Score(Gold(), Event("release", "2023-05", "甲公司", "星云"));
        Assert.All(["event_core", "event_dated", "event_exact"], measure => Assert.Equal(new Score(1, 0, 0), score.Measures[measure]));
        Assert.Empty(score.Errors);
    }

    [Theory]
    [InlineData("release", "2023-06", 1, 0, 0)]
    [InlineData("update", "2023-05", 1, 1, 0)]
    public void A_wrong_date_or_type_costs_its_measure_only(string type, string date, int core, int dated, int exact)
    {
        DocumentScore score = Score(Gold(), Event(type, date, "甲公司", "星云"));
        Assert.Equal(core, score.Measures["event_core"].Right);
        Assert.Equal(dated, score.Measures["event_dated"].Right);
        Assert.Equal(exact, score.Measures["event_exact"].Right);
        Assert.Contains("event wrong", Assert.Single(score.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void A_restated_event_is_surplus_and_the_better_one_is_matched()
    {
        DocumentScore score = Score(Gold(), Event("update", null, "甲公司", "星云"), Event("release", "2023-05", "甲公司", "星云"));
        Assert.Equal(new Score(1, 1, 0), score.Measures["event_exact"]);
    }

    [Theory]
    [InlineData("乙公司", "星云")]
    [InlineData("甲公司", "北斗")]
    public void Another_organization_or_object_is_another_event(string organization, string name) =>
        Assert.Equal(new Score(0, 1, 1), Score(Gold(), Event("release", "2023-05", organization, name)).Measures["event_core"]);

    [Fact]
    public void An_optional_event_counts_neither_way()
    {
        GoldFile gold = Gold() with { Events = [Gold().Events[0], Gold().Events[0] with { Object = ["北斗"], Optional = true }] };
        Assert.Equal(new Score(1, 0, 0), Score(gold, Event("release", "2023-05", "甲公司", "星云")).Measures["event_exact"]);
        Assert.Equal(new Score(1, 0, 0), Score(gold, Event("release", "2023-05", "甲公司", "星云"), Event("release", "2023-05", "甲公司", "北斗")).Measures["event_exact"]);
    }

    [Fact]
    public void A_deal_needs_no_object()
    {
        GoldFile gold = Gold() with { Events = [new GoldEvent { Type = ["funding"], Date = ["2023-05"], Orgs = ["甲公司"], Object = ["2亿元"] }] };
        Assert.Equal(new Score(1, 0, 0), Score(gold, Event("funding", "2023-05", "甲公司", null)).Measures["event_exact"]);
    }

    [Fact]
    public void Denied_and_planned_events_are_no_facts_and_a_denied_one_as_fact_is_counted()
    {
        string denied = Event("release", "2023-05", "甲公司", "星云").Replace("}]}", "}],\"polarity\":\"negated\"}", StringComparison.Ordinal);
        string planned = Event("release", "2023-05", "甲公司", "星云").Replace("}]}", "}],\"modality\":\"planned\"}", StringComparison.Ordinal);
        Assert.Equal(new Score(0, 0, 1), Score(Gold(), denied, planned).Measures["event_core"]);

        GoldFile gold = Gold() with { NegativeEvents = [new GoldEvent { Orgs = ["甲公司"], Object = ["星云"] }] };
        Assert.Equal(0, Score(gold, denied, planned).NegatedAsFact);
        Assert.Equal(1, Score(gold, Event("release", "2023-05", "甲公司", "星云")).NegatedAsFact);
    }

    [Fact]
    public void Records_of_other_documents_do_not_count()
    {
        string other = Event("release", "2023-05", "甲公司", "星云").Replace("a.txt", "b.txt", StringComparison.Ordinal);
        Assert.Equal(new Score(0, 0, 1), Score(Gold(), other).Measures["event_core"]);
    }

    [Fact]
    public void Organizations_are_matched_one_to_one_exact_names_first()
    {
        GoldFile gold = Gold() with
        {
            Organizations = new Dictionary<string, GoldOrganization> { ["甲"] = new() { Optional = true }, ["甲云科技"] = new(), ["乙公司"] = new() },
        };
        DocumentScore score = Scorer(("organizations.jsonl", [$"{{\"name\":\"甲云科技\",{Evidence}}}", $"{{\"name\":\"丙\",{Evidence}}}"])).Score(gold);
        Assert.Equal(new Score(1, 1, 1), score.Measures["organization"]);
    }

    [Fact]
    public void Policies_are_matched_by_title_and_dated_apart()
    {
        GoldFile gold = Gold() with
        {
            Policies = [new GoldPolicy { Title = "甲条例", Date = ["2023-01"] }, new GoldPolicy { Title = "乙办法", Alt = ["乙办法（试行）"], Date = ["2023-02"] }],
        };
        DocumentScore score = Scorer(("policies.jsonl",
        [
            $"{{\"title\":\"甲条例\",\"date\":{{\"value\":\"2022-01\"}},{Evidence}}}", $"{{\"title\":\"乙办法（试行）\",\"date\":{{\"value\":\"2023-02\"}},{Evidence}}}",
        ])).Score(gold);
        Assert.Equal(new Score(2, 0, 0), score.Measures["policy"]);
        Assert.Equal(new Score(1, 1, 1), score.Measures["policy_date"]);
    }

    [Fact]
    public void A_filing_without_a_published_model_is_matched_by_its_owner()
    {
        GoldFile gold = Gold() with { Filings = [new GoldFiling { Batch = 1, Model = "星云", Org = "甲公司" }, new GoldFiling { Batch = 2, Model = "未公开", Org = "乙公司" }] };
        DocumentScore score = Scorer(("filings.jsonl",
        [
            $"{{\"batch\":2,\"owner\":{{\"name\":\"乙公司\"}},{Evidence}}}", $"{{\"batch\":2,\"model\":\"星云\",\"owner\":{{\"name\":\"甲公司\"}},{Evidence}}}",
        ])).Score(gold);
        Assert.Equal(new Score(1, 1, 1), score.Measures["filing"]);
    }

    [Fact]
    public void A_statistic_needs_its_value_and_half_of_its_words()
    {
        GoldFile gold = Gold() with { Statistics = [new GoldStatistic { What = "风电装机", Value = 12.5 }, new GoldStatistic { What = "光伏装机", Value = 8 }] };
        DocumentScore score = Scorer(("statistics.jsonl",
        [
            $"{{\"subject\":\"风电\",\"measure\":\"装机占比\",\"value\":\"12.5\",{Evidence}}}", $"{{\"subject\":\"门店\",\"value\":\"8\",{Evidence}}}",
        ])).Score(gold);
        Assert.Equal(new Score(1, 0, 1), score.Measures["statistic_recall"]);
    }

    [Fact]
    public void Measures_that_the_gold_does_not_ask_for_are_not_given() =>
        Assert.Equal(["event_core", "event_dated", "event_exact", "organization"], Score(Gold()).Measures.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void F1_is_the_harmonic_mean_and_zero_for_nothing()
    {
        Assert.Equal(0.5, new Score(1, 1, 1).F1);
        Assert.Equal(0, new Score(0, 0, 0).F1);
        Assert.Equal(2 * 0.5 * 0.25 / 0.75, new Score(1, 1, 3).F1, 12);
        Assert.Equal(new Score(3, 5, 7), new Score(1, 2, 3) + new Score(2, 3, 4));
    }

    private static GoldFile Gold() => new()
    {
        Doc = "a.txt",
        Events = [new GoldEvent { Type = ["release"], Date = ["2023-05"], Orgs = ["甲公司"], Object = ["星云"] }],
    };

    private static string Event(string type, string? date, string organization, string? name) =>
        $"{{\"type\":\"{type}\"{(date is null ? "" : $",\"date\":{{\"value\":\"{date}\"}}")},\"participants\":[{{\"name\":\"{organization}\"}}]"
        + $"{(name is null ? "" : $",\"object\":{{\"name\":\"{name}\"}}")},{Evidence}}}";

    private static DocumentScore Score(GoldFile gold, params string[] events) => Scorer(("events.jsonl", events)).Score(gold);

    private static DatasetScorer Scorer((string File, string[] Lines) records) => new(
        file => file == records.File ? [.. records.Lines.Select(line => JsonDocument.Parse(line).RootElement)] : ImmutableArray<JsonElement>.Empty,
        new NameMatcher([]));
}

using System.Text.Json;

namespace Extraction.Cli.Tests.Explain;

[Collection(ConsoleCollection.Name)]
public class ExplainCommandTests(DatasetFixture dataset) : IClassFixture<DatasetFixture>
{
    [Fact]
    public async Task Every_record_shows_its_quotes_and_they_stand_in_the_source()
    {
        JsonElement[] records = dataset.Records();
        Assert.True(records.Length >= 3);
        foreach (JsonElement record in records)
        {
            CommandRun run = await CommandRun.Of("explain", record.GetProperty("id").GetString()!, "--dataset", dataset.Dataset, "--inputs", dataset.Input);
            Assert.Equal(0, run.Code);
            JsonElement[] evidence = [.. record.GetProperty("evidence").EnumerateArray()];
            Assert.All(evidence, item => Assert.Contains(item.GetProperty("quote").GetString()!.ReplaceLineEndings("⏎"), run.Output, StringComparison.Ordinal));
            Assert.Contains($"{evidence.Length} of {evidence.Length} quotes", run.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_event_shows_the_rule_that_decided()
    {
        CommandRun run = await CommandRun.Of("explain", Id("event:"), "-d", dataset.Dataset);
        Assert.Contains("rules/events.yaml, release:", run.Output, StringComparison.Ordinal);
        Assert.Contains("  |   - id: release", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("id: debut", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_the_line_of_the_dataset()
    {
        CommandRun run = await CommandRun.Of("explain", Id("event:"), "-d", dataset.Dataset, "--json");
        Assert.Contains(run.Output.TrimEnd(), File.ReadAllLines(Path.Combine(dataset.Dataset, "events.jsonl")));
    }

    [Fact]
    public async Task A_changed_source_is_a_failed_check()
    {
        string other = dataset.Folder.Write("changed/report.txt", Reports.Batteries + "。");
        CommandRun run = await CommandRun.Of("explain", Id("event:"), "-d", dataset.Dataset, "-i", other);
        Assert.Equal(1, run.Code);
        Assert.Contains("not checked", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_id_is_two()
    {
        CommandRun run = await CommandRun.Of("explain", "event:0000000000000000", "-d", dataset.Dataset);
        Assert.Equal(2, run.Code);
        Assert.Contains("event:0000000000000000", run.Error, StringComparison.Ordinal);
    }

    private string Id(string kind) =>
        dataset.Records().Select(record => record.GetProperty("id").GetString()!).First(id => id.StartsWith(kind, StringComparison.Ordinal));
}

using System.Text.Json;
using Extraction.Emission;

namespace Extraction.Cli.Tests.Diff;

[Collection(ConsoleCollection.Name)]
public sealed class DiffCommandTests(DatasetFixture fixture) : IClassFixture<DatasetFixture>
{
    [Fact]
    public async Task An_edited_report_is_named_with_before_and_after()
    {
        CommandRun run = await CommandRun.Of("diff", fixture.Dataset, await Edited());
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("value: [-37-] → {+47+}", run.Output, StringComparison.Ordinal);
        Assert.Contains("by source report.txt", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text", "changed 改变")]
    [InlineData("json", "\"changes\"")]
    [InlineData("markdown", "| statistic 数据 |")]
    [InlineData("html", "<!doctype html>")]
    [InlineData("github", "::warning file=report.txt")]
    public async Task Every_format_says_what_changed(string format, string words) =>
        Assert.Contains(words, (await CommandRun.Of("diff", fixture.Dataset, await Edited(), "--format", format)).Output, StringComparison.Ordinal);

    [Fact]
    public async Task The_exit_code_is_1_for_changes_where_that_was_asked_for()
    {
        string edited = await Edited();
        Assert.Equal(1, (await CommandRun.Of("diff", fixture.Dataset, edited, "--exit-code")).Code);
        Assert.Equal(0, (await CommandRun.Of("diff", fixture.Dataset, edited)).Code);
        Assert.Equal(0, (await CommandRun.Of("diff", fixture.Dataset, edited, "--exit-code", "--kind", "policy")).Code);
    }

    [Theory]
    [InlineData("--change", "sideways", "does not take 'sideways', but removed, changed")]
    [InlineData("--cause", "magic", "does not take 'magic'")]
    [InlineData("--limit", "-1", "--limit takes a number from 0 on")]
    public async Task A_word_that_an_option_does_not_take_is_said_so(string option, string word, string message)
    {
        CommandRun run = await CommandRun.Of("diff", fixture.Dataset, await Edited(), option, word);
        Assert.Equal(2, run.Code);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stat_of_a_page_is_refused() => Assert.Equal(2, (await CommandRun.Of("diff", fixture.Dataset, await Edited(), "--stat", "--format", "html")).Code);

    [Fact]
    public async Task What_is_no_dataset_and_the_same_one_twice_are_usage_errors()
    {
        CommandRun nothing = await CommandRun.Of("diff", fixture.Dataset, fixture.Folder.At("nowhere")), same = await CommandRun.Of("diff", fixture.Dataset, fixture.Dataset);
        Assert.Equal((2, 2), (nothing.Code, same.Code));
        Assert.Contains("no such folder", nothing.Error, StringComparison.Ordinal);
        Assert.Contains("BASE and HEAD at once", same.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_manifest_has_a_fingerprint_for_every_rule_that_decided()
    {
        DatasetReader dataset = DatasetReader.Open(fixture.Dataset);
        JsonElement rules = dataset.Manifest.GetProperty("rules");
        Assert.All(dataset.Records("events.jsonl"), item => Assert.True(rules.TryGetProperty(item.GetProperty("method").GetString()!, out _)));
        Assert.True(rules.TryGetProperty("lexicon/organizations.tsv#宁德时代", out _));
        Assert.False(rules.TryGetProperty("lexicon/organizations.tsv#大疆", out _));
    }

    private async Task<string> Edited()
    {
        string dataset = fixture.Folder.At("edited");
        if (Directory.Exists(dataset)) return dataset;
        string input = fixture.Folder.Write("in2/report.txt", File.ReadAllText(fixture.Input).Replace("37.0%", "47.0%", StringComparison.Ordinal));
        Assert.Equal(0, (await CommandRun.Of("run", input, "--out", dataset, "-q")).Code);
        return dataset;
    }
}

namespace Extraction.Cli.Tests.Evaluate;

[Collection(ConsoleCollection.Name)]
public class EvaluateCommandTests(DatasetFixture dataset) : IClassFixture<DatasetFixture>
{
    private const string Right =
        """{"doc":"report.txt","events":[{"type":["release"],"date":["2023-04"],"orgs":["宁德时代"],"object":["凝聚态"]}],"organizations":{"CATL":{}}}""";

    [Fact]
    public async Task A_right_dataset_passes_its_minimum()
    {
        CommandRun run = await CommandRun.Of(
            "evaluate", dataset.Dataset, "--gold", Gold(Right), "--aliases", Write("aliases.json", """{"宁德时代":["CATL"]}"""), "--min", "event_exact=1", "--min", "organization=1");
        Assert.Equal("", run.Error);
        Assert.Equal(0, run.Code);
        Assert.Contains("event_exact 1.000", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Below_the_minimum_is_one_and_says_which()
    {
        CommandRun run = await CommandRun.Of(
            "evaluate", dataset.Dataset, "--gold", Gold(Right.Replace("2023-04", "2023-05", StringComparison.Ordinal)), "--min", "event_exact=0.5", "--min", "event_core=0.9", "--verbose");
        Assert.Equal(1, run.Code);
        Assert.Equal("event_exact is 0.000, below 0.5", run.Error.Trim());
        Assert.Contains("event wrong", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("event_exact")]
    [InlineData("event_exact=high")]
    [InlineData("no_such_measure=0.5")]
    public async Task A_minimum_that_cannot_be_checked_is_two(string minimum) =>
        Assert.Equal(2, (await CommandRun.Of("evaluate", dataset.Dataset, "--gold", Gold(Right), "--min", minimum)).Code);

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    public async Task A_gold_file_that_is_none_is_two_and_named(string content)
    {
        CommandRun run = await CommandRun.Of("evaluate", dataset.Dataset, "--gold", Gold(content));
        Assert.Equal(2, run.Code);
        Assert.Contains("gold.json", run.Error, StringComparison.Ordinal);
    }

    private string Gold(string content) => Write("gold.json", content);

    private string Write(string name, string content) => dataset.Folder.Write(name, content);
}

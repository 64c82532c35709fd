namespace Extraction.Cli.Tests;

[Collection(ConsoleCollection.Name)]
public class HelpTests
{
    [Theory]
    [InlineData("--help", "run", "read", "explain", "diff", "evaluate", "normalize", "segment", "train", "label", "doctor")]
    [InlineData("run --help", "<inputs>", "--out", "--jobs", "--knowledge", "--json", "--quiet", "--verbose")]
    [InlineData("read --help", "<file>", "--format", "--page", "--raw", "--edits", "--picture", "--knowledge")]
    [InlineData("explain --help", "<id>", "--dataset", "--inputs", "--json")]
    [InlineData("diff --help", "<base>", "<head>", "--format", "--stat", "--exit-code", "--limit", "--kind", "--change", "--cause", "--organization", "--document")]
    [InlineData("evaluate --help", "<dataset>", "--gold", "--aliases", "--min", "--verbose")]
    [InlineData("normalize --help", "<file>", "--edits", "--paragraphs", "--knowledge")]
    [InlineData("segment --help", "<file>", "--mode", "--no-hmm", "--lexicon", "--plain", "--knowledge")]
    [InlineData("label --help", "<inputs>", "--count", "--out", "--labels", "--knowledge")]
    [InlineData("doctor --help", "--knowledge")]
    public async Task Help_names_everything_and_is_no_error(string args, params string[] words)
    {
        CommandRun run = await CommandRun.Of(args.Split(' '));
        Assert.Equal(0, run.Code);
        Assert.Equal("", run.Error);
        Assert.All(words, word => Assert.Contains(word, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Doctor_checks_the_knowledge()
    {
        CommandRun whole = await CommandRun.Of("doctor"), broken = await CommandRun.Of("doctor", "--knowledge", "no-such-folder");
        Assert.Equal(0, whole.Code);
        Assert.Contains("hash", whole.Output, StringComparison.Ordinal);
        Assert.Equal(1, broken.Code);
        Assert.Contains("MISSING knowledge", broken.Output, StringComparison.Ordinal);
    }
}

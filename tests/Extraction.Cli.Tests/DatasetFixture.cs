using System.Text.Json;
using Extraction.Emission;

namespace Extraction.Cli.Tests;

/// <summary>A small dataset, made once. Used by classes of <see cref="ConsoleCollection"/>.</summary>
public sealed class DatasetFixture : IAsyncLifetime
{
    private readonly ScratchFolder folder = new();

    internal string Input => folder.At("in/report.txt");

    internal string Dataset => folder.At("out");

    internal ScratchFolder Folder => folder;

    public async Task InitializeAsync()
    {
        folder.Write("in/report.txt", Reports.Batteries);
        Assert.Equal(0, (await CommandRun.Of("run", Input, "--out", Dataset, "--quiet")).Code);
    }

    public Task DisposeAsync()
    {
        folder.Dispose();
        return Task.CompletedTask;
    }

    internal JsonElement[] Records() =>
        [.. ((string[])["events.jsonl", "organizations.jsonl", "statistics.jsonl"]).SelectMany(file => DatasetReader.Open(Dataset).Records(file))];
}

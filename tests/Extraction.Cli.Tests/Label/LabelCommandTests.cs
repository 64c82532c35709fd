using System.Text.Json;

namespace Extraction.Cli.Tests.Label;

[Collection(ConsoleCollection.Name)]
public sealed class LabelCommandTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Proposals_are_lines_of_a_label_file_whose_label_is_empty()
    {
        Reports.WriteAll(folder);
        CommandRun run = await CommandRun.Of("label", folder.At("in"), "--count", "3");
        Assert.Equal(0, run.Code);
        string[] lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        foreach (string line in lines)
        {
            using JsonDocument json = JsonDocument.Parse(line);
            Assert.Equal("", json.RootElement.GetProperty("label").GetString());
            Assert.Matches("^in/(drones|batteries|banks)\\.txt, page 1$", json.RootElement.GetProperty("source").GetString());
            Assert.Matches("^[a-z_]+ 0\\.\\d\\d, [a-z_]+ 0\\.\\d\\d$", json.RootElement.GetProperty("guess").GetString());
        }
    }

    [Fact]
    public async Task The_same_reports_give_the_same_file()
    {
        Reports.WriteAll(folder);
        await CommandRun.Of("label", folder.At("in"), "--out", folder.At("one.jsonl"));
        await CommandRun.Of("label", folder.At("in"), "--out", folder.At("two.jsonl"));
        string one = await File.ReadAllTextAsync(folder.At("one.jsonl"));
        Assert.NotEqual("", one);
        Assert.Equal(one, await File.ReadAllTextAsync(folder.At("two.jsonl")));
    }

    [Fact]
    public async Task What_is_labelled_already_is_not_proposed_again()
    {
        folder.Write("in/a.txt", "2022年3月，大疆发布Avata无人机。\n");
        folder.Write("labels/train/a.jsonl", """{"text":"2023年5月，亿航发布EH216无人机。","label":"release"}""" + "\n");
        folder.Write("labels/test/b.jsonl", "");
        Assert.NotEqual("", (await CommandRun.Of("label", folder.At("in"))).Output);
        CommandRun run = await CommandRun.Of("label", folder.At("in"), "--labels", folder.At("labels"));
        Assert.Equal((0, ""), (run.Code, run.Output));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_named_and_the_others_go_on()
    {
        folder.Write("in/a.txt", Reports.Drones);
        await File.WriteAllBytesAsync(folder.At("in/b.pdf"), "%PDF-1.7\n"u8.ToArray());
        CommandRun run = await CommandRun.Of("label", folder.At("in"));
        Assert.Equal(3, run.Code);
        Assert.Contains("in/b.pdf", run.Error, StringComparison.Ordinal);
        Assert.NotEqual("", run.Output);
    }

    [Fact]
    public async Task A_count_of_none_is_a_wrong_usage() => Assert.Equal(2, (await CommandRun.Of("label", folder.Path, "--count", "0")).Code);
}

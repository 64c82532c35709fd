using System.Text.Json;

namespace Extraction.Cli.Tests.Text;

[Collection(ConsoleCollection.Name)]
public sealed class NormalizeCommandTests : IDisposable
{
    private const string Damaged = "⽣态\n\n阿⾥里 2 0 2 3年1 0月";
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Each_line_is_repaired_and_the_last_one_keeps_its_missing_line_end()
    {
        CommandRun run = await CommandRun.Of("normalize", folder.Write("a.txt", Damaged));
        Assert.Equal((0, "生态\n\n阿里 2023年10月", ""), (run.Code, run.Output, run.Error));
    }

    [Fact]
    public async Task Edits_are_json_lines_whose_spans_count_from_the_start_of_both_texts()
    {
        CommandRun run = await CommandRun.Of("normalize", "--edits", folder.Write("a.txt", Damaged));
        Assert.Equal(0, run.Code);
        string repaired = "生态\n\n阿里 2023年10月";
        JsonElement[] edits = [.. run.Output.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal(["radical", "doubled", "spacing", "spacing", "spacing", "spacing"], edits.Select(edit => edit.GetProperty("operation").GetString()));
        Assert.All(edits, edit =>
        {
            Assert.Equal(edit.GetProperty("from").GetString(), Part(Damaged, edit.GetProperty("raw")));
            Assert.Equal(edit.GetProperty("to").GetString(), Part(repaired, edit.GetProperty("text")));
        });
    }

    [Fact]
    public async Task Paragraphs_join_their_lines_up_to_a_blank_one()
    {
        CommandRun run = await CommandRun.Of("normalize", "--paragraphs", folder.Write("a.txt", "推动Chat\nGPT发\r\n展\n\n第二段\n"));
        Assert.Equal((0, "推动ChatGPT发展\n\n第二段\n"), (run.Code, run.Output));
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_said_with_their_line_and_the_exit_code()
    {
        string file = folder.At("a.txt");
        await File.WriteAllBytesAsync(file, [.. "生态\n"u8, 0xE7, 0x94, (byte)'\n', .. "完"u8]);
        CommandRun run = await CommandRun.Of("normalize", file);
        Assert.Equal((3, "生态\n\uFFFD\n完"), (run.Code, run.Output));
        Assert.Contains("line 2", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_a_wrong_usage()
    {
        CommandRun run = await CommandRun.Of("normalize", folder.At("none.txt"));
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains("none.txt", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_of_three_megabytes_takes_the_time_of_many_short_ones()
    {
        string line = string.Concat(Enumerable.Repeat("⼤模型，", 250_000));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        CommandRun run = await CommandRun.Of("normalize", folder.Write("a.txt", line));
        Assert.Equal(line.Replace('⼤', '大'), run.Output);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}");
    }

    private static string Part(string text, JsonElement span) => text[span[0].GetInt32()..span[1].GetInt32()];
}

namespace Extraction.Cli.Tests.Text;

[Collection(ConsoleCollection.Name)]
public sealed class SegmentCommandTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("小明来到中国科学院\n\nAT&T", "小明 来到 中国科学院\n\nAT & T")]
    [InlineData("小明来到中国科学院\r\n", "小 明 来到 中国科学院\n", "--no-hmm")]
    [InlineData("中国科学院", "中国 中国科学院 科学 科学院 学院", "--mode", "all")]
    [InlineData("中国科学院", "中国 科学 学院 科学院 中国科学院", "--mode", "search")]
    public async Task A_line_of_words_comes_out_for_each_line(string text, string words, params string[] options)
    {
        CommandRun run = await CommandRun.Of(["segment", folder.Write("a.txt", text), "--plain", .. options]);
        Assert.Equal((0, words.Replace("AT & T", "AT&T", StringComparison.Ordinal), ""), (run.Code, run.Output, run.Error));
    }

    [Fact]
    public async Task Words_of_a_list_hold_spaces_signs_and_digits()
    {
        string text = folder.Write("a.txt", "远舟发布海算X-1 Pro模型"), list = folder.Write("words.txt", "# 产品\n海算X-1 Pro\n\n远舟\n");
        Assert.DoesNotContain("海算X-1 Pro 模型", (await CommandRun.Of("segment", text, "--plain")).Output, StringComparison.Ordinal);
        Assert.Equal("远舟 发布 海算X-1 Pro 模型", (await CommandRun.Of("segment", text, "--plain", "--lexicon", list)).Output);
    }

    [Fact]
    public async Task Names_of_the_knowledge_folder_are_words_unless_plain_is_asked_for()
    {
        string text = folder.Write("a.txt", "采用GPT-4 Turbo模型");
        Assert.Contains("GPT-4 Turbo", (await CommandRun.Of("segment", text)).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("GPT-4 Turbo", (await CommandRun.Of("segment", text, "--plain")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_is_missing_or_no_utf8_stops_the_command()
    {
        string text = folder.Write("a.txt", "文"), list = folder.At("words.txt");
        Assert.Equal(2, (await CommandRun.Of("segment", text, "--lexicon", list)).Code);
        await File.WriteAllBytesAsync(list, [.. "甲\n"u8, 0xFF]);
        CommandRun run = await CommandRun.Of("segment", text, "--lexicon", list);
        Assert.Equal(2, run.Code);
        Assert.Contains("words.txt:2", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tags_stand_behind_their_words()
    {
        string text = folder.Write("a.txt", "我爱北京天安门\n发布海算X-1 Pro");
        string list = folder.Write("words.txt", "# word, frequency, tag\n海算X-1 Pro\t\tnz\n");
        Assert.Equal("我/r 爱/v 北京/ns 天安门/ns\n发布/v 海算X-1 Pro/nz", (await CommandRun.Of("segment", text, "--plain", "--tags", "--lexicon", list)).Output);
        Assert.Equal(2, (await CommandRun.Of("segment", text, "--tags", "--mode", "all")).Code);
    }

    [Theory]
    [InlineData("甲乙\tmany")]
    [InlineData("甲乙\t0")]
    [InlineData("甲乙\t3\tn\tx")]
    public async Task A_wrong_line_of_the_list_is_named(string line)
    {
        CommandRun run = await CommandRun.Of("segment", folder.Write("a.txt", "文"), "--lexicon", folder.Write("words.txt", $"甲\n{line}\n"));
        Assert.Equal(2, run.Code);
        Assert.Contains("words.txt:2", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_mode_is_a_wrong_usage() => Assert.Equal(2, (await CommandRun.Of("segment", "--mode", "best", folder.Write("a.txt", "文"))).Code);
}

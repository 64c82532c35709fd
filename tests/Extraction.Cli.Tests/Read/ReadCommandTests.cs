using System.Text.Json;
using System.Xml.Linq;

namespace Extraction.Cli.Tests.Read;

[Collection(ConsoleCollection.Name)]
public sealed class ReadCommandTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    [Fact]
    public async Task Text_shows_roles_and_repaired_text()
    {
        CommandRun run = await CommandRun.Of("read", Report("a.md", "# 储能行业月报\n\n2024年3月，星河能源发布⼤型储能系统。\n\n| 公司 | 金额 |\n|---|---|\n| 甲 | 1亿元 |\n"));

        Assert.Equal(0, run.Code);
        Assert.Contains("储能行业月报", run.Output, StringComparison.Ordinal);
        Assert.Contains("发布大型储能系统", run.Output, StringComparison.Ordinal);
        Assert.Contains("cell 1:2,2", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edits_show_the_raw_character_and_what_it_became()
    {
        CommandRun run = await CommandRun.Of("read", Report("a.txt", "星河能源发布⼤型储能系统。"), "--edits");
        Assert.Contains("\u001b[9;31m⼤\u001b[0m\u001b[32m大\u001b[0m", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_gives_each_block_its_raw_characters()
    {
        CommandRun run = await CommandRun.Of("read", Report("a.txt", "星河能源发布⼤型储能系统。"), "--format", "json");
        JsonElement block = JsonDocument.Parse(run.Output).RootElement.GetProperty("blocks")[0];

        Assert.Equal("星河能源发布大型储能系统。", block.GetProperty("text").GetString());
        Assert.Equal("星河能源发布⼤型储能系统。", block.GetProperty("raw").GetString());
    }

    [Fact]
    public async Task A_slide_is_drawn_with_its_blocks_in_order()
    {
        string picture = Path.Combine(folder.Path, "page.svg");
        CommandRun run = await CommandRun.Of("read", Path.Combine(FourFormatsTests.Runs.Root(), "samples", "formats", "new-energy.pptx"), "--picture", picture, "--page", "1");

        Assert.Equal(0, run.Code);
        XElement svg = XElement.Load(picture);
        Assert.Equal("svg", svg.Name.LocalName);
        Assert.Contains(svg.Descendants(), element => element.Name.LocalName == "circle");
    }

    [Fact]
    public async Task A_text_has_no_boxes_to_draw() =>
        Assert.Equal(2, (await CommandRun.Of("read", Report("a.txt", "字"), "--picture", Path.Combine(folder.Path, "page.svg"))).Code);

    [Fact]
    public async Task A_file_that_cannot_be_read_says_why()
    {
        CommandRun run = await CommandRun.Of("read", Report("a.pdf", ""));
        Assert.Equal(4, run.Code);
        Assert.Contains("file-empty", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_a_usage_error() => Assert.Equal(2, (await CommandRun.Of("read", Report("a.txt", "字"), "--page", "9")).Code);

    public void Dispose() => folder.Dispose();

    private string Report(string name, string text)
    {
        string path = Path.Combine(folder.Path, name);
        File.WriteAllText(path, text);
        return path;
    }
}

using System.Text.Json;
using System.Xml.Linq;

namespace Extraction.Cli.Tests.Read;

[Collection(ConsoleCollection.Name)]
public sealed class ReadCommandTests : IDisposable
{
    private const string Report = "# ⼤模型\n\n## 2023年\n\n- 3.16 百度发布文心一言\n- 7.8 中国移动发布九天·海算政务⼤模型\n\n| 名称 | 数量 |\n|---|---|\n| 甲 | 12 |\n";
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Text_shows_roles_levels_and_aligned_tables()
    {
        CommandRun run = await CommandRun.Of("read", folder.Write("a.md", Report));
        Assert.Equal(0, run.Code);
        Assert.Contains("── page 1 ", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"\d  title +大模型", run.Output);
        Assert.Matches(@"\d  list_item +• 3\.16 百度发布文心一言", run.Output);
        string[] table = [.. run.Output.Split('\n').Where(line => line.TrimStart().StartsWith('│'))];
        Assert.Equal(["│ 名称 │ 数量 │", "│ 甲   │ 12   │"], [.. table.Select(line => line.Trim())]);
        Assert.Contains("complete", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Raw_shows_the_files_own_characters_and_edits_show_both()
    {
        string file = folder.Write("a.md", Report);
        Assert.Contains("⼤模型", (await CommandRun.Of("read", file, "--raw")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("⼤", (await CommandRun.Of("read", file)).Output, StringComparison.Ordinal);
        Assert.Contains("[-⼤-]{+大+}模型", (await CommandRun.Of("read", file, "--edits")).Output, StringComparison.Ordinal);
        Assert.Equal(2, (await CommandRun.Of("read", file, "--edits", "--raw")).Code);
    }

    [Fact]
    public async Task Json_holds_blocks_whose_spans_are_in_the_raw_text()
    {
        CommandRun run = await CommandRun.Of("read", folder.Write("a.md", Report), "--format", "json");
        JsonElement root = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("markdown", root.GetProperty("document").GetProperty("format").GetString());
        foreach (JsonElement block in root.GetProperty("blocks").EnumerateArray())
        {
            string raw = block.TryGetProperty("raw", out JsonElement before) ? before.GetString()! : block.GetProperty("text").GetString()!;
            JsonElement span = block.GetProperty("span");
            Assert.Equal(Report[span[0].GetInt32()..span[1].GetInt32()], raw);
        }

        Assert.Equal("⼤模型", root.GetProperty("blocks")[0].GetProperty("raw").GetString());
        Assert.Equal(2, root.GetProperty("tables")[0].GetProperty("columns").GetInt32());
        Assert.Equal(run.Output, (await CommandRun.Of("read", folder.At("a.md"), "--format", "json")).Output);
    }

    [Fact]
    public async Task Markdown_that_was_read_is_read_again_as_the_same_blocks()
    {
        CommandRun first = await CommandRun.Of("read", folder.Write("a.md", Report), "--format", "markdown");
        CommandRun second = await CommandRun.Of("read", folder.Write("b.md", first.Output), "--format", "markdown");
        Assert.Contains("# 大模型", first.Output, StringComparison.Ordinal);
        Assert.Equal(first.Output, second.Output);
    }

    [Fact]
    public async Task A_page_is_shown_alone_and_one_that_is_not_there_is_two()
    {
        string file = folder.Write("a.txt", "第一页的内容\n\f第二页的内容\n");
        CommandRun second = await CommandRun.Of("read", file, "--page", "2");
        Assert.Contains("第二页", second.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("第一页", second.Output, StringComparison.Ordinal);
        CommandRun third = await CommandRun.Of("read", file, "--page", "3");
        Assert.Equal(2, third.Code);
        Assert.Contains("has 2", third.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lost_text_is_three_and_an_unreadable_file_four_with_their_codes()
    {
        File.WriteAllBytes(folder.At("half.txt"), [.. "2023年3月16日，百度发布了文心一言，这是一个大模型。"u8, 0xFF, (byte)'\n']);
        CommandRun half = await CommandRun.Of("read", folder.At("half.txt"));
        Assert.Equal(3, half.Code);
        Assert.Contains("[text-invalid-bytes]", half.Error, StringComparison.Ordinal);
        CommandRun none = await CommandRun.Of("read", folder.Write("none.txt", " \n"), "-f", "json");
        Assert.Equal(4, none.Code);
        Assert.Contains("[text-empty]", none.Error, StringComparison.Ordinal);
        Assert.Equal("failed", JsonDocument.Parse(none.Output).RootElement.GetProperty("document").GetProperty("outcome").GetString());
        Assert.Equal(2, (await CommandRun.Of("read", folder.At("missing.txt"))).Code);
    }

    [Theory]
    [InlineData("new-energy.pptx", 2)]
    [InlineData("new-energy.pdf", 1)]
    public async Task A_picture_draws_every_box_once_with_arrows_between_them(string sample, int page)
    {
        string file = Path.Combine(FourFormatsTests.Runs.Root(), "samples", "formats", sample);
        CommandRun run = await CommandRun.Of("read", file, "--page", $"{page}", "--picture", folder.At("page.svg"));
        Assert.Equal((0, ""), (run.Code, run.Output));
        XElement svg = XDocument.Load(folder.At("page.svg")).Root!;
        XNamespace ns = svg.Name.Namespace;
        int boxes = svg.Elements(ns + "g").Count();
        Assert.True(boxes > 1);
        Assert.Equal(boxes - 1, svg.Elements(ns + "path").Count());
        string drawn = string.Concat(svg.Elements(ns + "g").Elements(ns + "text").Select(text => text.Value));
        Assert.Contains("宁德时代发布麒麟电池", drawn, StringComparison.Ordinal);
        Assert.DoesNotContain("…", drawn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Html_is_shown_with_its_furniture_in_place()
    {
        CommandRun run = await CommandRun.Of("read", folder.Write("a.html", "<!DOCTYPE html><nav>首页</nav><h1>储能月报</h1><ol><li>甲公司投产<li>乙公司签约</ol>"));
        Assert.Equal(0, run.Code);
        Assert.Matches(@"furniture +首页\n[^\n]+title +储能月报\n[^\n]+list_item +1\. 甲公司投产", run.Output);
    }

    [Fact]
    public async Task A_format_without_places_has_no_picture()
    {
        CommandRun run = await CommandRun.Of("read", folder.Write("a.md", Report), "--picture", folder.At("page.svg"));
        Assert.Equal(2, run.Code);
        Assert.Contains("--picture is for PPTX and PDF", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.At("page.svg")));
    }
}

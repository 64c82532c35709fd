using System.Globalization;
using System.Text.Json;
using Extraction.Emission;

namespace Extraction.Cli.Tests.Run;

[Collection(ConsoleCollection.Name)]
public sealed class RunCommandTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_link_to_a_device_that_never_ends_has_no_content()
    {
        if (!File.Exists("/dev/zero")) return;
        folder.Write("in/a.txt", "储能电站并网。");
        File.CreateSymbolicLink(folder.At("in/b.txt"), "/dev/zero");

        CommandRun run = await CommandRun.Of("run", folder.At("in"), "--out", folder.At("out"), "--no-isolation");

        Assert.Equal(3, run.Code);
        Assert.Contains("file-empty", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readable_reports_give_a_dataset_and_zero()
    {
        Reports.WriteAll(folder);
        CommandRun run = await CommandRun.Of("run", folder.At("in"), "--out", folder.At("out"), "--json");
        Assert.Equal(0, run.Code);
        JsonElement summary = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(3, summary.GetProperty("complete").GetInt32());
        Assert.Equal(DatasetReader.Open(folder.At("out")).Records("events.jsonl").Length, summary.GetProperty("events").GetInt32());
        Assert.Contains("ok", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quiet_says_nothing_when_all_is_well()
    {
        folder.Write("in/a.txt", Reports.Drones);
        CommandRun run = await CommandRun.Of("run", folder.At("in"), "-o", folder.At("out"), "--quiet");
        Assert.Equal(new CommandRun(0, "", ""), run);
    }

    [Theory]
    [InlineData]
    [InlineData("rum")]
    [InlineData("run")]
    [InlineData("run", "x.txt")]
    [InlineData("run", "x.txt", "--out")]
    [InlineData("run", "no-such-file.txt", "--out", "no-such-folder")]
    [InlineData("run", "x.txt", "--out", "out", "--jobs", "0")]
    [InlineData("run", "x.txt", "--out", "out", "--jobs", "many")]
    [InlineData("explain")]
    [InlineData("explain", "event:0", "--dataset", "no-such-folder")]
    [InlineData("evaluate", "no-such-folder", "--gold", "no-such-file.json")]
    public async Task A_wrong_command_line_is_two_and_says_why(params string[] args)
    {
        CommandRun run = await CommandRun.Of(args);
        Assert.Equal(2, run.Code);
        Assert.StartsWith("error: ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("bug", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_knowledge_folder_that_holds_none_is_two()
    {
        folder.Write("in/a.txt", Reports.Drones);
        CommandRun run = await CommandRun.Of("run", folder.At("in"), "--out", folder.At("out"), "--knowledge", folder.At("in"));
        Assert.Equal(2, run.Code);
        Assert.False(Directory.Exists(folder.At("out")));
    }

    [Fact]
    public async Task A_folder_that_holds_something_else_is_not_overwritten()
    {
        folder.Write("in/a.txt", Reports.Drones);
        string other = folder.Write("mine/letter.txt", "keep");
        Assert.Equal(2, (await CommandRun.Of("run", folder.At("in"), "--out", folder.At("mine"), "-q")).Code);
        Assert.Equal("keep", File.ReadAllText(other));
    }

    [Fact]
    public async Task A_failing_file_is_three_is_typed_and_stops_no_other()
    {
        folder.Write("in/good.txt", Reports.Drones);
        folder.Write("in/bad.txt", " \n ");
        CommandRun run = await CommandRun.Of("run", folder.At("in"), "--out", folder.At("out"), "--quiet");
        Assert.Equal(3, run.Code);
        Assert.Contains("text-empty", run.Error, StringComparison.Ordinal);

        DatasetReader dataset = DatasetReader.Open(folder.At("out"));
        JsonElement bad = Document(dataset, "in/bad.txt"), good = Document(dataset, "in/good.txt");
        Assert.Equal("failed", bad.GetProperty("outcome").GetString());
        Assert.Equal("text-empty", Assert.Single(bad.GetProperty("diagnostics").EnumerateArray()).GetProperty("code").GetString());
        Assert.Equal("complete", good.GetProperty("outcome").GetString());
        Assert.NotEmpty(dataset.Records("events.jsonl"));
    }

    [Theory]
    [InlineData("all inputs fail")]
    [InlineData("no inputs")]
    public async Task Nothing_read_is_four_and_leaves_the_dataset_as_it_was(string what)
    {
        folder.Write("in/a.txt", Reports.Drones);
        Assert.Equal(0, (await CommandRun.Of("run", folder.At("in"), "--out", folder.At("out"), "-q")).Code);
        string[] before = ScratchFolder.Content(folder.At("out"));

        Directory.CreateDirectory(folder.At("none"));
        if (what == "all inputs fail") folder.Write("none/blank.txt", "\n");
        Assert.Equal(4, (await CommandRun.Of("run", folder.At("none"), "--out", folder.At("out"), "-q")).Code);
        Assert.Equal(before, ScratchFolder.Content(folder.At("out")));
        Assert.Equal(4, (await CommandRun.Of("run", folder.At("none"), "--out", folder.At("new"), "-q")).Code);
        Assert.False(Directory.Exists(folder.At("new")));
    }

    [Fact]
    public async Task The_same_bytes_under_two_names_give_their_records_once()
    {
        folder.Write("in/a.txt", Reports.Drones);
        Assert.Equal(0, (await CommandRun.Of("run", folder.At("in"), "--out", folder.At("one"), "-q")).Code);
        folder.Write("in/b.txt", Reports.Drones);
        Assert.Equal(0, (await CommandRun.Of("run", folder.At("in"), "--out", folder.At("two"), "-q")).Code);

        Assert.Equal(File.ReadAllText(folder.At("one/events.jsonl")), File.ReadAllText(folder.At("two/events.jsonl")));
        JsonElement copy = Document(DatasetReader.Open(folder.At("two")), "in/b.txt");
        Assert.Equal("duplicate-input", Assert.Single(copy.GetProperty("diagnostics").EnumerateArray()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Workers_input_order_and_culture_do_not_change_a_byte()
    {
        Reports.WriteAll(folder);
        string[] files = [folder.At("in/drones.txt"), folder.At("in/batteries.txt"), folder.At("in/banks.txt")];
        Assert.Equal(0, (await CommandRun.Of(["run", .. files, "--out", folder.At("one"), "--jobs", "1", "-q"])).Code);
        Assert.Equal(0, (await CommandRun.Of(["run", .. files.Reverse(), "--out", folder.At("eight"), "--jobs", "8", "-q"])).Code);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Foreign();
            Assert.Equal("−1,5", (-1.5).ToString(CultureInfo.CurrentCulture));
            Assert.Equal(0, (await CommandRun.Of(["run", .. files, "--out", folder.At("foreign"), "-q"])).Code);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Equal(ScratchFolder.Content(folder.At("one")), ScratchFolder.Content(folder.At("eight")));
        Assert.Equal(ScratchFolder.Content(folder.At("one")), ScratchFolder.Content(folder.At("foreign")));
    }

    // Named cultures are not to be had under invariant globalization; this one writes numbers and dates as no file may.
    private static CultureInfo Foreign()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NegativeSign = "−";
        culture.DateTimeFormat.DateSeparator = ".";
        culture.DateTimeFormat.ShortDatePattern = "dd.MM.yyyy";
        return culture;
    }

    private static JsonElement Document(DatasetReader dataset, string source) =>
        dataset.Records("documents.jsonl").Single(document => document.GetProperty("source").GetString() == source);
}

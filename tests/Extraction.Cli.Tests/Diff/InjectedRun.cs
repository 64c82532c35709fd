namespace Extraction.Cli.Tests.Diff;

/// <summary>Reports and a knowledge folder of its own, to be changed and run.</summary>
internal sealed class InjectedRun : IDisposable
{
    private const string News = """
         产业观察

        • 2022年3月，大疆发布Avata无人机。

        • 2023年4月，宁德时代推出“凝聚态”电池，能量密度达到500Wh/kg。

        • 2022年，宁德时代装机份额为37.0%。

        • 2023年6月，招商银行上线“招企通”平台。

        • 2023年9月12日，国务院办公厅公布《数字金融发展规划》。

        • 2023年5月，亿航智能计划推出“云梯”系统。

        • 2023年7月8日，中国移动发布九天大模型。

        • 2023年11月，星河动力完成3亿元B轮融资。

        """;

    private const string Monthly = """
         人工智能月报

        • 2023年7月，中国移动发布“九天”。

        • 2023年10月，⼤疆发布“御”无人机。

        • 2023年12月，百度收购“小鱼在家”。

        • 小米完成调试与否，编者不作评论，读者自行判断。

        """;

    private const string Filings = "# 备案\n\n| 批次 | 模型名称 | 公司 |\n|---|---|---|\n| 第一批 | 清泉大模型 | 明川科技有限公司 |\n| 第二批 | 碧海大模型 | 远海科技有限公司 |\n";

    private readonly ScratchFolder scratch = new();

    internal InjectedRun()
    {
        scratch.Write("in/a.txt", News);
        scratch.Write("in/b.txt", Monthly);
        scratch.Write("in/c.md", Filings);
        foreach (string file in Directory.EnumerateFiles(Origin, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(Knowledge, Path.GetRelativePath(Origin, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    internal string Dataset => scratch.At("out");

    private static string Origin => Path.Combine(AppContext.BaseDirectory, "knowledge");

    private string Knowledge => scratch.At("knowledge");

    public void Dispose() => scratch.Dispose();

    internal async Task RunAsync(params string[] arguments)
    {
        CommandRun run = await CommandRun.Of(["run", scratch.At("in"), "--out", Dataset, "--knowledge", Knowledge, "-q", "--no-isolation", "--no-ocr", .. arguments]);
        Assert.Equal((0, ""), (run.Code, run.Error));
    }

    internal void Edit(string file, string from, string to) => Replace(Path.Combine(Knowledge, file), from, to);

    /// <summary>Takes out what begins with one text, up to the next place where another begins.</summary>
    internal void Cut(string file, string from, string to)
    {
        string path = Path.Combine(Knowledge, file), text = File.ReadAllText(path);
        int start = text.IndexOf(from, StringComparison.Ordinal), end = text.IndexOf(to, start + from.Length - 1, StringComparison.Ordinal);
        Assert.True(start >= 0 && end >= start, $"{file} has no '{from}'");
        File.WriteAllText(path, text.Remove(start, end - start));
    }

    internal void Append(string file, string line) => File.AppendAllText(Path.Combine(Knowledge, file), line);

    internal void DeleteModel() => Directory.Delete(Path.Combine(Knowledge, "model"), recursive: true);

    internal void EditReport(string name, string from, string to) => Replace(scratch.At("in/" + name), from, to);

    internal void AddReport(string name, string text) => scratch.Write("in/" + name, text);

    internal void DeleteReport(string name) => File.Delete(scratch.At("in/" + name));

    internal void RenameReport(string name, string other) => File.Move(scratch.At("in/" + name), scratch.At("in/" + other));

    private static void Replace(string path, string from, string to)
    {
        string text = File.ReadAllText(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
    }
}

using System.Text;
using System.Text.Json;
using Extraction.Documents;
using Extraction.Review.Comparing;
using Extraction.Review.Reports;
using static Extraction.Review.Tests.Facts;

namespace Extraction.Review.Tests.Reports;

public class ReportTests
{
    private const string Hostile = "<script>alert(1)</script>|`x`\u001b[31m";

    private static readonly TextStyle Plain = new(text => text, text => text, text => text, text => $"[-{text}-]", text => $"{{+{text}+}}");

    private static readonly DatasetDiff Diff = Compare(
        Dataset([Event("1", thing: Hostile), .. Enumerable.Range(100, 30).Select(number => Event($"{number}", thing: $"物{number}", start: number * 20))]),
        Dataset(Event("5", "远海", "碧海", start: 9000), Statistic("7", 5)),
        headRun: Run.With("rules/events.yaml", "release"));

    [Fact]
    public void Text_says_how_many_what_moved_and_what_each_was()
    {
        string text = Text(Diff, limit: 5);
        Assert.Contains("31 removed 删除, 2 added 新增", text, StringComparison.Ordinal);
        Assert.Contains("between the runs 两次之间: rule rules/events.yaml#release", text, StringComparison.Ordinal);
        Assert.Contains("31 × event 事件 removed 删除, by rule rules/events.yaml#release", text, StringComparison.Ordinal);
        Assert.Contains("… 26 more", text, StringComparison.Ordinal);
        Assert.Contains("“原文如此”  d1.txt p.1", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_without_a_limit_names_every_change() => Assert.All(Diff.Changes, change => Assert.Contains(change.Id, Text(Diff, limit: 0), StringComparison.Ordinal));

    [Fact]
    public void A_field_shows_before_and_after()
    {
        string text = Text(Compare(Dataset(Statistic("1", 100)), Dataset(Statistic("1", 300))), 10);
        Assert.Contains("value: [-100-] → {+300+}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Stat_has_counts_alone()
    {
        using var writer = new StringWriter();
        new DiffText(writer, Plain, 10).WriteStat(Diff);
        Assert.DoesNotContain("event:", writer.ToString(), StringComparison.Ordinal);
        Assert.Contains("33  rule rules/events.yaml#release", writer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_every_change_with_both_sides_and_its_cause()
    {
        using JsonDocument json = JsonDocument.Parse(Json(Diff, isStat: false));
        JsonElement[] changes = [.. json.RootElement.GetProperty("changes").EnumerateArray()];
        Assert.Equal(Diff.Changes.Length, changes.Length);
        Assert.Equal("removed", changes[0].GetProperty("change").GetString());
        Assert.Equal(changes[0].GetProperty("id").GetString(), changes[0].GetProperty("before").GetProperty("id").GetString());
        Assert.Equal("rules/events.yaml#release", changes[0].GetProperty("cause").GetProperty("references")[0].GetString());
        Assert.Equal(31, json.RootElement.GetProperty("counts").GetProperty("removed").GetInt32());
        Assert.Equal(Diff.Changes.Length, json.RootElement.GetProperty("groups").EnumerateArray().Sum(group => group.GetProperty("count").GetInt32()));
    }

    [Fact]
    public void Json_of_counts_leaves_the_changes_out() => Assert.DoesNotContain("\"changes\"", Json(Diff, isStat: true), StringComparison.Ordinal);

    [Fact]
    public void Html_is_one_file_that_fetches_nothing_and_takes_no_text_for_markup()
    {
        string page = DiffHtml.Write(Diff);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" src=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", page, StringComparison.Ordinal);
        Assert.Contains("<blockquote>原文如此", page, StringComparison.Ordinal);
        Assert.Equal(Diff.Changes.Length, page.Split("<article>").Length - 1);
    }

    [Fact]
    public void Html_marks_the_characters_that_differ()
    {
        string page = DiffHtml.Write(Compare(Dataset(Event("1", thing: "清泉3.0")), Dataset(Event("1", thing: "清泉4.0"))));
        Assert.Contains("清泉<del>3</del>.0", page, StringComparison.Ordinal);
        Assert.Contains("清泉<ins>4</ins>.0", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_escapes_what_comes_from_files()
    {
        string text = new DiffMarkdown(0).Write(Diff, isStat: false);
        Assert.DoesNotContain("<script>", text, StringComparison.Ordinal);
        Assert.Contains("\\|\\`x\\`", text, StringComparison.Ordinal);
        Assert.Contains("| event 事件 | 31 | 0 | 1 |", text, StringComparison.Ordinal);
    }

    [Fact]
    public void GitHub_gets_ten_annotations_at_most_worst_first_and_is_told_how_many_more()
    {
        string[] lines = DiffGitHub.Annotations(Diff).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(DiffGitHub.MostAnnotations, lines.Length);
        Assert.All(lines[..^1], line => Assert.StartsWith("::error file=d1.txt,title=event removed", line, StringComparison.Ordinal));
        Assert.Contains("…and 24 more", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Annotations_cannot_be_broken_by_line_ends_and_colons()
    {
        Dataset before = new([Document(1, "a,b:c.txt")], [Event("1", thing: "甲\n::error::乙") with { Evidence = [At(1, 10, source: "a,b:c.txt")] }]);
        string annotations = DiffGitHub.Annotations(Compare(before, before with { Records = [] }));
        Assert.Single(annotations.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("file=a%2Cb%3Ac.txt,", annotations, StringComparison.Ordinal);
    }

    [Fact]
    public void A_job_summary_stays_below_its_limit_and_counts_the_rest()
    {
        ExtractedRecord[] many = [.. Enumerable.Range(1, 3000).Select(number => Event($"{number}", $"明川{number}", new string('长', 200), start: number * 20) with { Method = $"rules/events.yaml#{number}" })];
        string summary = DiffGitHub.Summary(Compare(Dataset(many), Dataset()), limit: 0);
        Assert.True(Encoding.UTF8.GetByteCount(summary) <= DiffGitHub.MostSummaryBytes + 200);
        Assert.Contains("more changes", summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("abc", "abc", "=abc")]
    [InlineData("", "新", "+新")]
    [InlineData("2024年2月", "2024年12月", "=2024年|+1|=2月")]
    [InlineData("𠮷野", "𠮷田", "=𠮷|-野|+田")]
    public void Characters_are_compared_one_by_one(string before, string after, string pieces) =>
        Assert.Equal(pieces, string.Join('|', CharacterDiff.Of(before, after).Select(piece => (piece.Kind switch { PieceKind.Same => "=", PieceKind.Removed => "-", _ => "+" }) + piece.Text)));

    private static string Text(DatasetDiff diff, int limit)
    {
        using var writer = new StringWriter();
        new DiffText(writer, Plain, limit).Write(diff);
        return writer.ToString();
    }

    private static string Json(DatasetDiff diff, bool isStat)
    {
        using var writer = new StringWriter();
        DiffJson.Write(writer, diff, isStat);
        return writer.ToString();
    }
}

using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Learning.Labels;

namespace Extraction.Learning.Tests.Labels;

public sealed class LabelFolderTests
{
    private const string Release = """{"text":"远山动力发布新一代电驱平台。","label":"release"}""";
    private const string Funding = """{"text":"青禾农业完成1亿元A轮融资。","label":"funding"}""";

    [Fact]
    public void Statements_come_in_the_order_of_files_and_lines()
    {
        using TemporaryFolder folder = Folder().With("train/b-news-01.jsonl", Release).With("train/a-news-01.jsonl", "", Funding);
        LabelSet labels = LabelFolder.Read(folder.Path);
        LabeledStatement[] expected =
        [
            new("青禾农业完成1亿元A轮融资。", StatementLabel.Funding, "train/a-news-01.jsonl", 2),
            new("远山动力发布新一代电驱平台。", StatementLabel.Release, "train/b-news-01.jsonl", 1),
        ];
        Assert.Equal(expected, labels.Train);
        Assert.Empty(labels.Test);
    }

    [Fact]
    public void Skipped_rows_are_counted_by_reason()
    {
        using TemporaryFolder folder = Folder()
            .With("train/a-news-01.jsonl", Release, """{"text":"目录","label":"none"}""")
            .With("test/a-news-02.jsonl", Release, Funding);
        LabelSet labels = LabelFolder.Read(folder.Path);
        Assert.Equal(StatementLabel.Funding, Assert.Single(labels.Test).Label);
        Assert.Equal(1, labels.Skipped[LabelFolder.Duplicate]);
        Assert.Equal(1, labels.Skipped[LabelFolder.TooShort]);
    }

    [Theory]
    [InlineData("发布新品", "not JSON")]
    [InlineData("[]", "not an object")]
    [InlineData("""{"label":"release"}""", "'text' is missing")]
    [InlineData("""{"text":"","label":"release"}""", "'text' is missing, empty")]
    [InlineData("""{"text":"远山动力发布新品。"}""", "'label' is missing")]
    [InlineData("""{"text":"远山动力发布新品。","label":"launch"}""", "unknown label 'launch'")]
    [InlineData("""{"text":"远山动力发布新品。","label":"OpenSource"}""", "unknown label 'OpenSource'")]
    [InlineData("""{"text":"远山动力\n发布新品。","label":"release"}""", "line end")]
    [InlineData("""{"text":"远山动力发布新品。","label":"release","note":"x"}""", "unknown property 'note'")]
    public void Wrong_lines_are_named_with_file_and_line(string line, string problem)
    {
        using TemporaryFolder folder = Folder().With("train/a-news-01.jsonl", Release, line);
        KnowledgeException error = Assert.Throws<KnowledgeException>(() => LabelFolder.Read(folder.Path));
        Assert.StartsWith("train/a-news-01.jsonl:2: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Proposed_lines_count_once_somebody_has_filled_in_the_label()
    {
        const string Proposed = """{"text":"远山动力发布新品。","label":"","guess":"release 0.41, update 0.38","source":"a.pdf, page 3"}""";
        using TemporaryFolder waiting = Folder().With("train/a-news-01.jsonl", Proposed);
        using TemporaryFolder done = Folder().With("train/a-news-01.jsonl", Proposed.Replace("\"label\":\"\"", "\"label\":\"release\"", StringComparison.Ordinal));
        Assert.Contains("'label' is missing, empty", Assert.Throws<KnowledgeException>(() => LabelFolder.Read(waiting.Path)).Message, StringComparison.Ordinal);
        Assert.Equal(StatementLabel.Release, Assert.Single(LabelFolder.Read(done.Path).Train).Label);
    }

    [Fact]
    public void One_text_with_two_labels_is_an_error_that_names_both_places()
    {
        using TemporaryFolder folder = Folder()
            .With("train/a-news-01.jsonl", Release)
            .With("test/b-news-01.jsonl", Release.Replace("release", "update", StringComparison.Ordinal));
        KnowledgeException error = Assert.Throws<KnowledgeException>(() => LabelFolder.Read(folder.Path));
        Assert.Equal("test/b-news-01.jsonl", error.File);
        Assert.Contains("train/a-news-01.jsonl:1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_its_parts_is_an_error()
    {
        using var empty = new TemporaryFolder();
        Assert.Throws<KnowledgeException>(() => LabelFolder.Read(empty.Path));
        using TemporaryFolder folder = Folder();
        Assert.Throws<KnowledgeException>(() => LabelFolder.Read(folder.Path));
    }

    [Fact]
    public void The_hash_depends_on_contents_and_not_on_line_ends()
    {
        using TemporaryFolder unix = Folder().With("train/a-news-01.jsonl", Release, Funding);
        using TemporaryFolder windows = Folder().With("train/a-news-01.jsonl", Release + "\r", Funding + "\r");
        using TemporaryFolder other = Folder().With("train/a-news-01.jsonl", Funding, Release);
        string hash = LabelFolder.Read(unix.Path).Hash;
        Assert.Matches("^[0-9a-f]{64}$", hash);
        Assert.Equal(hash, LabelFolder.Read(windows.Path).Hash);
        Assert.NotEqual(hash, LabelFolder.Read(other.Path).Hash);
    }

    [Fact]
    public void Every_label_has_a_name_and_is_found_by_it()
    {
        Assert.Equal("open_source", LabelNames.Of(StatementLabel.OpenSource));
        Assert.All(Enum.GetValues<StatementLabel>(), label => Assert.Equal(label, LabelNames.Find(LabelNames.Of(label))));
        Assert.Null(LabelNames.Find("launch"));
    }

    private static TemporaryFolder Folder()
    {
        var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "train"));
        Directory.CreateDirectory(Path.Combine(folder.Path, "test"));
        return folder;
    }
}

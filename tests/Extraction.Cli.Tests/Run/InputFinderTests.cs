using Extraction.Cli.Run;

namespace Extraction.Cli.Tests.Run;

public sealed class InputFinderTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_folder_gives_its_reports_at_any_depth_in_ordinal_order()
    {
        foreach (string name in (string[])["in/b.txt", "in/B.md", "in/sub/a.pdf", "in/a.pptx", "in/no-ending"]) folder.Write(name, "x");
        Assert.Equal(["in/B.md", "in/a.pptx", "in/b.txt", "in/no-ending", "in/sub/a.pdf"], Sources(folder.At("in")));
    }

    [Fact]
    public void Lock_files_hidden_files_and_data_are_skipped_with_a_reason()
    {
        foreach (string name in (string[])["in/~$a.pptx", "in/.a.txt", "in/.git/config", "in/sub/.cache/x.txt", "in/data.JSON", "in/a.txt"]) folder.Write(name, "x");
        InputSet found = InputFinder.Find([folder.At("in")]);
        Assert.Equal(["in/a.txt"], found.Files.Select(file => file.Source));
        Assert.Equal(
            [(".a.txt", "hidden"), (".git/config", "hidden"), ("data.JSON", "not a report"), ("sub/.cache/x.txt", "hidden"), ("~$a.pptx", "lock file")],
            found.Skipped.ToArray());
    }

    [Fact]
    public void A_file_that_is_named_is_read_whatever_its_name()
    {
        string path = folder.Write("in/.hidden.json", "x");
        Assert.Equal([new InputFile(".hidden.json", path)], InputFinder.Find([path]).Files.ToArray());
    }

    [Fact]
    public void Files_of_one_name_in_two_folders_both_survive()
    {
        string one = folder.Write("one/q/report.txt", "1"), two = folder.Write("two/q/report.txt", "2");
        Assert.Equal([new InputFile("one/q/report.txt", one), new InputFile("two/q/report.txt", two)], InputFinder.Find([one, two]).Files.ToArray());
    }

    [Fact]
    public void Folders_of_one_name_with_the_same_files_both_survive()
    {
        folder.Write("one/in/a.txt", "1");
        folder.Write("two/in/a.txt", "2");
        Assert.Equal(["one/in/a.txt", "two/in/a.txt"], Sources(folder.At("one/in"), folder.At("two/in")));
    }

    [Fact]
    public void One_file_named_twice_is_one_input()
    {
        string path = folder.Write("in/a.txt", "x");
        Assert.Equal(["a.txt"], Sources(path, path));
        Assert.Single(InputFinder.Find([folder.At("in"), path]).Files);
    }

    [Fact]
    public void The_order_of_the_inputs_does_not_matter()
    {
        folder.Write("one/a.txt", "x");
        folder.Write("two/b.txt", "x");
        Assert.Equal(Sources(folder.At("one"), folder.At("two")), Sources(folder.At("two"), folder.At("one")));
    }

    [Fact]
    public void A_missing_input_is_named() =>
        Assert.Contains("nowhere", Assert.Throws<UsageException>(() => InputFinder.Find([folder.At("nowhere")])).Message, StringComparison.Ordinal);

    private static IEnumerable<string> Sources(params string[] inputs) => InputFinder.Find(inputs).Files.Select(file => file.Source);
}

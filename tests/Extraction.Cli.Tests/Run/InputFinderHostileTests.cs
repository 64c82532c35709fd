using Extraction.Cli.Run;

namespace Extraction.Cli.Tests.Run;

public sealed class InputFinderHostileTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("reports").FullName;

    [Fact]
    public void A_link_back_to_its_own_folder_is_skipped_with_the_reason()
    {
        Write("a.txt");
        Directory.CreateSymbolicLink(Path.Combine(root, "again"), root);

        InputSet found = InputFinder.Find([root]);

        Assert.EndsWith("/a.txt", Assert.Single(found.Files).Source, StringComparison.Ordinal);
        Assert.Equal(("again", "link to a folder"), Assert.Single(found.Skipped));
    }

    [Theory]
    [InlineData("年报 📈 v2.txt")]
    [InlineData("\u202Exslx.txt")]
    [InlineData("two\nlines.txt")]
    public void Unusual_names_stay_as_they_are(string name)
    {
        if (OperatingSystem.IsWindows() && name.Contains('\n', StringComparison.Ordinal)) return;
        Write(name);

        InputFile file = Assert.Single(InputFinder.Find([root]).Files);

        Assert.EndsWith("/" + name, file.Source, StringComparison.Ordinal);
        Assert.True(File.Exists(file.Path));
    }

    [Fact]
    public void A_name_of_255_bytes_is_read()
    {
        string name = string.Concat(Enumerable.Repeat("报", 83)) + "a.txt"; // 83 * 3 + 5 = 254
        Write("b" + name);

        Assert.EndsWith(name, Assert.Single(InputFinder.Find([root]).Files).Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("年报 📈.txt", "年报 📈.txt")]
    [InlineData("a\nb\u001B[31m", "a\\u{A}b\\u{1B}[31m")]
    [InlineData("\u202Ex", "\\u{202E}x")]
    public void What_is_printed_cannot_move_the_cursor(string text, string printed) => Assert.Equal(printed, Printable.Of(text));

    public void Dispose() => Directory.Delete(root, recursive: true);

    private void Write(string name) => File.WriteAllText(Path.Combine(root, name), "报告");
}

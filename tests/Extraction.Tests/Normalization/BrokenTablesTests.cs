using Extraction.Knowledge;
using Extraction.Normalization;

namespace Extraction.Tests.Normalization;

/// <summary>A table that is missing or wrong stops the program before it reads anything, with file, line and remedy.</summary>
public sealed class BrokenTablesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("extraction-tables-").FullName;

    public BrokenTablesTests()
    {
        string copy = Directory.CreateDirectory(Path.Combine(folder, "normalization")).FullName;
        foreach (string file in Directory.GetFiles(Path.Combine(KnowledgeFolder.Default().Path, "normalization"))) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("controls.tsv", "first\tlast\taction\tnote\n0020\t001F\tdelete\t", 2, "before")]
    [InlineData("controls.tsv", "first\tlast\taction\tnote\n0000\t0001\tvanish\t", 2, "delete, line, bullet or joiner")]
    [InlineData("controls.tsv", "first\tlast\taction\tnote\nD800\tD800\tdelete\t", 2, "hexadecimal")]
    [InlineData("controls.tsv", "first\tlast\taction\tnote\nFFF0\t10000\tdelete\t", 2, "plane")]
    [InlineData("ideographs.tsv", "from\tto\tkind\tshown\n2F00\t4E00\tradical\t\n2F00\t4E01\tradical\t", 3, "twice")]
    [InlineData("ideographs.tsv", "from\tto\tkind\tshown\nxyz\t4E00\tradical\t", 2, "hexadecimal")]
    [InlineData("width.tsv", "from\tto\tkind\tshown\nFF21\t0041\twide\tA\tmore", 2, "5 fields")]
    [InlineData("width.tsv", "# nothing", 1, "header")]
    [InlineData("bullets.tsv", "mark\tspace\n•\tperhaps", 2, "yes or no")]
    [InlineData("bullets.tsv", "mark\tspace\n••\tno", 2, "one character")]
    [InlineData("units.tsv", "unit\tnot_before\n年\t\n年\t", 3, "twice")]
    [InlineData("terms.tsv", "kind\ttext\nspaces\t目录", 2, "spaced, series, redoubled or programme")]
    [InlineData("terms.tsv", "kind\ttext\nredoubled\t", 2, "empty")]
    public void A_wrong_line_is_named(string file, string content, int line, string remedy)
    {
        File.WriteAllText(Path.Combine(folder, "normalization", file), content);
        KnowledgeException error = Assert.Throws<KnowledgeException>(Load);
        Assert.Equal(("normalization/" + file, line), (error.File, error.Line));
        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("controls.tsv")]
    [InlineData("ideographs.tsv")]
    [InlineData("width.tsv")]
    [InlineData("bullets.tsv")]
    [InlineData("terms.tsv")]
    [InlineData("units.tsv")]
    [InlineData("english.tsv")]
    [InlineData("tails.tsv")]
    public void A_missing_table_is_named(string file)
    {
        File.Delete(Path.Combine(folder, "normalization", file));
        KnowledgeException error = Assert.Throws<KnowledgeException>(Load);
        Assert.Equal("normalization/" + file, error.File);
        Assert.Contains("restore it", error.Message, StringComparison.Ordinal);
    }

    private TextNormalizer Load() => TextNormalizer.Load(new KnowledgeFolder(folder), []);
}

using System.Text.RegularExpressions;

namespace Extraction.Tests.Architecture;

public partial class StageOrderTests
{
    private static readonly string[] Shared = ["Documents", "Diagnostics", "Knowledge"];

    private static readonly string[] Flow =
        ["Reading", "Layout", "Normalization", "Script", "Segmentation", "Recognition", "Classification", "Assembly", "Resolution", "Emission", "Comparison"];

    [Fact]
    public void A_stage_uses_the_shared_nouns_and_earlier_stages_only()
    {
        string library = Path.Combine(Root(), "pipeline", "Extraction");
        List<string> files = [.. Flow.Concat(Shared).Select(stage => Path.Combine(library, stage)).Where(Directory.Exists).SelectMany(Sources)];
        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(file => Offences(Path.GetRelativePath(library, file).Replace('\\', '/'), File.ReadAllText(file))));
    }

    [Theory]
    [InlineData("Layout/A.cs", "using Extraction.Reading;", false)]
    [InlineData("Layout/A.cs", "using Extraction.Emission;", true)]
    [InlineData("Layout/A.cs", "var x = new Extraction.Recognition.Dates.D();", true)]
    [InlineData("Resolution/A.cs", "using Extraction.Documents;", false)]
    [InlineData("Documents/A.cs", "using Extraction.Reading;", true)]
    public void A_reference_forward_is_an_offence(string file, string source, bool offence) =>
        Assert.Equal(offence, Offences(file, source).Any());

    [Fact]
    public void No_source_is_unfinished()
    {
        List<string> files = [.. Sources(Path.Combine(Root(), "pipeline"))];
        Assert.NotEmpty(files);
        Assert.Empty(files.Where(file => Unfinished().IsMatch(File.ReadAllText(file))).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("// TODO: later", true)]
    [InlineData("throw new NotImplementedException();", true)]
    [InlineData("// done", false)]
    public void Marks_of_unfinished_work_are_seen(string source, bool unfinished) => Assert.Equal(unfinished, Unfinished().IsMatch(source));

    private static IEnumerable<string> Offences(string file, string source)
    {
        string own = file[..file.IndexOf('/', StringComparison.Ordinal)];
        int place = Array.IndexOf(Flow, own); // the shared folders come before every stage
        foreach (Match match in Reference().Matches(source))
        {
            int used = Array.IndexOf(Flow, match.Groups["stage"].Value);
            if (used > place) yield return $"{file} uses {match.Value}";
        }
    }

    private static IEnumerable<string> Sources(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
        .Order(StringComparer.Ordinal);

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Extraction.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Extraction.sln was not found above the tests.");
    }

    [GeneratedRegex(@"\bExtraction\.(?<stage>[A-Z][A-Za-z]+)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK)\b|NotImplementedException", RegexOptions.CultureInvariant)]
    private static partial Regex Unfinished();
}

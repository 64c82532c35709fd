using System.Text.RegularExpressions;

namespace Extraction.Tests.Diagnostics;

public partial class DiagnosticCodesTests
{
    [Fact]
    public void Every_code_in_the_source_is_explained_and_every_explained_code_is_in_the_source()
    {
        string root = Root();
        SortedSet<string> used = new(Sources(Path.Combine(root, "pipeline")).SelectMany(file => Used(File.ReadAllText(file), IsOf("OpenXml", file), IsOf("Pptx", file) ? ["pptx"] : IsOf("Docx", file) ? ["docx"] : null)), StringComparer.Ordinal);
        List<string> explained = [.. Explained().Matches(File.ReadAllText(Path.Combine(root, "docs", "diagnostics.md"))).Select(match => match.Groups["code"].Value)];

        Assert.Contains("internal-error", used);
        Assert.Equal(explained.Count, explained.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(used.Except(explained));
        Assert.Empty(explained.Except(used));
    }

    [Theory]
    [InlineData("diagnostics.Error(\n    \"pdf-a\", Stage, x);", "pdf-a")]
    [InlineData("throw new UnreadableDocumentException(format + \"-bad\", x)", "docx-bad pptx-bad")]
    [InlineData("session.Diagnostics.Warning(session.Format + \"-cut\", x)", "docx-cut pptx-cut")]
    [InlineData("return (Failed(file, \"d-e\", x), false);", "d-e")]
    [InlineData("session.Error(\"cut\", x)", "docx-cut pptx-cut")]
    [InlineData("Say(isLost, \"a-b\", x);", "a-b")]
    [InlineData("table.Error(row, \"no code\")", "")]
    public void Codes_are_found_where_they_are_reported(string source, string codes) => Assert.Equal(codes, string.Join(' ', Used(source).Order(StringComparer.Ordinal)));

    private static IEnumerable<string> Used(string source, bool isOfPackages = false, string[]? formats = null)
    {
        foreach (Match match in Reported().Matches(source))
        {
            string code = match.Groups["code"].Value;
            // readers of packages put their format before the code
            bool isPrefixed = code.StartsWith('-') || isOfPackages || match.Groups["session"].Success;
            if (!isPrefixed) yield return code;
            else foreach (string format in formats ?? ["pptx", "docx"]) yield return format + "-" + code.TrimStart('-');
        }
    }

    private static bool IsOf(string folder, string file) => file.Split(Path.DirectorySeparatorChar).Contains(folder);

    private static IEnumerable<string> Sources(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"));

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Extraction.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Extraction.sln was not found above the tests.");
    }

    [GeneratedRegex(
        @"(?<session>\bsession\.(?=(?:Error|Warning)\())?\b(?:Error|Warning|Unreadable|UnreadableDocumentException|PartLimitException|PictureRecognitionException|Say|Diagnostic|Failed|new)\(\s*(?:(?:file|isLost),\s*)?(?:(?:session\.)?[fF]ormat \+ )?""(?<code>-?[a-z][a-z0-9]*(?:-[a-z0-9]+)*-?[a-z0-9]+)"",",
        RegexOptions.CultureInvariant)]
    private static partial Regex Reported();

    [GeneratedRegex(@"^\| `(?<code>[a-z0-9-]+)` \|", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Explained();
}

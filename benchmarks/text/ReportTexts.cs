using Extraction.Knowledge;
using Extraction.Recognition.Names;
using Extraction.Segmentation;

namespace Extraction.TextBenchmark;

/// <summary>What the benchmarks work on.</summary>
internal static class ReportTexts
{
    /// <summary>The lines of <c>tests/reports/dev</c>.</summary>
    public static string[] Lines()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Extraction.sln"))) folder = Path.GetDirectoryName(folder);
        string reports = Path.Combine(folder ?? throw new InvalidOperationException("Extraction.sln is in no folder above the program."), "tests", "reports", "dev");
        return [.. Directory.GetFiles(reports).Where(file => Path.GetExtension(file) is ".txt" or ".md").Order(StringComparer.Ordinal).SelectMany(File.ReadAllLines)];
    }

    /// <summary>The names of the knowledge folder.</summary>
    public static IEnumerable<LexiconWord> Names() => NameRecognizer.Load(KnowledgeFolder.Default()).LexiconWords.Select(name => new LexiconWord(name));
}

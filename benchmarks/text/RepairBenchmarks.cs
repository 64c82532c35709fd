using BenchmarkDotNet.Attributes;
using Extraction.Knowledge;
using Extraction.Normalization;

namespace Extraction.TextBenchmark;

/// <summary>Repair of all development reports, line by line: as they came, and set apart letter by letter.</summary>
[InProcess, MemoryDiagnoser]
public class RepairBenchmarks
{
    private readonly TextNormalizer normalizer = TextNormalizer.Load(KnowledgeFolder.Default(), ReportTexts.Names().Select(name => name.Text));
    private readonly string[] sound = ReportTexts.Lines();
    private readonly string[] spaced = [.. ReportTexts.Lines().Select(line => string.Join(' ', line.EnumerateRunes()))];

    /// <summary>The reports as they are.</summary>
    [Benchmark(Baseline = true)]
    public int Sound() => Repair(sound);

    /// <summary>A space behind each character.</summary>
    [Benchmark]
    public int Spaced() => Repair(spaced);

    private int Repair(string[] lines)
    {
        int edits = 0;
        foreach (string line in lines) edits += normalizer.NormalizeString(line).Map.Edits.Length;
        return edits;
    }
}

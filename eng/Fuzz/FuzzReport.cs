using System.Collections.Immutable;
using System.Diagnostics;
using Extraction.Isolation;

namespace Extraction.Fuzz;

/// <summary>Says what came of a run.</summary>
internal static class FuzzReport
{
    private const int MostNames = 5;

    /// <returns>Whether nothing escaped: no fault, no hang, no worker over its memory.</returns>
    internal static bool Print(ImmutableArray<Trial> trials, IsolatedReader reader, IsolationLimits limits, bool isVerbose)
    {
        if (isVerbose) foreach (Trial trial in trials) Say($"{trial.Outcome,-9} {trial.Seconds,7:0.000} s  {trial.Name}  {string.Join(' ', trial.Codes)}");
        foreach (var group in trials.Where(trial => !trial.IsEscape).GroupBy(trial => (trial.Outcome, Codes: string.Join(' ', trial.Codes.Take(1)))).OrderByDescending(group => group.Count()))
            Say($"{group.Count(),6}  {group.Key.Outcome,-9} {group.Key.Codes}{Names(group.Key.Codes, group)}");
        double[] seconds = [.. trials.Select(trial => trial.Seconds).Order()];
        Trial slowest = trials.MaxBy(trial => trial.Seconds)!;
        Say($"{trials.Length} documents; p50 {seconds[seconds.Length / 2]:0.000} s, p99 {seconds[seconds.Length * 99 / 100]:0.000} s, longest {slowest.Seconds:0.000} s ({slowest.Name})");
        Say($"most memory: a worker {reader.PeakBytes >> 20} MB of {limits.MemoryBytes >> 20}, this process {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
        Trial[] escapes = [.. trials.Where(trial => trial.IsEscape)];
        foreach (Trial escape in escapes) Say($"ESCAPED {escape.Name}: {escape.Codes[0]}");
        Say($"{escapes.Length} escaped");
        return escapes.Length == 0;
    }

    // what the workers were ended for is contained, and worth a look all the same
    private static string Names(string code, IEnumerable<Trial> trials) =>
        code.StartsWith("reader-", StringComparison.Ordinal) ? ": " + string.Join(", ", trials.Take(MostNames).Select(trial => trial.Name)) : "";

    private static void Say(FormattableString line) => Console.Out.WriteLine(FormattableString.Invariant(line));
}

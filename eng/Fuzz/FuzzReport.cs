using System.Collections.Immutable;
using System.Diagnostics;
using Extraction.Isolation;

namespace Extraction.Fuzz;

/// <summary>Prints what came of a run.</summary>
internal static class FuzzReport
{
    private const int MostNames = 5;

    /// <summary>A target's trials, grouped by how they ended.</summary>
    /// <returns>Whether nothing escaped.</returns>
    internal static bool Print(string target, ImmutableArray<Trial> trials, bool isVerbose)
    {
        if (trials.IsEmpty) return true;
        if (isVerbose) foreach (Trial trial in trials) Say($"{trial.Outcome,-9} {trial.Seconds,7:0.000} s  {trial.Name}  {string.Join(' ', trial.Codes)}");
        Say($"== {target}");
        foreach (var group in trials.Where(trial => !trial.IsEscape).GroupBy(trial => (trial.Outcome, Codes: string.Join(' ', trial.Codes.Take(1)))).OrderByDescending(group => group.Count()))
            Say($"{group.Count(),6}  {group.Key.Outcome,-9} {group.Key.Codes}{Names(group)}");
        double[] seconds = [.. trials.Select(trial => trial.Seconds).Order()];
        Trial slowest = trials.MaxBy(trial => trial.Seconds)!;
        Trial[] escapes = [.. trials.Where(trial => trial.IsEscape)];
        Say($"{trials.Length} cases, {escapes.Length} escaped; p50 {seconds[seconds.Length / 2]:0.000} s, p99 {seconds[seconds.Length * 99 / 100]:0.000} s, longest {slowest.Seconds:0.000} s ({slowest.Name})");
        foreach (Trial escape in escapes) Say($"ESCAPED {escape.Name}: {escape.Codes[0]}");
        return escapes.Length == 0;
    }

    /// <summary>What the whole run held.</summary>
    internal static void PrintMemory(IsolatedReader reader, IsolationLimits limits) =>
        Say($"most memory: a worker {reader.PeakBytes >> 20} MB of {limits.MemoryBytes >> 20}, this process {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");

    // what the workers were ended for is contained, and worth a look all the same
    private static string Names(IEnumerable<Trial> trials) =>
        trials.Any(trial => trial.CostWorker) ? ": " + string.Join(", ", trials.Take(MostNames).Select(trial => trial.Name)) : "";

    private static void Say(FormattableString line) => Console.Out.WriteLine(FormattableString.Invariant(line));
}

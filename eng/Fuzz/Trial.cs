using System.Collections.Immutable;
using System.Diagnostics;
using Extraction.Diagnostics;

namespace Extraction.Fuzz;

/// <summary>A document that was tried.</summary>
/// <param name="Name">The file, and the number and kind of the damage where it has one.</param>
/// <param name="Outcome">How reading ended.</param>
/// <param name="Codes">The codes of its errors, each once; for an escape, what escaped.</param>
/// <param name="Seconds">What it took.</param>
/// <param name="IsEscape">Whether something came out that is no typed failure, or a complete document that is none.</param>
internal sealed record Trial(string Name, Outcome Outcome, ImmutableArray<string> Codes, double Seconds, bool IsEscape)
{
    /// <summary>Whether a worker had to be ended: contained, but a reader ought to end by itself.</summary>
    internal bool CostWorker => !IsEscape && Codes.Any(code => code.StartsWith("reader-", StringComparison.Ordinal));

    internal static Trial Escape(string name, Stopwatch watch, string what) => new(name, Outcome.Failed, [what], watch.Elapsed.TotalSeconds, IsEscape: true);

    /// <summary>Runs <paramref name="work"/> with an eye on the clock.</summary>
    internal static Trial Of(string name, TimeSpan most, Func<(Outcome Outcome, ImmutableArray<string> Codes, string? Escape)> work)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var task = Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            if (!task.Wait(most)) return Escape(name, watch, "hangs");
            (Outcome outcome, ImmutableArray<string> codes, string? escape) = task.Result;
            return escape is null ? new Trial(name, outcome, codes, watch.Elapsed.TotalSeconds, IsEscape: false) : Escape(name, watch, escape);
        }
        catch (AggregateException fault)
        {
            return Escape(name, watch, fault.GetBaseException().ToString());
        }
    }
}

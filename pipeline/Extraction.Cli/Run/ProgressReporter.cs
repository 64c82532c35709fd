using Extraction.Diagnostics;
using Extraction.Documents;
using Spectre.Console;

namespace Extraction.Cli.Run;

/// <summary>Tells people how a run goes, on stderr: a bar on a terminal, a line a document elsewhere.</summary>
internal sealed class ProgressReporter : IDisposable
{
    private readonly Verbosity verbosity;
    private readonly IAnsiConsole console;
    private readonly ProgressTask? bar;
    private readonly TaskCompletionSource? finished;
    private readonly Task? drawing;
    private readonly Lock gate = new();

    private ProgressReporter(Verbosity verbosity, InputSet inputs)
    {
        this.verbosity = verbosity;
        console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        // a line a document, however long its name is
        if (Console.IsErrorRedirected) console.Profile.Width = short.MaxValue;
        if (verbosity == Verbosity.Quiet || Console.IsErrorRedirected) return;
        finished = new TaskCompletionSource();
        var started = new TaskCompletionSource<ProgressTask>();
        drawing = console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                started.SetResult(context.AddTask("documents 文档", maxValue: inputs.Files.Length));
                await finished.Task;
            });
        bar = started.Task.GetAwaiter().GetResult();
    }

    internal static ProgressReporter Create(Verbosity verbosity, InputSet inputs) => new(verbosity, inputs);

    /// <summary>A document is done. Safe from any thread.</summary>
    internal void Done(InputFile input, DocumentRecords result)
    {
        lock (gate)
        {
            bar?.Increment(1);
            DocumentRecord document = result.Document;
            if (verbosity == Verbosity.Quiet && document.Outcome != Outcome.Failed) return;
            if (bar is null || document.Outcome == Outcome.Failed || verbosity == Verbosity.Verbose)
                Line($"{Word(document.Outcome),-8} {input.Source}  {result.Records.Length} records{Reason(document)}");
            if (verbosity == Verbosity.Verbose)
                foreach (Diagnostic diagnostic in document.Diagnostics) Line($"         {diagnostic.Code}: {diagnostic.Message}");
        }
    }

    /// <summary>The run is over.</summary>
    internal void Finish(RunSummary summary, string output, int code)
    {
        finished?.TrySetResult();
        drawing?.GetAwaiter().GetResult();
        if (verbosity == Verbosity.Quiet) return;
        if (code == ExitCode.NothingProduced) Line("Nothing could be read; no dataset was written.");
        else
            Line(FormattableString.Invariant(
                $"{output}: {summary.Events} events, {summary.Organizations} organizations, {summary.Policies} policies, {summary.Filings} filings, {summary.Statistics} statistics, {summary.Conflicts} conflicts"));
        Line(FormattableString.Invariant(
            $"{summary.Documents} documents ({summary.Complete} complete, {summary.Partial} partial, {summary.Failed} failed), {summary.Skipped} files skipped, {summary.Seconds} s"));
    }

    /// <inheritdoc/>
    public void Dispose() => finished?.TrySetResult();

    private static string Word(Outcome outcome) => outcome switch { Outcome.Complete => "ok", Outcome.Partial => "partial", _ => "failed" };

    private static string Reason(DocumentRecord document) =>
        document.Diagnostics.FirstOrDefault(diagnostic => diagnostic.IsError) is { } error ? $"  [{error.Code}] {error.Message}" : "";

    private void Line(string text) => console.WriteLine(Printable.Of(text));
}

using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Extraction.Cli.Isolation;
using Extraction.Cli.Ocr;
using Extraction.Emission;
using Extraction.Isolation;
using Extraction.Reading;

namespace Extraction.Cli.Run;

/// <summary><c>extraction run INPUTS --out FOLDER</c>: reports in, a dataset out.</summary>
internal static class RunCommand
{
    internal static Command Create()
    {
        var inputs = new Argument<string[]>("inputs") { Description = "Files and folders. 文件或文件夹。", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--out", "-o") { Description = "Folder of the dataset; replaced when the run is whole. 数据集文件夹。", Required = true };
        var jobs = new Option<int>("--jobs", "-j") { Description = "Documents at once; the result is the same for any number.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var knowledge = new Option<string?>("--knowledge") { Description = "Another knowledge folder than the one that travels with the program." };
        var fold = new Option<bool>("--fold-dates") { Description = "One record for an event that documents date with different precision; the finest date wins." };
        var json = new Option<bool>("--json") { Description = "Summary as JSON on stdout." };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Nothing but errors on stderr." };
        var verbose = new Option<bool>("--verbose", "-v") { Description = "Every diagnostic on stderr." };
        var isolation = new IsolationOptions();
        var command = new Command("run", "Extract a dataset from reports. 从报告生成数据集。") { inputs, output, jobs, knowledge, fold, json, quiet, verbose };
        isolation.AddTo(command);
        var ocr = new OcrOptions();
        ocr.AddTo(command);
        command.SetAction((parsed, cancellation) => RunAsync(
            new RunOptions(
                parsed.GetValue(inputs)!, parsed.GetValue(output)!, parsed.GetValue(jobs), parsed.GetValue(knowledge), parsed.GetValue(fold),
                parsed.GetValue(json), parsed.GetValue(quiet) ? Verbosity.Quiet : parsed.GetValue(verbose) ? Verbosity.Verbose : Verbosity.Normal, isolation.Of(parsed, parsed.GetValue(jobs)), ocr.Of(parsed)),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(RunOptions options, CancellationToken cancellation)
    {
        if (options.Jobs < 1) throw new UsageException("--jobs takes a number from 1 on.");
        var watch = Stopwatch.StartNew();
        InputSet inputs = InputFinder.Find(options.Inputs);
        if (inputs.Files.IsEmpty) throw new EmptyDatasetException(options.Output);
        IsolationLimits? isolation = options.Isolation is { } asked ? asked with { Workers = Math.Min(asked.Workers, inputs.Files.Length) } : null;
        using LoadedPipeline loaded = PipelineFactory.Load(
            options.Knowledge, options.FoldsDates, isolation, options.Verbosity == Verbosity.Verbose ? Console.Error.WriteLine : null, options.Limits);
        using var progress = ProgressReporter.Create(options.Verbosity, inputs);
        BatchResult batch = await BatchRunner.RunAsync(loaded.Pipeline, inputs, options.Jobs, progress, cancellation);
        var dataset = loaded.Resolver.Resolve(batch.Documents);
        if (batch.Read == 0) return Report(options, RunSummary.Of(batch, dataset, inputs, watch.Elapsed), progress, ExitCode.NothingProduced);
        new DatasetWriter().Write(dataset, loaded.InfoOf(batch.Documents), options.Output);
        int code = batch.HadBug ? ExitCode.Bug : batch.Failed > 0 ? ExitCode.SomeFailed : ExitCode.Done;
        return Report(options, RunSummary.Of(batch, dataset, inputs, watch.Elapsed), progress, code);
    }

    private static int Report(RunOptions options, RunSummary summary, ProgressReporter progress, int code)
    {
        progress.Finish(summary, options.Output, code);
        if (options.Json) Console.Out.WriteLine(JsonSerializer.Serialize(summary, RunSummaryJson.Default.RunSummary));
        return code;
    }
}

/// <summary>How much is said on stderr.</summary>
internal enum Verbosity
{
    Quiet,
    Normal,
    Verbose,
}

/// <summary>What the command line asked for.</summary>
internal sealed record RunOptions(
    IReadOnlyList<string> Inputs, string Output, int Jobs, string? Knowledge, bool FoldsDates, bool Json, Verbosity Verbosity, IsolationLimits? Isolation, ReadLimits Limits);

using System.Collections.Immutable;
using System.Diagnostics;
using Extraction.Cli.Run;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Isolation;

namespace Extraction.Fuzz;

/// <summary>A document that was tried.</summary>
/// <param name="Name">The file, and the number of the mutation where it is one.</param>
/// <param name="Outcome">How reading ended.</param>
/// <param name="Codes">The codes of its errors, each once; for an escape, what escaped.</param>
/// <param name="Seconds">From bytes to records.</param>
/// <param name="IsEscape">Whether something came out that is no typed failure.</param>
internal sealed record Trial(string Name, Outcome Outcome, ImmutableArray<string> Codes, double Seconds, bool IsEscape);

/// <summary>Takes files and their mutations through the whole pipeline, as <c>extraction run</c> does.</summary>
internal sealed class FuzzRun(FuzzOptions options, ExtractionPipeline pipeline, IsolationLimits limits)
{
    internal ImmutableArray<Trial> Run(ImmutableArray<InputFile> files)
    {
        var trials = new Trial[files.Length + options.Count];
        Parallel.For(0, trials.Length, new ParallelOptions { MaxDegreeOfParallelism = options.Jobs }, index => trials[index] = Try(files, index));
        return [.. trials];
    }

    private Trial Try(ImmutableArray<InputFile> files, int index)
    {
        int number = index - files.Length;
        InputFile input = files[index % files.Length];
        byte[] content = File.ReadAllBytes(input.Path);
        (string name, byte[] bytes) = number < 0 ? (input.Source, content) : ($"{input.Source}#{number}", Mutation.Of(content, options.Seed, number));
        Trial trial = Try(name, SourceFile.FromBytes(input.Source, bytes));
        if (options.Keep is { } folder && (trial.IsEscape || trial.Codes.Any(code => code.StartsWith("reader-", StringComparison.Ordinal))))
            File.WriteAllBytes(Path.Combine(folder, name.Replace('/', '_')), bytes);
        return trial;
    }

    private Trial Try(string name, SourceFile file)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            Task<DocumentRecords> extraction = Task.Run(() => pipeline.Extract(file, CancellationToken.None));
            // reading ends at twice its time; what comes behind it has no limit of its own and must be over soon
            if (!extraction.Wait(2 * limits.Time + limits.StartTimeout)) return Escape(name, watch, "hangs");
            DocumentRecord document = extraction.Result.Document;
            ImmutableArray<string> codes = [.. document.Diagnostics.Where(diagnostic => diagnostic.IsError).Select(diagnostic => diagnostic.Code).Distinct()];
            return new Trial(name, document.Outcome, codes, watch.Elapsed.TotalSeconds, IsEscape: false);
        }
        catch (AggregateException fault)
        {
            return Escape(name, watch, fault.GetBaseException().ToString());
        }
    }

    private static Trial Escape(string name, Stopwatch watch, string what) => new(name, Outcome.Failed, [what], watch.Elapsed.TotalSeconds, IsEscape: true);
}

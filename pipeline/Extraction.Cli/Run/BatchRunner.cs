using System.Collections.Immutable;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Isolation;
using Polly;
using Polly.Retry;
using Outcome = Extraction.Diagnostics.Outcome;

namespace Extraction.Cli.Run;

/// <summary>What a batch gave.</summary>
/// <param name="Documents">One for each input, in the inputs' order.</param>
/// <param name="HadBug">Whether a document ran into a fault of the program.</param>
internal sealed record BatchResult(ImmutableArray<DocumentRecords> Documents, bool HadBug)
{
    internal int Failed => Documents.Count(document => document.Document.Outcome == Outcome.Failed);

    internal int Read => Documents.Length - Failed;
}

/// <summary>Extracts documents side by side. A document that fails never stops the others; the order of the result is the order of the inputs.</summary>
internal static class BatchRunner
{
    // Files on network shares fail for a moment now and then; a missing file does not come back.
    private static readonly ResiliencePipeline Retry = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<IOException>(error => error is not (FileNotFoundException or DirectoryNotFoundException)),
            MaxRetryAttempts = 3,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(100),
        })
        .Build();

    internal static async Task<BatchResult> RunAsync(
        ExtractionPipeline pipeline, InputSet inputs, int jobs, ProgressReporter progress, CancellationToken cancellation)
    {
        var results = new DocumentRecords[inputs.Files.Length];
        bool hadBug = false;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation };
        await Parallel.ForEachAsync(Enumerable.Range(0, inputs.Files.Length), parallel, async (index, token) =>
        {
            InputFile input = inputs.Files[index];
            (results[index], bool isBug) = await ExtractAsync(pipeline, input, token);
            if (isBug) Volatile.Write(ref hadBug, true);
            progress.Done(input, results[index]);
        });
        return new BatchResult([.. MarkDuplicates(results)], hadBug);
    }

    private static async Task<(DocumentRecords Records, bool IsBug)> ExtractAsync(ExtractionPipeline pipeline, InputFile input, CancellationToken cancellation)
    {
        var file = SourceFile.FromBytes(input.Source, []);
        try
        {
            long length = LengthOf(input.Path);
            if (length > pipeline.MaxFileBytes)
                return (Failed(file, "file-too-large", $"{length} bytes where {pipeline.MaxFileBytes} are allowed."), false);
            file = SourceFile.FromBytes(input.Source, await ContentAsync(input.Path, length, cancellation));
            return (pipeline.Extract(file, cancellation), false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (Failed(file, "file-unreadable", $"The file system refuses it ({error.GetType().Name}): see that it is there, may be read, and has a name in UTF-8."), false);
        }
        catch (Exception error) when (error is not (OperationCanceledException or WorkerStartException))
        {
            string fault = error is ReaderFaultException ? error.Message : $"{error.GetType().Name}: {error.Message}";
            return (Failed(file, "internal-error", "A fault of the program, " + fault), true);
        }
    }

    // A link's own length is that of its path.
    private static long LengthOf(string path)
    {
        var file = new FileInfo(path);
        return file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target ? target.Length : file.Length;
    }

    // A pipe or a device has no length and never ends: what has no length has no content.
    private static async Task<byte[]> ContentAsync(string path, long length, CancellationToken cancellation) =>
        length == 0 ? [] : await Retry.ExecuteAsync(async token => await File.ReadAllBytesAsync(path, token), cancellation);

    private static DocumentRecords Failed(SourceFile file, string code, string message)
    {
        var diagnostics = new DiagnosticBag();
        diagnostics.Error(code, "reading", message);
        return ExtractionPipeline.Failed(file, diagnostics);
    }

    // The same bytes under a second name add no records: the first name in ordinal order stands for them.
    private static IEnumerable<DocumentRecords> MarkDuplicates(DocumentRecords[] results)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DocumentRecords result in results)
        {
            DocumentRecord document = result.Document;
            if (first.TryAdd(document.Id, document.Source) || document.Outcome == Outcome.Failed)
            {
                yield return result;
                continue;
            }

            var note = new Diagnostic("duplicate-input", "reading", false, $"The same bytes as {first[document.Id]}; its records name that file.");
            yield return result with { Document = document with { Diagnostics = document.Diagnostics.Add(note) }, Records = [] };
        }
    }
}

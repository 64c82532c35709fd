using System.Collections.Concurrent;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Reading;

namespace Extraction.Isolation;

/// <summary>
/// Reads documents in worker processes, so that a file that hangs its parser, overflows its stack or eats its memory costs that file alone.
/// Workers start when they are needed, live on, and are replaced when they fail. Thread-safe; as many documents at once as there are callers.
/// </summary>
public sealed class IsolatedReader : IDocumentReader, IDisposable
{
    private readonly WorkerCommand command;
    private readonly IsolationLimits limits;
    private readonly ConcurrentBag<WorkerProcess> idle = [];

    /// <summary>Starts nothing yet.</summary>
    public IsolatedReader(WorkerCommand command, IsolationLimits limits) => (this.command, this.limits) = (command, limits);

    /// <inheritdoc />
    /// <exception cref="UnreadableDocumentException">As the reader says, or <c>reader-timeout</c>, <c>reader-memory</c>, <c>reader-crashed</c>.</exception>
    public SourceDocument Read(SourceFile file, ReadLimits limits, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        WorkerProcess worker = idle.TryTake(out WorkerProcess? waiting) ? waiting : WorkerProcess.Start(command, this.limits);
        WorkerAnswer? answer = null;
        try
        {
            answer = worker.Ask(new WorkerRequest(file, limits), cancellation);
        }
        finally
        {
            // one that ran out of memory has a heap that nobody should trust
            if (answer is null || answer.Code == WorkerFailure.Memory.Code) worker.Dispose();
            else idle.Add(worker);
        }
        foreach (Diagnostic item in answer.Diagnostics) diagnostics.Add(item);
        return answer.Document ?? throw new UnreadableDocumentException(answer.Code!, answer.Message!);
    }

    /// <summary>Ends the workers that wait.</summary>
    public void Dispose()
    {
        while (idle.TryTake(out WorkerProcess? worker)) worker.Dispose();
    }
}

using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Isolation.Wire;
using Extraction.Reading;

namespace Extraction.Isolation;

/// <summary>
/// Reads documents in worker processes, so that a document that never ends, eats memory or overflows the stack costs one worker and is a typed
/// failure. Workers start when they are first needed, read one document at a time, and stay for the next one. Thread-safe.
/// </summary>
public sealed class IsolatedReader : IDocumentReader, IDisposable
{
    private readonly WorkerCommand command;
    private readonly IsolationLimits limits;
    private readonly Action<string>? report;
    private readonly SemaphoreSlim places;
    private readonly Stack<WorkerProcess> idle = [];
    private readonly Lock gate = new();
    private bool isDisposed;
    private long peakBytes;

    /// <summary>Takes what to start and how much of it. Starts nothing yet.</summary>
    /// <param name="command">Starts a process that calls <see cref="ReadingWorker.Run"/>.</param>
    /// <param name="limits">How many workers, and what one may cost.</param>
    /// <param name="report">Is told what workers wrote to their standard error, from any thread; null where nobody listens.</param>
    public IsolatedReader(WorkerCommand command, IsolationLimits limits, Action<string>? report = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limits.Workers, 1);
        (this.command, this.limits, this.report) = (command, limits, report);
        places = new SemaphoreSlim(limits.Workers, limits.Workers);
    }

    /// <summary>Most memory, in bytes and resident, that any worker has held.</summary>
    public long PeakBytes => Interlocked.Read(ref peakBytes);

    /// <summary>Starts all workers ahead of the first document, without waiting for them to come up.</summary>
    /// <exception cref="WorkerStartException">They cannot be started.</exception>
    public void Warm()
    {
        for (int i = 0; i < limits.Workers; i++) Return(WorkerProcess.Start(command, limits));
    }

    /// <inheritdoc />
    /// <exception cref="UnreadableDocumentException">What the reader says, or <c>reader-timeout</c>, <c>reader-memory</c>, <c>reader-crashed</c>.</exception>
    /// <exception cref="ReaderFaultException">The reader threw what it should not.</exception>
    /// <exception cref="WorkerStartException">No worker can be started.</exception>
    public SourceDocument Read(SourceFile file, ReadLimits limits, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        ReadAnswer answer;
        places.Wait(cancellation);
        try
        {
            answer = Ask(new ReadRequest(file, limits), cancellation);
        }
        finally
        {
            places.Release();
        }
        foreach (Diagnostic diagnostic in answer.Diagnostics) diagnostics.Add(diagnostic);
        return answer.Kind switch
        {
            AnswerKind.Read => answer.Document!,
            AnswerKind.Fault => throw new ReaderFaultException(answer.Code, answer.Message),
            _ => throw new UnreadableDocumentException(answer.Code, answer.Message),
        };
    }

    /// <summary>Ends all workers. Whoever still reads fails.</summary>
    public void Dispose()
    {
        WorkerProcess[] all;
        lock (gate)
        {
            isDisposed = true;
            all = [.. idle];
            idle.Clear();
        }
        foreach (WorkerProcess worker in all) End(worker);
    }

    // What a worker has read before must not decide what becomes of a document: where one fails in a worker with a past, a new one has the last word.
    // Time is not asked again: it counts what the document itself has cost.
    private ReadAnswer Ask(ReadRequest request, CancellationToken cancellation)
    {
        WorkerProcess worker = Take();
        bool isLastWord = worker.IsFresh;
        try
        {
            return Ask(worker, request, cancellation);
        }
        catch (UnreadableDocumentException loss) when (loss.Code != "reader-timeout" && !isLastWord)
        {
            return Ask(WorkerProcess.Start(command, limits), request, cancellation);
        }
    }

    private ReadAnswer Ask(WorkerProcess worker, ReadRequest request, CancellationToken cancellation)
    {
        bool isWell = false;
        try
        {
            ReadAnswer answer = new WorkerWatch(worker, limits).Ask(request, cancellation);
            isWell = true;
            return answer;
        }
        finally
        {
            Remember(worker.Measure().PeakBytes);
            if (isWell) Return(worker);
            else End(worker);
        }
    }

    private WorkerProcess Take()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            if (idle.TryPop(out WorkerProcess? worker)) return worker;
        }
        return WorkerProcess.Start(command, limits);
    }

    private void Return(WorkerProcess worker)
    {
        lock (gate)
        {
            if (!isDisposed)
            {
                idle.Push(worker);
                return;
            }
        }
        End(worker);
    }

    private void End(WorkerProcess worker)
    {
        worker.Dispose();
        if (worker.Errors.Text is { Length: > 0 } text) report?.Invoke(text);
    }

    private void Remember(long bytes)
    {
        for (long seen = PeakBytes; bytes > seen; seen = PeakBytes)
            if (Interlocked.CompareExchange(ref peakBytes, bytes, seen) == seen) return;
    }
}

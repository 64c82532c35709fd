using System.Diagnostics;
using Extraction.Diagnostics;
using Extraction.Isolation.Wire;

namespace Extraction.Isolation;

/// <summary>Waits for a worker's answer, and ends the worker when it costs more than its limits. Nothing that a worker does or leaves undone holds up the wait.</summary>
internal sealed class WorkerWatch(WorkerProcess worker, IsolationLimits limits)
{
    private static readonly TimeSpan TimeToFail = TimeSpan.FromSeconds(5);

    /// <summary>The worker's answer.</summary>
    /// <exception cref="UnreadableDocumentException"><c>reader-timeout</c>, <c>reader-memory</c>, <c>reader-crashed</c>: the worker has ended or is of no more use.</exception>
    /// <exception cref="WorkerStartException">It did not come up.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    internal ReadAnswer Ask(ReadRequest request, CancellationToken cancellation)
    {
        AwaitStart(cancellation);
        (TimeSpan before, _) = worker.Measure();
        var watch = Stopwatch.StartNew();
        Task<ReadAnswer> exchange = worker.Ask(request);
        while (!IsDone(exchange, limits.SamplingInterval, cancellation)) Check(watch.Elapsed, before, exchange);
        ReadAnswer answer = exchange.IsCompletedSuccessfully ? exchange.Result : throw Lost(exchange.Exception!.GetBaseException());
        return answer.Kind == AnswerKind.OutOfMemory || worker.Measure().PeakBytes > limits.MemoryBytes ? throw TooMuchMemory() : answer;
    }

    private static bool IsDone(Task task, TimeSpan most, CancellationToken cancellation)
    {
        try
        {
            return task.Wait((int)most.TotalMilliseconds, cancellation);
        }
        catch (AggregateException)
        {
            return true;
        }
    }

    private void AwaitStart(CancellationToken cancellation)
    {
        if (IsDone(worker.Ready, limits.StartTimeout, cancellation) && worker.Ready.IsCompletedSuccessfully) return;
        worker.Kill();
        throw new WorkerStartException($"A worker process does not come up ({worker.Ending()}). {worker.Errors.Text}".TrimEnd());
    }

    private void Check(TimeSpan elapsed, TimeSpan before, Task exchange)
    {
        (TimeSpan computing, long peakBytes) = worker.Measure();
        bool isTooMuch = peakBytes > limits.MemoryBytes;
        bool isTooLong = elapsed >= limits.Time && (computing - before >= limits.Time || elapsed >= 2 * limits.Time);
        if (!isTooMuch && !isTooLong) return;
        worker.Kill();
        IsDone(exchange, TimeToFail, CancellationToken.None);
        throw isTooMuch ? TooMuchMemory() : new UnreadableDocumentException("reader-timeout", FormattableString.Invariant(
            $"Reading the document takes more than {limits.Time.TotalSeconds} s; split it, print it to a new PDF, or allow more time (--timeout)."));
    }

    private UnreadableDocumentException Lost(Exception failure)
    {
        string ending = failure is InvalidDataException ? "it gave no valid answer" : worker.Ending();
        worker.Kill();
        worker.Errors.Wait(TimeToFail);
        // the runtime's last words where it can throw no exception any more
        if (worker.Errors.Text.StartsWith("Out of memory", StringComparison.OrdinalIgnoreCase)) return TooMuchMemory();
        string cause = worker.Errors.Text.StartsWith("Stack overflow", StringComparison.OrdinalIgnoreCase) ? "stack overflow, " : "";
        return new UnreadableDocumentException(
            "reader-crashed", $"The reader broke down over the document ({cause}{ending}); do not trust the file, or open it in its own program and save it again.");
    }

    private UnreadableDocumentException TooMuchMemory() => new("reader-memory", FormattableString.Invariant(
        $"Reading the document takes more than {limits.MemoryBytes >> 20} MB of memory; split it, or allow more (--memory)."));
}

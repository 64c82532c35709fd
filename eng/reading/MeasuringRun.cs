using System.Collections.Concurrent;

namespace Extraction.ReadingMeasure;

/// <summary>Measures files side by side, a worker process each.</summary>
internal sealed class MeasuringRun(int jobs, TimeSpan timeout)
{
    internal async Task<Measurement[]> MeasureAsync(MeasuredFile[] files, CancellationToken cancellation)
    {
        var results = new Measurement[files.Length];
        var workers = new ConcurrentBag<ReaderProcess>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation };
        await Parallel.ForEachAsync(Enumerable.Range(0, files.Length), parallel, async (index, token) =>
        {
            if (!workers.TryTake(out ReaderProcess? worker)) worker = new ReaderProcess(timeout);
            ReadResult read = await worker.ReadAsync(files[index].Path, token);
            workers.Add(worker);
            results[index] = new Measurement(files[index], read, await Truth.OfAsync(files[index], token));
        });
        foreach (ReaderProcess worker in workers) worker.Dispose();
        return results;
    }
}

using System.Diagnostics;
using System.Text.Json;

namespace Extraction.ReadingMeasure;

/// <summary>A worker process and what it is asked; a worker that crashes or hangs is replaced.</summary>
internal sealed class ReaderProcess(TimeSpan timeout) : IDisposable
{
    private Process? process;

    /// <summary>Reads one file.</summary>
    internal async Task<ReadResult> ReadAsync(string path, CancellationToken cancellation)
    {
        process ??= Start();
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        clock.CancelAfter(timeout);
        try
        {
            await process.StandardInput.WriteLineAsync(Path.GetFullPath(path).AsMemory(), clock.Token);
            string? line = await process.StandardOutput.ReadLineAsync(clock.Token);
            if (line is not null) return JsonSerializer.Deserialize(line, ReadResultJson.Default.ReadResult)!;
            Stop();
            return new ReadResult("crash", ["process-ended"], 0, "");
        }
        catch (IOException)
        {
            Stop();
            return new ReadResult("crash", ["process-ended"], 0, "");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            Stop();
            return new ReadResult("hang", ["no-answer"], timeout.TotalSeconds, "");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Stop();

    private static Process Start()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        // under `dotnet program.dll` the process is dotnet, which must be told the program
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(typeof(ReaderProcess).Assembly.Location);
        start.ArgumentList.Add(ReaderWorker.Switch);
        return Process.Start(start)!;
    }

    private void Stop()
    {
        if (process is null) return;
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.Dispose();
        process = null;
    }
}

using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Extraction.Isolation;

/// <summary>A running worker, seen from its parent. Serves one document at a time; after a failure it is gone.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(25);
    private readonly Process process;
    private readonly IsolationLimits limits;

    private WorkerProcess(Process process, IsolationLimits limits) => (this.process, this.limits) = (process, limits);

    /// <summary>Starts a worker.</summary>
    /// <exception cref="InvalidOperationException">The program cannot be started: the installation is broken.</exception>
    public static WorkerProcess Start(WorkerCommand command, IsolationLimits limits)
    {
        try
        {
            Process process = Process.Start(command.ToStartInfo(limits))!;
            // what a worker says beside its answers is of no use, but a full pipe would stop it
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            return new WorkerProcess(process, limits);
        }
        catch (Win32Exception failure)
        {
            throw new InvalidOperationException($"The worker '{command.Program}' cannot be started: {failure.Message}", failure);
        }
    }

    /// <summary>Has a document read.</summary>
    /// <exception cref="Extraction.Diagnostics.UnreadableDocumentException"><c>reader-timeout</c>, <c>reader-memory</c> or <c>reader-crashed</c>; the worker is gone then.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the worker is gone then.</exception>
    public WorkerAnswer Ask(WorkerRequest request, CancellationToken cancellation)
    {
        Task<byte[]?> answer = Task.Run(() => Exchange(request.ToBytes()), CancellationToken.None);
        var watch = Stopwatch.StartNew();
        try
        {
            while (!IsDone(answer))
            {
                cancellation.ThrowIfCancellationRequested();
                if (watch.Elapsed > limits.Time) throw WorkerFailure.Timeout;
                if (ResidentBytes() > limits.MemoryBytes) throw WorkerFailure.Memory;
            }
            return answer.Result is { } message ? WorkerAnswer.FromBytes(message, request.File) : throw WorkerFailure.Crashed(HowItEnded());
        }
        catch (InvalidDataException)
        {
            throw WorkerFailure.Crashed("its answer was no answer");
        }
    }

    /// <summary>Ends the worker, whatever it does.</summary>
    public void Dispose()
    {
        try
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
        catch (InvalidOperationException)
        {
            // it has ended by itself
        }
        process.Dispose();
    }

    private static bool IsDone(Task answer) => answer.Wait(Glance);

    // a pipe that breaks is a worker that ended
    private byte[]? Exchange(byte[] request)
    {
        try
        {
            Frames.Write(process.StandardInput.BaseStream, request);
            return Frames.Read(process.StandardOutput.BaseStream);
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or ObjectDisposedException)
        {
            return null;
        }
    }

    private long ResidentBytes()
    {
        try
        {
            process.Refresh();
            return process.WorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    private string HowItEnded()
    {
        if (!process.WaitForExit(TimeSpan.FromSeconds(5))) return "its answer was no answer";
        int code = process.ExitCode;
        return code > 128 ? string.Create(CultureInfo.InvariantCulture, $"signal {code - 128}") : string.Create(CultureInfo.InvariantCulture, $"exit code {code}");
    }
}

using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Extraction.Isolation.Wire;

namespace Extraction.Isolation;

/// <summary>The parent's side of one worker. Used by one thread at a time; <see cref="Kill"/> frees whoever waits for it.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(5);

    private readonly Process process;
    private readonly string folder;
    private readonly IsolationLimits limits;

    private WorkerProcess(Process process, string folder, IsolationLimits limits)
    {
        (this.process, this.folder, this.limits) = (process, folder, limits);
        Errors = new BoundedOutput(process.StandardError.BaseStream, limits.MaxErrorBytes);
        Ready = Background(Greet);
    }

    /// <summary>Done when the worker has come up; fails where it does not.</summary>
    internal Task Ready { get; }

    /// <summary>What the worker writes to its standard error.</summary>
    internal BoundedOutput Errors { get; }

    /// <summary>Whether it has read no document yet.</summary>
    internal bool IsFresh { get; private set; } = true;

    internal static WorkerProcess Start(WorkerCommand command, IsolationLimits limits)
    {
        var start = new ProcessStartInfo(command.FileName, command.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        string folder = WorkerFolder.Create(start.Environment);
        foreach ((string name, string value) in RuntimeSettings(limits)) start.Environment[name] = value;
        try
        {
            return new WorkerProcess(Process.Start(start)!, folder, limits);
        }
        catch (Exception error) when (error is Win32Exception or InvalidOperationException)
        {
            WorkerFolder.TryDelete(folder);
            throw new WorkerStartException($"'{command.FileName}' cannot be started to read documents: {error.Message}", error);
        }
    }

    /// <summary>Sends the file and waits for the answer, on a thread of its own.</summary>
    internal Task<ReadAnswer> Ask(ReadRequest request)
    {
        IsFresh = false;
        return Background(() => Exchange(request));
    }

    /// <summary>Time that it has spent computing, and the most memory that it ever held. Zero when it has ended.</summary>
    internal (TimeSpan Computing, long PeakBytes) Measure()
    {
        try
        {
            process.Refresh();
            return (process.TotalProcessorTime, Math.Max(process.PeakWorkingSet64, process.WorkingSet64));
        }
        catch (Exception ended) when (ended is InvalidOperationException or Win32Exception or NotSupportedException)
        {
            return (TimeSpan.Zero, 0);
        }
    }

    /// <summary>Ends it, and every program that it has started.</summary>
    internal void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception ended) when (ended is InvalidOperationException or Win32Exception or AggregateException)
        {
        }
    }

    /// <summary>How it ended: its exit code, or the signal that ended it.</summary>
    internal string Ending()
    {
        if (!process.WaitForExit(TimeToEnd)) return "without ending";
        int code = process.ExitCode;
        return code is > 128 and < 192 && !OperatingSystem.IsWindows()
            ? string.Create(CultureInfo.InvariantCulture, $"signal {code - 128}")
            : string.Create(CultureInfo.InvariantCulture, $"exit code {code}");
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Kill();
        process.WaitForExit(TimeToEnd);
        Errors.Wait(TimeToEnd);
        process.Dispose();
        WorkerFolder.TryDelete(folder);
    }

    // One document at a time needs no second thread for the collector, and many small collections instead of few large ones; nothing listens for
    // debuggers; a crash leaves no dump behind.
    private static IEnumerable<(string Name, string Value)> RuntimeSettings(IsolationLimits limits) =>
    [
        ("DOTNET_GCHeapHardLimit", limits.MaxHeapBytes.ToString("X", CultureInfo.InvariantCulture)),
        ("DOTNET_gcServer", "0"),
        ("DOTNET_gcConcurrent", "0"),
        ("DOTNET_GCgen0size", "2000000"),
        ("DOTNET_EnableDiagnostics", "0"),
        ("DOTNET_DbgEnableMiniDump", "0"),
        ("DOTNET_TieredPGO", "0"),
    ];

    private static Task<T> Background<T>(Func<T> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private bool Greet() =>
        Frames.TryRead(process.StandardOutput.BaseStream, FrameKind.Hello, 1) is [Frames.Version]
            ? true
            : throw new InvalidDataException("The worker is of another version.");

    private ReadAnswer Exchange(ReadRequest request)
    {
        request.Write(process.StandardInput.BaseStream);
        byte[] answer = Frames.TryRead(process.StandardOutput.BaseStream, FrameKind.Answer, limits.MaxAnswerBytes) ?? throw new EndOfStreamException();
        return ReadAnswer.Decode(answer, request.File);
    }
}

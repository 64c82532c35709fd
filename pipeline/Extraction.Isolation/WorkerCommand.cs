using System.Diagnostics;
using System.Globalization;

namespace Extraction.Isolation;

/// <summary>How a worker process is started.</summary>
/// <param name="Program">The executable.</param>
/// <param name="Arguments">Its arguments; the process id of the parent follows them.</param>
public sealed record WorkerCommand(string Program, IReadOnlyList<string> Arguments)
{
    // a worker must not touch its heap limit before its resident memory is at the bound: the rest is code and stacks
    private const double HeapShare = 0.75;

    internal ProcessStartInfo ToStartInfo(IsolationLimits limits)
    {
        var start = new ProcessStartInfo(Program, [.. Arguments, Environment.ProcessId.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = ((long)(limits.MemoryBytes * HeapShare)).ToString("X", CultureInfo.InvariantCulture);
        // many small collections instead of few large ones: a worker serves one document at a time
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_GCgen0size"] = "2000000";
        start.Environment["DOTNET_TieredPGO"] = "0";
        return start;
    }
}

using System.Diagnostics;

namespace Extraction.ReadingMeasure;

/// <summary>Runs another program and takes its output.</summary>
internal static class Tool
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>What the program writes to stdout; null where it fails or does not end.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">It is not installed.</exception>
    internal static async Task<string?> OutputAsync(string program, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        clock.CancelAfter(Patience);
        try
        {
            Task<string> errors = process.StandardError.ReadToEndAsync(clock.Token);
            string output = await process.StandardOutput.ReadToEndAsync(clock.Token);
            await errors;
            await process.WaitForExitAsync(clock.Token);
            return process.ExitCode == 0 ? output : null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            process.Kill(entireProcessTree: true);
            return null;
        }
    }
}

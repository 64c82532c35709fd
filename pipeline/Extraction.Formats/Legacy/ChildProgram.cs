using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Extraction.Formats.Legacy;

/// <summary>Runs a program to its end, within bounds that the system enforces where it can.</summary>
internal static class ChildProgram
{
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(5);

    /// <summary>Its exit code. What it says on standard output goes to <paramref name="output"/>; what it says elsewhere is dropped.</summary>
    /// <exception cref="BrokenProcessException">It cannot be started.</exception>
    /// <exception cref="OperationCanceledException">It was ended, with all that it started.</exception>
    internal static int Run(string program, IReadOnlyList<string> arguments, LibreOfficeOptions options, Stream output, CancellationToken cancellation)
    {
        using Process process = Start(program, arguments, options);
        void End(object? sender, EventArgs e) => Kill(process);
        AppDomain.CurrentDomain.ProcessExit += End; // nothing that this process started outlives it
        try
        {
            process.StandardInput.Close();
            Task said = Task.WhenAll(process.StandardOutput.BaseStream.CopyToAsync(output, cancellation), process.StandardError.BaseStream.CopyToAsync(Stream.Null, cancellation));
            process.WaitForExitAsync(cancellation).GetAwaiter().GetResult();
            said.Wait(TimeToEnd, CancellationToken.None);
            return process.ExitCode;
        }
        finally
        {
            Kill(process);
            AppDomain.CurrentDomain.ProcessExit -= End;
        }
    }

    private static Process Start(string program, IReadOnlyList<string> arguments, LibreOfficeOptions options)
    {
        var start = new ProcessStartInfo { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, CreateNoWindow = true };
        if (OperatingSystem.IsLinux()) AddBounds(start, options);
        if (start.FileName.Length > 0) start.ArgumentList.Add(program);
        else start.FileName = program;
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception failure)
        {
            throw new BrokenProcessException("It cannot be started.", failure);
        }
    }

    // The shell's own limits: address space in kilobytes, processor time in seconds, files in blocks of 512 bytes.
    private static void AddBounds(ProcessStartInfo start, LibreOfficeOptions options)
    {
        start.FileName = "/bin/sh";
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"ulimit -v {options.MaxAddressBytes >> 10}; ulimit -t {(int)Math.Ceiling(options.Timeout.TotalSeconds)}; ulimit -f {options.MaxCopyBytes >> 9}; exec \"$0\" \"$@\""));
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(TimeToEnd);
        }
        catch (Exception ended) when (ended is InvalidOperationException or Win32Exception or AggregateException)
        {
        }
    }
}

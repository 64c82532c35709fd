using System.Diagnostics;

namespace Extraction.Benchmarks.Reading;

/// <summary>
/// Finds out which files a contestant can read, in a process of its own: a library that overflows its stack takes the process along, and no
/// exception tells of it. Of a process that ends or hangs the file is known, and the next one goes on behind it.
/// </summary>
internal static class Trial
{
    /// <summary>The first argument of the process that tries.</summary>
    public const string Argument = "--try";

    private const string Success = "read";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Reads the files whose paths come in, and answers each with a line: how it went.</summary>
    public static void Serve(Contestant contestant)
    {
        while (Console.In.ReadLine() is { } path)
        {
            try
            {
                contestant.Read(new Input(path, File.ReadAllBytes(path)));
                Console.Out.WriteLine(Success);
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                Console.Out.WriteLine(failure.GetType().Name);
            }
        }
    }

    /// <summary>Why a contestant cannot read a file, for each file that it cannot read.</summary>
    public static Dictionary<Input, string> Failures(string format, Contestant contestant, IReadOnlyList<Input> inputs)
    {
        var failures = new Dictionary<Input, string>();
        for (int next = 0; next < inputs.Count;)
        {
            using Process process = Start(format, contestant);
            while (next < inputs.Count)
            {
                Input input = inputs[next++];
                string answer = Ask(process, input) ?? "ends the process or hangs";
                if (answer != Success) failures[input] = answer;
                if (process.HasExited) break;
            }
            process.Kill();
        }
        return failures;
    }

    private static Process Start(string format, Contestant contestant)
    {
        string[] program = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(Trial).Assembly.Location] : [];
        Process process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. program, Argument, format, contestant.Name])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }

    // null where no answer comes
    private static string? Ask(Process process, Input input)
    {
        process.StandardInput.WriteLine(input.Path);
        process.StandardInput.Flush();
        Task<string?> answer = process.StandardOutput.ReadLineAsync();
        if (answer.Wait(Patience) && answer.Result is { } line) return line;
        process.Kill();
        process.WaitForExit();
        return null;
    }
}

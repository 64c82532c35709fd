using System.Collections.Immutable;
using Entry = System.Reflection.Assembly;

namespace Extraction.Isolation;

/// <summary>How to start a worker.</summary>
/// <param name="FileName">The executable.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record WorkerCommand(string FileName, ImmutableArray<string> Arguments)
{
    /// <summary>
    /// Starts the program <paramref name="program"/> with one argument. Where this process is that program in an executable of its own (published
    /// as one file, installed as a tool, started by <c>dotnet run</c>), the executable; elsewhere (<c>dotnet program.dll</c>, a test host) the
    /// program's library beside this one, through <c>dotnet</c>.
    /// </summary>
    public static WorkerCommand Of(string program, string argument)
    {
        string executable = Environment.ProcessPath ?? "dotnet";
        bool isDotnet = Path.GetFileNameWithoutExtension(executable) == "dotnet";
        if (!isDotnet && Entry.GetEntryAssembly()?.GetName().Name == program) return new WorkerCommand(executable, [argument]);
        string dotnet = isDotnet ? executable : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        return new WorkerCommand(dotnet, [Path.Combine(AppContext.BaseDirectory, program + ".dll"), argument]);
    }
}

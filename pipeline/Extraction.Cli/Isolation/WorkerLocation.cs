using Extraction.Isolation;

namespace Extraction.Cli.Isolation;

/// <summary>Finds the program that runs, to start it again as a worker.</summary>
internal static class WorkerLocation
{
    /// <summary>The executable where one runs; under <c>dotnet</c> (an installed tool, a test host) the library through it.</summary>
    internal static WorkerCommand Command()
    {
        string library = Path.Combine(AppContext.BaseDirectory, typeof(WorkerLocation).Assembly.GetName().Name + ".dll");
        string process = Environment.ProcessPath ?? "dotnet";
        string name = Path.GetFileNameWithoutExtension(process);
        if (name == typeof(WorkerLocation).Assembly.GetName().Name || !File.Exists(library)) return new WorkerCommand(process, [ReadWorkerCommand.Name]);
        return new WorkerCommand(name.Equals("dotnet", StringComparison.OrdinalIgnoreCase) ? process : "dotnet", [library, ReadWorkerCommand.Name]);
    }
}

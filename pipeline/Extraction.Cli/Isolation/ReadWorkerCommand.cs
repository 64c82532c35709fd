using Extraction.Isolation;

namespace Extraction.Cli.Isolation;

/// <summary><c>extraction read-worker</c>: reads documents for the process that started it. In no help: only the program itself starts it.</summary>
internal static class ReadWorkerCommand
{
    private const string Name = "read-worker";

    /// <summary>Starts this program as a worker.</summary>
    internal static WorkerCommand Self => WorkerCommand.Of(typeof(ReadWorkerCommand).Assembly.GetName().Name!, Name);

    /// <summary>Whether the arguments ask for a worker. They are not parsed as those of people are, which would take a tenth of a worker's start.</summary>
    internal static bool IsAskedFor(string[] args) => args is [Name];

    internal static int Run() => ReadingWorker.Run(PipelineFactory.Readers(), FirstDocuments.Read);
}

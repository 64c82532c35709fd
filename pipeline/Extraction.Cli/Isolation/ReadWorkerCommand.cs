using System.CommandLine;
using Extraction.Isolation;

namespace Extraction.Cli.Isolation;

/// <summary><c>extraction read-worker PARENT</c>: reads documents for a parent process. Hidden: only the program itself starts it.</summary>
internal static class ReadWorkerCommand
{
    internal const string Name = "read-worker";

    internal static Command Create()
    {
        var parent = new Argument<int>("parent");
        var command = new Command(Name) { parent };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            ReadingWorker.Run(PipelineFactory.Readers(), parsed.GetValue(parent));
            return ExitCode.Done;
        });
        return command;
    }
}

using System.Text;

namespace Extraction.Cli.Tests;

/// <summary>What a command line gave.</summary>
internal sealed record CommandRun(int Code, string Output, string Error)
{
    /// <summary>Runs in this process with the console's streams caught; only for classes of <see cref="ConsoleCollection"/>.</summary>
    internal static async Task<CommandRun> Of(params string[] args)
    {
        (TextWriter oldOutput, TextWriter oldError) = (Console.Out, Console.Error);
        Encoding oldEncoding = Console.OutputEncoding;
        using StringWriter output = new(), error = new();
        try
        {
            Console.SetOut(output);
            Console.SetError(error);
            int code = await CommandLine.RunAsync(args);
            return new CommandRun(code, output.ToString(), error.ToString());
        }
        finally
        {
            Console.OutputEncoding = oldEncoding;
            Console.SetOut(oldOutput);
            Console.SetError(oldError);
        }
    }
}

/// <summary>Tests that catch the console: one after the other, beside no others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ConsoleCollection
{
    public const string Name = "console";
}

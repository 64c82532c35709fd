using System.CommandLine;
using System.Text;
using Extraction.Cli.Diff;
using Extraction.Cli.Doctor;
using Extraction.Cli.Evaluate;
using Extraction.Cli.Explain;
using Extraction.Cli.Isolation;
using Extraction.Cli.Label;
using Extraction.Cli.Ocr;
using Extraction.Cli.Read;
using Extraction.Cli.Run;
using Extraction.Cli.Text;
using Extraction.Cli.Train;
using Extraction.Emission;
using Extraction.Isolation;
using Extraction.Knowledge;

namespace Extraction.Cli;

/// <summary>The program's commands, and how what goes wrong becomes an exit code.</summary>
internal static class CommandLine
{
    /// <summary>Parses and runs; never throws.</summary>
    internal static async Task<int> RunAsync(string[] args)
    {
        if (ReadWorkerCommand.IsAskedFor(args)) return ReadWorkerCommand.Run();
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var root = new RootCommand("Turns Chinese industry reports (PPTX, PDF, DOCX, HTML, TXT, Markdown) into data with evidence. 把中文行业报告变成带出处的数据。")
        {
            RunCommand.Create(), ReadCommand.Create(), ExplainCommand.Create(), DiffCommand.Create(), EvaluateCommand.Create(), NormalizeCommand.Create(), SegmentCommand.Create(),
            TrainCommand.Create(), LabelCommand.Create(), OcrCommand.Create(), DoctorCommand.Create(),
        };
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync("error: " + error.Message);
            await Console.Error.WriteLineAsync("See --help. 用 --help 查看用法。");
            return ExitCode.Usage;
        }

        return await GuardAsync(parsed);
    }

    private static async Task<int> GuardAsync(ParseResult parsed)
    {
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("cancelled");
            return ExitCode.Cancelled;
        }
        catch (Exception error) when (error is UsageException or KnowledgeException or DatasetFolderException or EmptyDatasetException or WorkerStartException)
        {
            await Console.Error.WriteLineAsync("error: " + error.Message);
            return error is EmptyDatasetException ? ExitCode.NothingProduced : ExitCode.Usage;
        }
        catch (Exception error)
        {
            await Console.Error.WriteLineAsync("This is a bug in extraction; please report it with the text below.\n" + error);
            return ExitCode.Bug;
        }
    }
}

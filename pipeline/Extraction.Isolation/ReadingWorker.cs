using System.Diagnostics;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Reading;

namespace Extraction.Isolation;

/// <summary>The life of a worker process: one document after the other from standard input, an answer each to standard output, until the input ends.</summary>
public static class ReadingWorker
{
    private static readonly TimeSpan ParentCheck = TimeSpan.FromSeconds(1);

    // memory that ran out inside a parser may have been swallowed there: text would be missing without a word
    private static volatile bool ranOutOfMemory;

    /// <summary>Serves until the input ends or the parent is gone.</summary>
    /// <param name="reader">Reads the documents.</param>
    /// <param name="parent">Process id of the parent.</param>
    public static void Run(IDocumentReader reader, int parent)
    {
        EndWith(parent);
        AppDomain.CurrentDomain.FirstChanceException += (_, thrown) => ranOutOfMemory |= thrown.Exception is OutOfMemoryException;
        using Stream input = Console.OpenStandardInput(), output = Console.OpenStandardOutput();
        while (Frames.Read(input) is { } message) Frames.Write(output, Answer(reader, WorkerRequest.FromBytes(message)).ToBytes());
    }

    private static WorkerAnswer Answer(IDocumentReader reader, WorkerRequest request)
    {
        var diagnostics = new DiagnosticBag();
        ranOutOfMemory = false;
        try
        {
            SourceDocument document = reader.Read(request.File, request.Limits, diagnostics, CancellationToken.None);
            return ranOutOfMemory ? OutOfMemory : new WorkerAnswer(document, diagnostics.Items, null, null);
        }
        catch (UnreadableDocumentException failure)
        {
            return ranOutOfMemory ? OutOfMemory : new WorkerAnswer(null, diagnostics.Items, failure.Code, failure.Message);
        }
        catch (OutOfMemoryException)
        {
            return OutOfMemory;
        }
    }

    private static WorkerAnswer OutOfMemory => new(null, [], WorkerFailure.Memory.Code, WorkerFailure.Memory.Message);

    /// <summary>A worker that hangs in a parser sees no end of its input; it must not outlive its parent all the same.</summary>
    private static void EndWith(int parent)
    {
        var watch = new Thread(() =>
        {
            while (IsAlive(parent)) Thread.Sleep(ParentCheck);
            Environment.Exit(1);
        })
        { IsBackground = true };
        watch.Start();
    }

    private static bool IsAlive(int id)
    {
        try
        {
            using Process process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}

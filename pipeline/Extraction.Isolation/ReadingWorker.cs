using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Isolation.Wire;
using Extraction.Reading;

namespace Extraction.Isolation;

/// <summary>
/// The worker's side: reads one document after the other from standard input and answers on standard output, until the input ends.
/// It ends then even in the middle of a document: a worker never outlives the process that it works for.
/// </summary>
public sealed class ReadingWorker
{
    // What deeply nested but honest files need; the same on every system, so that the same files are read everywhere.
    private const int StackBytes = 16 << 20;

    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(2);

    private readonly IDocumentReader reader;
    private readonly Stream output;
    private volatile bool ranOutOfMemory;

    private ReadingWorker(IDocumentReader reader, Stream output) => (this.reader, this.output) = (reader, output);

    /// <summary>Works until standard input ends.</summary>
    /// <param name="reader">Reads the documents.</param>
    /// <param name="warmUp">What the reader may do on a thread of its own until the first document comes; null for nothing. What it throws is written to standard error.</param>
    /// <returns>The exit code, always 0.</returns>
    public static int Run(IDocumentReader reader, Action<IDocumentReader, CancellationToken>? warmUp = null)
    {
        using Stream input = Console.OpenStandardInput(), output = Console.OpenStandardOutput();
        Console.SetOut(Console.Error); // nobody may write between the frames
        // Ctrl+C reaches every process of a terminal; the parent alone decides what it means
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        var worker = new ReadingWorker(reader, output);
        AppDomain.CurrentDomain.FirstChanceException += worker.Notice;
        worker.Work(input, warmUp);
        return 0;
    }

    // Requests are taken in on this thread while another one reads documents: so the end of the input is seen whatever the reader does.
    private void Work(Stream input, Action<IDocumentReader, CancellationToken>? warmUp)
    {
        Span<byte> version = [Frames.Version];
        Frames.Write(output, FrameKind.Hello, version);
        using var requests = new BlockingCollection<ReadRequest>(boundedCapacity: 1);
        new Thread(() => AnswerAll(requests), StackBytes) { IsBackground = true }.Start();
        using var atWork = new CancellationTokenSource();
        if (warmUp is not null) new Thread(() => WarmUp(warmUp, atWork.Token)) { IsBackground = true }.Start();
        while (ReadRequest.TryRead(input) is { } request)
        {
            atWork.Cancel();
            requests.Add(request);
        }
        End();
    }

    private void WarmUp(Action<IDocumentReader, CancellationToken> warmUp, CancellationToken atWork)
    {
        try
        {
            warmUp(reader, atWork);
        }
        catch (Exception fault)
        {
            Console.Error.WriteLine(fault);
        }
    }

    // Handlers of the process' exit get a moment to end programs that the reader started; nothing can stop the end itself.
    private static void End()
    {
        new Thread(() =>
        {
            Thread.Sleep(TimeToEnd);
            Process.GetCurrentProcess().Kill();
        })
        { IsBackground = true }.Start();
        WorkerFolder.DeleteOwn();
        Environment.Exit(0);
    }

    private void AnswerAll(BlockingCollection<ReadRequest> requests)
    {
        foreach (ReadRequest request in requests.GetConsumingEnumerable())
        {
            ranOutOfMemory = false;
            ReadOnlyMemory<byte> answer = Answer(request);
            if (ranOutOfMemory) answer = new ReadAnswer(AnswerKind.OutOfMemory, []).Encode();
            Frames.Write(output, FrameKind.Answer, answer.Span);
        }
    }

    private ReadOnlyMemory<byte> Answer(ReadRequest request)
    {
        var diagnostics = new DiagnosticBag();
        try
        {
            SourceDocument document = reader.Read(request.File, request.Limits, diagnostics, CancellationToken.None);
            return new ReadAnswer(AnswerKind.Read, diagnostics.Items, document).Encode();
        }
        catch (UnreadableDocumentException failure)
        {
            return new ReadAnswer(AnswerKind.Unreadable, diagnostics.Items, null, failure.Code, failure.Message).Encode();
        }
        catch (Exception fault)
        {
            Console.Error.WriteLine(fault);
            return new ReadAnswer(AnswerKind.Fault, diagnostics.Items, null, fault.GetType().Name, fault.Message).Encode();
        }
    }

    // Libraries swallow this exception and go on with what they have, as if that were all.
    private void Notice(object? sender, FirstChanceExceptionEventArgs thrown)
    {
        if (thrown.Exception is OutOfMemoryException) ranOutOfMemory = true;
    }
}

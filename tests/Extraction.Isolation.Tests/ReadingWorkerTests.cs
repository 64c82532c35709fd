using System.Diagnostics;
using System.Text;
using Extraction.Documents;
using Extraction.Isolation.Wire;
using Extraction.Reading;

namespace Extraction.Isolation.Tests;

public sealed class ReadingWorkerTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("spin")]
    [InlineData("sleep")]
    public void A_worker_ends_when_its_input_ends_whatever_it_does(string? document)
    {
        using Process worker = Start();
        Assert.NotNull(Frames.TryRead(worker.StandardOutput.BaseStream, FrameKind.Hello, 1));
        if (document is not null)
            new ReadRequest(SourceFile.FromBytes("a", Encoding.UTF8.GetBytes(document)), new ReadLimits()).Write(worker.StandardInput.BaseStream);

        worker.StandardInput.Close();

        Assert.True(worker.WaitForExit(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void A_worker_that_is_asked_for_nonsense_ends()
    {
        using Process worker = Start();
        worker.StandardInput.Write("nonsense");
        worker.StandardInput.Close();
        Assert.True(worker.WaitForExit(TimeSpan.FromSeconds(30)));
    }

    private static Process Start()
    {
        WorkerCommand command = WorkerCommand.Of("Extraction.Isolation.Tests", "read-worker");
        return Process.Start(new ProcessStartInfo(command.FileName, command.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }
}

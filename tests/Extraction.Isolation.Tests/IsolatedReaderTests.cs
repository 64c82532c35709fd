using System.Diagnostics;
using System.Text;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Reading;

namespace Extraction.Isolation.Tests;

public sealed class IsolatedReaderTests
{
    private static readonly IsolationLimits Small = new() { Workers = 1, Time = TimeSpan.FromSeconds(30), MemoryBytes = 160L << 20 };

    private static readonly IsolationLimits Short = Small with { Time = TimeSpan.FromSeconds(1) };

    [Fact]
    public void What_the_worker_reads_is_what_the_caller_gets()
    {
        using IsolatedReader reader = Reader();
        var diagnostics = new DiagnosticBag();
        SourceFile file = File("报告");

        SourceDocument document = reader.Read(file, new ReadLimits(), diagnostics, CancellationToken.None);

        Assert.Same(file, document.File);
        Assert.Equal("报告", TextOf(document));
        Assert.Equal(new Diagnostic("said-before", "reading", false, "before", new Locator { Page = 1 }), Assert.Single(diagnostics.Items));
    }

    [Fact]
    public void A_worker_stays_for_the_next_document_and_gets_its_limits()
    {
        using IsolatedReader reader = Reader();
        Assert.Equal(Read(reader, "pid"), Read(reader, "pid"));
        Assert.Equal("7", TextOf(reader.Read(File("limit"), new ReadLimits { MaxPages = 7 }, new DiagnosticBag(), CancellationToken.None)));
    }

    [Theory]
    [InlineData("spin", "reader-timeout", "1 s")]
    [InlineData("sleep", "reader-timeout", "1 s")]
    [InlineData("managed memory", "reader-memory", "160 MB")]
    [InlineData("swallowed", "reader-memory", "160 MB")]
    [InlineData("native memory", "reader-memory", "160 MB")]
    [InlineData("overflow", "reader-crashed", "stack overflow")]
    [InlineData("exit", "reader-crashed", "exit code 3")]
    [InlineData("silence", "reader-crashed", "exit code 0")]
    [InlineData("kill", "reader-crashed", "9")]
    [InlineData("garbage", "reader-crashed", "no valid answer")]
    [InlineData("long frame", "reader-crashed", "no valid answer")]
    [InlineData("unreadable", "no-good", "It is no good.")]
    public void Whatever_happens_in_the_worker_is_a_typed_failure_and_the_next_document_is_read(string document, string code, string message)
    {
        using IsolatedReader reader = Reader(code == "reader-timeout" ? Short : Small);

        var failure = Assert.Throws<UnreadableDocumentException>(() => Read(reader, document));

        Assert.Equal(code, failure.Code);
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
        Assert.Equal("next", Read(reader, "next"));
    }

    [Fact]
    public void A_fault_of_the_reader_is_one_and_the_worker_goes_on()
    {
        using IsolatedReader reader = Reader();
        string before = Read(reader, "pid");
        Assert.Equal("InvalidOperationException: a fault", Assert.Throws<ReaderFaultException>(() => Read(reader, "fault")).Message);
        Assert.Equal(before, Read(reader, "pid"));
    }

    [Fact]
    public void What_a_worker_has_read_before_does_not_decide_what_becomes_of_a_document()
    {
        using IsolatedReader reader = Reader();
        Assert.Equal(MischievousReader.HeldMemory, Read(reader, "hold"));
        Assert.Equal(MischievousReader.HeldMemory, Read(reader, "hold"));
    }

    [Fact]
    public void A_worker_that_talks_does_not_disturb_the_answer_and_is_heard_in_bounds()
    {
        var heard = new List<string>();
        using (IsolatedReader reader = Reader(Small, heard.Add)) Assert.Equal("said much", Read(reader, "chatter"));
        Assert.Equal(Small.MaxErrorBytes, Assert.Single(heard).Length);
    }

    [Fact]
    public async Task A_cancelled_reading_ends_at_once_and_takes_its_worker_along()
    {
        using IsolatedReader reader = Reader();
        int process = Pid(reader);
        using var source = new CancellationTokenSource();
        Task reading = Task.Run(() => reader.Read(File("spin"), new ReadLimits(), new DiagnosticBag(), source.Token));

        await Task.Delay(200);
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.WaitAsync(TimeSpan.FromMinutes(1)));
        Assert.True(SpinWait.SpinUntil(() => !IsRunning(process), TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void Workers_and_what_they_left_in_their_folders_go_with_the_reader()
    {
        IsolatedReader reader = Reader();
        int process = Pid(reader);
        string left = Read(reader, "temporary");
        Assert.True(System.IO.File.Exists(left));
        reader.Dispose();
        Assert.True(SpinWait.SpinUntil(() => !IsRunning(process), TimeSpan.FromMinutes(1)));
        Assert.False(Directory.Exists(Path.GetDirectoryName(left)));
    }

    [Fact]
    public void A_program_that_is_no_worker_is_no_fault_of_the_document()
    {
        using var missing = new IsolatedReader(new WorkerCommand("no-such-program", []), Small);
        using var other = new IsolatedReader(new WorkerCommand(Command.FileName, ["--version"]), Small);
        Assert.Throws<WorkerStartException>(() => Read(missing, "x"));
        Assert.Throws<WorkerStartException>(() => Read(other, "x"));
    }

    [Fact]
    public void Many_threads_share_a_few_workers()
    {
        using var reader = new IsolatedReader(Command, Small with { Workers = 2 });
        string[] texts = [.. Enumerable.Range(0, 40).AsParallel().AsOrdered().WithDegreeOfParallelism(8).Select(i => Read(reader, "text " + i))];
        Assert.Equal(Enumerable.Range(0, 40).Select(i => "text " + i), texts);
        Assert.InRange(reader.PeakBytes, 1, Small.MemoryBytes);
    }

    private static WorkerCommand Command => WorkerCommand.Of("Extraction.Isolation.Tests", "read-worker");

    private static IsolatedReader Reader(IsolationLimits? limits = null, Action<string>? report = null) => new(Command, limits ?? Small, report);

    private static SourceFile File(string text) => SourceFile.FromBytes("a.txt", Encoding.UTF8.GetBytes(text));

    private static string Read(IsolatedReader reader, string text) =>
        TextOf(reader.Read(File(text), new ReadLimits(), new DiagnosticBag(), CancellationToken.None));

    private static string TextOf(SourceDocument document) => ((SourceTextBox)document.Pages[0].Elements[0]).Paragraphs[0].Text;

    private static int Pid(IsolatedReader reader) => int.Parse(Read(reader, "pid"), System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsRunning(int process)
    {
        try
        {
            using Process found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}

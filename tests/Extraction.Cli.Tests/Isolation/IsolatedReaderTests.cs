using System.Text;
using Extraction.Cli.Isolation;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Isolation;
using Extraction.Reading;

namespace Extraction.Cli.Tests.Isolation;

public class IsolatedReaderTests
{
    private static readonly SourceFile Report = SourceFile.FromBytes("a.txt", Encoding.UTF8.GetBytes("2024年3月，星河半导体发布新品。\n第二行"));

    [Fact]
    public void A_worker_reads_what_the_reader_reads()
    {
        using var isolated = new IsolatedReader(WorkerLocation.Command(), new IsolationLimits());
        SourceDocument here = PipelineFactory.Readers().Read(Report, new ReadLimits(), new DiagnosticBag(), CancellationToken.None);
        for (int i = 0; i < 3; i++)
        {
            SourceDocument there = isolated.Read(Report, new ReadLimits(), new DiagnosticBag(), CancellationToken.None);
            Assert.Equal(Text(here), Text(there));
            Assert.Same(Report, there.File);
        }
    }

    [Fact]
    public void What_cannot_be_read_keeps_its_code() => Assert.Equal("file-empty", CodeOf(WorkerLocation.Command(), new IsolationLimits(), SourceFile.FromBytes("a", [])));

    [Fact]
    public void Too_long_is_a_timeout() => Assert.Equal("reader-timeout", CodeOf(WorkerLocation.Command(), new IsolationLimits { Time = TimeSpan.FromTicks(1) }, Report));

    [Fact]
    public void Too_much_memory_is_typed() => Assert.Equal("reader-memory", CodeOf(WorkerLocation.Command(), new IsolationLimits { MemoryBytes = 30 << 20 }, Report));

    [Fact]
    public void A_worker_that_ends_is_a_crash() => Assert.Equal("reader-crashed", CodeOf(new WorkerCommand("dotnet", ["no-such-program.dll"]), new IsolationLimits(), Report));

    [Fact]
    public void A_worker_that_says_something_else_is_a_crash() => Assert.Equal("reader-crashed", CodeOf(new WorkerCommand("dotnet", ["--info"]), new IsolationLimits(), Report));

    [Fact]
    public void A_document_that_fails_leaves_the_next_one_alone()
    {
        using var isolated = new IsolatedReader(WorkerLocation.Command(), new IsolationLimits());
        Assert.Throws<UnreadableDocumentException>(() => isolated.Read(SourceFile.FromBytes("a", []), new ReadLimits(), new DiagnosticBag(), CancellationToken.None));
        Assert.NotEmpty(isolated.Read(Report, new ReadLimits(), new DiagnosticBag(), CancellationToken.None).Pages);
    }

    private static string CodeOf(WorkerCommand command, IsolationLimits limits, SourceFile file)
    {
        using var isolated = new IsolatedReader(command, limits);
        return Assert.Throws<UnreadableDocumentException>(() => isolated.Read(file, new ReadLimits(), new DiagnosticBag(), CancellationToken.None)).Code;
    }

    private static string Text(SourceDocument document) => string.Join('\n', document.Pages.SelectMany(page => page.Elements).Cast<SourceTextBox>()
        .SelectMany(box => box.Paragraphs).Select(paragraph => paragraph.Text + paragraph.Runs[0].Locator));
}

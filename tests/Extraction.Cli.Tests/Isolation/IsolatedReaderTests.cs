using Extraction.Cli.Isolation;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Isolation;
using Extraction.Reading;

namespace Extraction.Cli.Tests.Isolation;

/// <summary>The program as its own worker: what is read does not depend on where.</summary>
public sealed class IsolatedReaderTests : IDisposable
{
    private readonly IsolatedReader isolated = new(ReadWorkerCommand.Self, new IsolationLimits { Workers = 1 });

    public void Dispose() => isolated.Dispose();

    [Fact]
    public void A_worker_reads_every_sample_as_this_process_does()
    {
        DocumentReaders here = PipelineFactory.Readers();
        foreach (SourceFile sample in Samples()) Assert.Equal(Read(here, sample), Read(isolated, sample));
    }

    [Fact]
    public void What_cannot_be_read_keeps_its_code()
    {
        Assert.Equal("file-empty", CodeOf(SourceFile.FromBytes("a", [])));
        Assert.Equal("format-binary", CodeOf(SourceFile.FromBytes("a", [1, 2, 3, 4])));
    }

    [Fact]
    public void The_documents_that_warm_a_worker_up_are_read_whole_one_a_format()
    {
        DocumentReaders here = PipelineFactory.Readers();
        var formats = new List<SourceFormat>();
        foreach (SourceFile file in FirstDocuments.All())
        {
            var diagnostics = new DiagnosticBag();
            formats.Add(here.Read(file, new ReadLimits(), diagnostics, CancellationToken.None).Format);
            Assert.False(diagnostics.HasErrors);
        }

        Assert.Equal([SourceFormat.Pdf, SourceFormat.Pptx, SourceFormat.Docx, SourceFormat.Html, SourceFormat.Markdown, SourceFormat.Text], formats);
    }

    private static IEnumerable<SourceFile> Samples()
    {
        string root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Extraction.sln"))) root = Path.GetDirectoryName(root)!;
        foreach (string path in Directory.EnumerateFiles(Path.Combine(root, "samples", "formats")).Order(StringComparer.Ordinal))
            yield return SourceFile.FromBytes(Path.GetFileName(path), File.ReadAllBytes(path));
    }

    private static string Read(IDocumentReader reader, SourceFile file)
    {
        SourceDocument document = reader.Read(file, new ReadLimits(), new DiagnosticBag(), CancellationToken.None);
        return string.Join('\n', document.Pages.SelectMany(page => page.Elements).Select(element => element switch
        {
            SourceTextBox box => element + Text(box.Paragraphs),
            SourceTable table => element + string.Concat(table.Cells.Select(cell => cell + Text(cell.Paragraphs))),
            _ => element.ToString(),
        }));
    }

    private static string Text(IEnumerable<SourceParagraph> paragraphs) => string.Concat(paragraphs.SelectMany(paragraph => paragraph.Runs));

    private string CodeOf(SourceFile file) => Assert.Throws<UnreadableDocumentException>(() => Read(isolated, file)).Code;
}

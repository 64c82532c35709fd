using Extraction.Documents;
using Extraction.Formats.Docx;
using Extraction.Formats.Legacy;
using Extraction.Formats.Markdown;
using Extraction.Formats.Pdf;
using Extraction.Formats.Pptx;
using Extraction.Formats.Text;
using Extraction.Isolation;
using Extraction.Reading;

namespace Extraction.Cli;

/// <summary>Makes readers: the ones that read, and the one that has them read in worker processes.</summary>
internal static class ReaderFactory
{
    /// <summary>The hidden command that makes this program a worker.</summary>
    internal const string WorkerArgument = "read-worker";

    /// <summary>Reads every format in this process.</summary>
    internal static DocumentReaders InProcess()
    {
        var pptx = new PptxReader();
        var docx = new DocxReader();
        LibreOffice office = LibreOffice.Find();
        return new DocumentReaders(new Dictionary<SourceFormat, IDocumentReader>
        {
            [SourceFormat.Pptx] = pptx,
            [SourceFormat.Docx] = docx,
            [SourceFormat.Pdf] = new PdfReader(),
            [SourceFormat.Text] = new PlainTextReader(),
            [SourceFormat.Markdown] = new MarkdownReader(),
            [SourceFormat.Ppt] = LegacyReader.PowerPoint(office, pptx),
            [SourceFormat.Doc] = LegacyReader.Word(office, docx),
            [SourceFormat.Rtf] = LegacyReader.RichText(office, docx),
        });
    }

    /// <summary>Reads every format in worker processes that are this program again.</summary>
    internal static IsolatedReader Isolated(int workers, IsolationLimits limits, Action<string>? report = null) =>
        new(WorkerCommand.Of(typeof(ReaderFactory).Assembly.GetName().Name!, WorkerArgument), workers, limits, report);
}

using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Reading;

namespace Extraction.Isolation;

/// <summary>
/// Reads a document again without its pictures where recognizing them ended the worker: pictures come on top of the text, and must not cost it.
/// What is lost then is the error <c>ocr-abandoned</c>.
/// </summary>
public sealed class RecognitionFallback : IDocumentReader, IDisposable
{
    private readonly IDocumentReader reader;

    /// <summary>Takes the reader, which is owned.</summary>
    public RecognitionFallback(IDocumentReader reader) => this.reader = reader;

    /// <inheritdoc />
    public SourceDocument Read(SourceFile file, ReadLimits limits, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        try
        {
            return reader.Read(file, limits, diagnostics, cancellation);
        }
        catch (UnreadableDocumentException failure) when (limits.Recognition != RecognitionScope.None && IsOfWorker(failure))
        {
            SourceDocument document = reader.Read(file, limits with { Recognition = RecognitionScope.None }, diagnostics, cancellation);
            diagnostics.Error(
                "ocr-abandoned", "reading", $"The file was read without recognizing its pictures, which ended the reader ({failure.Code}). Raise --timeout or --memory, lower --ocr-limit, or split the file.");
            return document;
        }
    }

    /// <inheritdoc />
    public void Dispose() => (reader as IDisposable)?.Dispose();

    private static bool IsOfWorker(UnreadableDocumentException failure) => failure.Code is "reader-timeout" or "reader-memory" or "reader-crashed";
}

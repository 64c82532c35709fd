using Extraction.Diagnostics;

namespace Extraction.Isolation;

/// <summary>The ways in which a worker fails a document.</summary>
internal static class WorkerFailure
{
    public static UnreadableDocumentException Memory => new("reader-memory", "Reading the document takes more memory than is allowed; print it to a new PDF, split it, or allow more with --memory.");

    public static UnreadableDocumentException Timeout => new("reader-timeout", "Reading the document takes longer than is allowed; print it to a new PDF, split it, or allow more with --timeout.");

    public static UnreadableDocumentException Crashed(string how) => new("reader-crashed", $"The document ended the process that read it ({how}); print it to a new PDF.");
}

using UglyToad.PdfPig;

namespace Extraction.Formats.Pdf;

/// <summary>A file that is open.</summary>
/// <param name="Document">The library's own view, for its index and its filters.</param>
/// <param name="Objects">Its objects.</param>
/// <param name="Tree">Its pages.</param>
internal sealed record PdfOpened(PdfDocument Document, PdfObjects Objects, PdfPageTree Tree) : IDisposable
{
    public void Dispose() => Document.Dispose();
}

using Extraction.Diagnostics;
using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>Puts what a file says into reading order and finds its blocks: titles, list items, tables, furniture, repeats.</summary>
public interface IDocumentLayout
{
    /// <summary>Arranges one document. Every character of the document is in the raw text exactly once.</summary>
    RawText Arrange(SourceDocument document, DiagnosticBag diagnostics);
}

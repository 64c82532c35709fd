using Extraction.Diagnostics;
using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>Arranges documents whose order is their own, like Word's: headings by style, numbering or size, captions, lists, tables.</summary>
public sealed class FlowLayout : IDocumentLayout
{
    /// <inheritdoc />
    public RawText Arrange(SourceDocument document, DiagnosticBag diagnostics)
    {
        var text = new RawTextBuilder();
        new FlowWriter(text, document).Write();
        return text.Build(document);
    }
}

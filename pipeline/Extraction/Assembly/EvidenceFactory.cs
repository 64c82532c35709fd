using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>Turns normalized spans into evidence on the raw text.</summary>
internal sealed class EvidenceFactory(NormalizedText text)
{
    private readonly SourceFile file = text.Raw.Document.File;

    /// <summary>Evidence for a span of the normalized text.</summary>
    internal Evidence At(TextSpan span)
    {
        Quotation quotation = text.Locate(span);
        return new Evidence(file.DocumentId, file.Source, quotation.Locator, quotation.Raw, quotation.Quote);
    }

    /// <summary>A record's date from a recognized one.</summary>
    internal RecordDate? Date(ResolvedDate? date) => date is null
        ? null
        : new RecordDate(date.Value, date.Precision, date.Basis, date.Text, date.Alternatives, date.Anchor is { } anchor ? At(anchor) : null);
}

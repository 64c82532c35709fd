using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Resolution;

/// <summary>Evidence of several mentions as one list.</summary>
internal static class EvidenceSet
{
    /// <summary>Every place once, by document, source and span.</summary>
    internal static ImmutableArray<Evidence> Union(IEnumerable<Evidence> evidence) =>
        [.. evidence
            .GroupBy(item => (item.Document, item.Source, item.Span))
            .Select(group => group.First())
            .OrderBy(item => item.Document, StringComparer.Ordinal)
            .ThenBy(item => item.Source, StringComparer.Ordinal)
            .ThenBy(item => item.Span)];

    /// <summary>The evidence of records.</summary>
    internal static ImmutableArray<Evidence> Of(IEnumerable<ExtractedRecord> records) => Union(records.SelectMany(record => record.Evidence));

    /// <summary>A text that orders lists of evidence.</summary>
    internal static string SortKey(IEnumerable<Evidence> evidence) =>
        string.Join('\n', evidence.Select(item => $"{item.Document}\t{item.Source}\t{item.Span.Start:D10}\t{item.Span.End:D10}"));
}

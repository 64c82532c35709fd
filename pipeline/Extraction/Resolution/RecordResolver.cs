using Extraction.Documents;

namespace Extraction.Resolution;

/// <summary>
/// Merges the records of all documents: one record for one organization, happening, policy, filing and figure, with the evidence
/// of every mention; where mentions disagree, one value is kept and the conflict is listed. The result does not depend on the
/// order of the documents. Immutable and thread-safe.
/// </summary>
public sealed class RecordResolver
{
    private readonly ResolutionOptions options;
    private readonly ObjectKeys objects;

    /// <summary>Creates it.</summary>
    public RecordResolver(ResolutionOptions options)
    {
        this.options = options;
        objects = new ObjectKeys(options.HeadWords);
    }

    /// <summary>Merges. Every record of the result has its id.</summary>
    public Dataset Resolve(IReadOnlyCollection<DocumentRecords> documents)
    {
        // a fixed order first: what is merged below must not depend on who came first
        List<DocumentRecords> ordered = [.. documents.OrderBy(item => item.Document.Id, StringComparer.Ordinal).ThenBy(item => item.Document.Source, StringComparer.Ordinal)];
        List<ExtractedRecord> records = [.. ordered.SelectMany(item => item.Records)];
        var organizations = new OrganizationIndex(records.OfType<OrganizationRecord>(), options.Canonical);
        IEnumerable<ExtractedRecord> resolved =
        [
            .. All(organizations.Organizations),
            .. All(EventMerger.MergeAll(records.OfType<EventRecord>().Select(item => new EventMention(item, organizations, objects)), options.FoldsRefinements)),
            .. All(PolicyMerger.MergeAll(records.OfType<PolicyRecord>(), organizations)),
            .. All(FilingMerger.MergeAll(records.OfType<FilingRecord>(), organizations)),
            .. All(StatisticMerger.MergeAll(records.OfType<StatisticRecord>(), organizations)),
        ];
        return new Dataset(
            [.. ordered.Select(item => item.Document)],
            [.. resolved.OrderBy(record => record.Id, StringComparer.Ordinal)]);
    }

    private static IEnumerable<ExtractedRecord> All<T>(IEnumerable<Resolved<T>> resolved)
        where T : ExtractedRecord => resolved.SelectMany(item => item.All);
}

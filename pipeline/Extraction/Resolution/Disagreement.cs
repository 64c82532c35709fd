using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Resolution;

/// <summary>What the mentions of one record say differently about one field.</summary>
/// <param name="Field">The contract's name of the field.</param>
/// <param name="Values">Each value with who says so, ordinal order.</param>
/// <param name="Kept">The value that the record takes.</param>
/// <param name="Reason">Why that one.</param>
internal sealed record Disagreement(string Field, ImmutableArray<ConflictValue> Values, string Kept, string Reason)
{
    internal const string MoreMentions = "more mentions";
    internal const string BetterBasis = "stated more explicitly";
    internal const string Finer = "finer date";
    internal const string FirstInOrder = "equal support, first in order";

    /// <summary>The record that is emitted about it.</summary>
    internal ConflictRecord About(string record) => new()
    {
        Id = RecordId.Of("conflict", record, Field),
        Record = record,
        Field = Field,
        Values = Values,
        Kept = Kept,
        Reason = Reason,
        Evidence = EvidenceSet.Union(Values.SelectMany(side => side.Evidence)),
    };
}

/// <summary>A record with what its mentions disagree on.</summary>
internal sealed record Resolved<T>(T Record, ImmutableArray<Disagreement> Disagreements)
    where T : ExtractedRecord
{
    internal static Resolved<T> Of(T record, params IEnumerable<Disagreement?> disagreements) =>
        new(record, [.. disagreements.OfType<Disagreement>()]);

    internal IEnumerable<ExtractedRecord> All => Disagreements.Select(item => item.About(Record.Id)).Prepend<ExtractedRecord>(Record);
}

using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Resolution;

/// <summary>A statement of one field's value.</summary>
internal sealed record Ballot(string Value, ImmutableArray<Evidence> Evidence);

/// <summary>Chooses a field's value among what several mentions say: the most mentions, then the ordinally smaller.</summary>
internal static class FieldVote
{
    /// <summary>Chooses; spellings with the same folded key count as one value.</summary>
    internal static (string? Kept, Disagreement? Disagreement) Choose(string field, IEnumerable<Ballot> ballots) =>
        Choose(field, ballots, NameKey.Fold);

    /// <summary>Chooses; values with the same key count as one.</summary>
    internal static (string? Kept, Disagreement? Disagreement) Choose(string field, IEnumerable<Ballot> ballots, Func<string, string> keyOf)
    {
        List<Side> sides = [.. ballots
            .GroupBy(ballot => keyOf(ballot.Value), StringComparer.Ordinal)
            .Select(Side.Of)
            .OrderByDescending(side => side.Evidence.Length)
            .ThenBy(side => side.Value, StringComparer.Ordinal)];
        if (sides.Count == 0) return (null, null);
        if (sides.Count == 1) return (sides[0].Value, null);
        string reason = sides[0].Evidence.Length > sides[1].Evidence.Length ? Disagreement.MoreMentions : Disagreement.FirstInOrder;
        ImmutableArray<ConflictValue> values = [.. sides
            .OrderBy(side => side.Value, StringComparer.Ordinal)
            .Select(side => new ConflictValue(side.Value, side.Evidence))];
        return (sides[0].Value, new Disagreement(field, values, sides[0].Value, reason));
    }

    /// <summary>The ballots of those records that have the field.</summary>
    internal static IEnumerable<Ballot> Ballots<T>(IEnumerable<T> records, Func<T, string?> field)
        where T : ExtractedRecord =>
        from record in records
        let value = field(record)
        where !string.IsNullOrEmpty(value)
        select new Ballot(value, record.Evidence);

    private sealed record Side(string Value, ImmutableArray<Evidence> Evidence)
    {
        internal static Side Of(IEnumerable<Ballot> ballots)
        {
            List<Ballot> all = [.. ballots];
            string value = all
                .GroupBy(ballot => ballot.Value, StringComparer.Ordinal)
                .OrderByDescending(group => EvidenceSet.Union(group.SelectMany(ballot => ballot.Evidence)).Length)
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .First().Key;
            return new Side(value, EvidenceSet.Union(all.SelectMany(ballot => ballot.Evidence)));
        }
    }
}

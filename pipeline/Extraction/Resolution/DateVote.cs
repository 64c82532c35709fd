using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Resolution;

/// <summary>
/// Chooses a date among what several mentions say. A finer date that agrees with coarser ones stands for them; among dates
/// that disagree the one with more mentions is kept, then the more explicit, then the finer, then the ordinally smaller.
/// </summary>
internal static class DateVote
{
    internal static (RecordDate? Kept, Disagreement? Disagreement) Choose<T>(string field, IEnumerable<T> records, Func<T, RecordDate?> dateOf)
        where T : ExtractedRecord
    {
        List<Candidate> candidates = [.. records
            .Select(record => (Date: dateOf(record), record.Evidence))
            .Where(pair => pair.Date is not null)
            .GroupBy(pair => pair.Date!.Value, StringComparer.Ordinal)
            .Select(group => new Candidate(Clearest(group.Select(pair => pair.Date!)), EvidenceSet.Union(group.SelectMany(pair => pair.Evidence))))];
        if (candidates.Count == 0) return (null, null);

        List<Finalist> ranked = [.. candidates
            .Where(candidate => !candidates.Exists(other => other != candidate && IsFiner(other, candidate)))
            .Select(candidate => new Finalist(candidate, Support(candidate, candidates)))
            .OrderByDescending(finalist => finalist.Support.Length)
            .ThenBy(finalist => finalist.Candidate.Date.Basis)
            .ThenBy(finalist => finalist.Candidate.Width)
            .ThenBy(finalist => finalist.Candidate.Date.Value, StringComparer.Ordinal)];
        Finalist kept = ranked[0];
        List<Candidate> against = candidates.FindAll(candidate => !DateAgreement.Agree(candidate.Date, kept.Candidate.Date));
        if (against.Count == 0) return (kept.Candidate.Date, null);
        ImmutableArray<ConflictValue> values = [.. against
            .Select(candidate => new ConflictValue(candidate.Date.Value, candidate.Evidence))
            .Append(new ConflictValue(kept.Candidate.Date.Value, kept.Support))
            .OrderBy(value => value.Value, StringComparer.Ordinal)];
        return (kept.Candidate.Date, new Disagreement(field, values, kept.Candidate.Date.Value, Reason(kept, ranked)));
    }

    private static bool IsFiner(Candidate one, Candidate other) =>
        one.Width < other.Width && DateAgreement.Agree(one.Date, other.Date);

    private static ImmutableArray<Evidence> Support(Candidate candidate, List<Candidate> all) =>
        EvidenceSet.Union(all.Where(other => DateAgreement.Agree(candidate.Date, other.Date)).SelectMany(other => other.Evidence));

    private static RecordDate Clearest(IEnumerable<RecordDate> dates) => dates
        .OrderBy(date => date.Basis)
        .ThenBy(date => date.Alternatives.Length)
        .ThenBy(date => date.Precision)
        .ThenBy(date => date.Text, StringComparer.Ordinal)
        .ThenBy(date => date.Anchor is { } anchor ? EvidenceSet.SortKey([anchor]) : "", StringComparer.Ordinal)
        .ThenBy(date => string.Join('\n', date.Alternatives), StringComparer.Ordinal)
        .First();

    private static string Reason(Finalist kept, List<Finalist> ranked)
    {
        if (ranked.Count == 1) return Disagreement.Finer;
        Finalist next = ranked[1];
        if (kept.Support.Length != next.Support.Length) return Disagreement.MoreMentions;
        if (kept.Candidate.Date.Basis != next.Candidate.Date.Basis) return Disagreement.BetterBasis;
        return kept.Candidate.Width != next.Candidate.Width ? Disagreement.Finer : Disagreement.FirstInOrder;
    }

    private sealed record Candidate(RecordDate Date, ImmutableArray<Evidence> Evidence)
    {
        internal int Width { get; } = DateAgreement.Width(Date.Value);
    }

    private sealed record Finalist(Candidate Candidate, ImmutableArray<Evidence> Support);
}

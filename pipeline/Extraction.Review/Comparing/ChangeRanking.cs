using System.Collections.Immutable;

namespace Extraction.Review.Comparing;

/// <summary>The order in which a reviewer wants to see changes: lost facts, then changed ones by size, then new ones, then the harmless.</summary>
internal static class ChangeRanking
{
    internal static ImmutableArray<RecordChange> Rank(IEnumerable<RecordChange> changes) =>
    [
        .. changes.OrderBy(Class).ThenByDescending(change => change.Size).ThenBy(change => change.Record).ThenBy(change => change.Id, StringComparer.Ordinal)
            .ThenBy(change => change.After?.GetProperty("id").GetString(), StringComparer.Ordinal),
    ];

    // a removed record loses all of its facts, a changed one some
    private static int Class(RecordChange change) => change.Kind switch
    {
        ChangeKind.Removed => 0,
        _ when change.LosesFacts => 1,
        ChangeKind.Changed => 2,
        ChangeKind.Added => 3,
        ChangeKind.Refined => 4,
        ChangeKind.Moved => 5,
        ChangeKind.EvidenceOnly => 6,
        _ => 7,
    };
}

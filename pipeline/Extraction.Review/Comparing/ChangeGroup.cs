using System.Collections.Immutable;

namespace Extraction.Review.Comparing;

/// <summary>Changes of one pattern.</summary>
/// <param name="Record">What they are.</param>
/// <param name="Kind">What became of them.</param>
/// <param name="Pattern">In words: <c>date refined from month to day</c>.</param>
/// <param name="Cause">What made them.</param>
/// <param name="Changes">Worst first.</param>
public sealed record ChangeGroup(RecordKind Record, ChangeKind Kind, string Pattern, Cause Cause, ImmutableArray<RecordChange> Changes)
{
    /// <summary>Groups ranked changes: a group stands where its worst change does.</summary>
    internal static ImmutableArray<ChangeGroup> Of(ImmutableArray<RecordChange> ranked)
    {
        var order = new List<string>();
        var members = new Dictionary<string, ImmutableArray<RecordChange>.Builder>(StringComparer.Ordinal);
        foreach (RecordChange change in ranked)
        {
            string key = $"{change.Record}\n{change.Kind}\n{PatternOf(change)}\n{KeyOf(change.Cause)}";
            if (!members.TryGetValue(key, out ImmutableArray<RecordChange>.Builder? group))
            {
                members[key] = group = ImmutableArray.CreateBuilder<RecordChange>();
                order.Add(key);
            }

            group.Add(change);
        }

        return [.. order.Select(key => Group(members[key].ToImmutable()))];
    }

    // in words a long list is cut
    private static string KeyOf(Cause cause) => $"{cause.Kind} {string.Join('\n', cause.References)} {string.Join('\n', cause.Candidates.Select(KeyOf))}";

    private static ChangeGroup Group(ImmutableArray<RecordChange> changes) =>
        new(changes[0].Record, changes[0].Kind, PatternOf(changes[0]), changes[0].Cause, changes);

    private static string PatternOf(RecordChange change)
    {
        string way = change.Pairing is Pairing.Merged or Pairing.Split or Pairing.Renamed ? ReportWords.Of(change.Pairing) : "";
        IEnumerable<FieldChange> telling = change.Fields.Where(field => field.Effect is not (FieldEffect.Evidence or FieldEffect.Confidence));
        string fields = string.Join(", ", telling.Select(Words));
        if (fields.Length == 0) return way.Length > 0 ? way : ReportWords.Of(change.Kind);
        return way.Length > 0 ? $"{way}: {fields}" : fields;
    }

    private static string Words(FieldChange field)
    {
        string effect = field.Effect switch { FieldEffect.Lost => "lost", FieldEffect.Refined => field.Before is null ? "added" : "refined", _ => "changed" };
        return field.Note.Length > 0 ? $"{field.Field} {effect} {field.Note}" : $"{field.Field} {effect}";
    }
}

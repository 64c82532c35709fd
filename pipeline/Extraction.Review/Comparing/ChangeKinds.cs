using System.Collections.Immutable;

namespace Extraction.Review.Comparing;

/// <summary>What the differences of its fields make of a record.</summary>
internal static class ChangeKinds
{
    /// <summary>The kind of a pair's change, null where nothing differs in meaning.</summary>
    internal static ChangeKind? Of(RecordPair pair, ImmutableArray<FieldChange> fields)
    {
        if (pair.After is null) return ChangeKind.Removed;
        if (pair.Before is null) return ChangeKind.Added;
        if (Has(fields, FieldEffect.Lost) || Has(fields, FieldEffect.Changed)) return ChangeKind.Changed;
        if (Has(fields, FieldEffect.Refined)) return ChangeKind.Refined;
        if (fields.Any(field => field.Note == FieldComparer.Elsewhere) || fields.Any(field => pair.Before.Kind == RecordKind.Document && field.Field == "source")) return ChangeKind.Moved;
        // that one record became several, or several one, is worth a line whatever their fields say
        if (Has(fields, FieldEffect.Evidence) || pair.Pairing is Pairing.Merged or Pairing.Split) return ChangeKind.EvidenceOnly;
        return Has(fields, FieldEffect.Confidence) ? ChangeKind.ConfidenceOnly : null;
    }

    private static bool Has(ImmutableArray<FieldChange> fields, FieldEffect effect) => fields.Any(field => field.Effect == effect);
}

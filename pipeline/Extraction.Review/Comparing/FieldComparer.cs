using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Extraction.Resolution;

namespace Extraction.Review.Comparing;

/// <summary>Compares two records field by field, by meaning.</summary>
/// <param name="folding">How texts are compared.</param>
/// <param name="headId">The id in the head of a record of the base.</param>
internal sealed class FieldComparer(TextFolding folding, Func<string, string> headId)
{
    private const double Coarser = 0.5;
    private const int QuotesShown = 3;

    /// <summary>What differs in meaning, in the contract's order; evidence last.</summary>
    internal ImmutableArray<FieldChange> Compare(RecordView before, RecordView after)
    {
        IEnumerable<FieldChange> fields = RecordFields.Of(before.Kind).Select(field => Compare(field, before, after)).OfType<FieldChange>();
        return EvidenceChange(before, after) is { } evidence ? [.. fields, evidence] : [.. fields];
    }

    private FieldChange? Compare(FieldSpec field, RecordView before, RecordView after)
    {
        if (field.Type == FieldType.List) return CompareLists(field, [.. before.Members(field.Path)], [.. after.Members(field.Path)]);
        (string? left, string? right) = (before.Text(field.Path), after.Text(field.Path));
        if (left == right) return null;
        if (left is null || right is null) return Make(field, left, right, left is null ? FieldEffect.Refined : FieldEffect.Lost, 1);
        return field.Type switch
        {
            FieldType.Number => CompareNumbers(field, left, right),
            FieldType.Date => CompareDates(field, before, after, left, right),
            FieldType.Link => headId(left) == right ? null : Make(field, left, right, FieldEffect.Changed, 1),
            FieldType.Text => CompareTexts(field, left, right),
            _ => Make(field, left, right, FieldEffect.Changed, 1, field.Layer == FieldEffect.Changed ? $"from {left} to {right}" : ""),
        };
    }

    private FieldChange? CompareTexts(FieldSpec field, string left, string right)
    {
        (string one, string other) = (folding.Fold(left), folding.Fold(right));
        return one == other ? null : Make(field, left, right, FieldEffect.Changed, EditDistance.Share(one, other));
    }

    private static FieldChange? CompareNumbers(FieldSpec field, string left, string right)
    {
        if (!double.TryParse(left, CultureInfo.InvariantCulture, out double one) || !double.TryParse(right, CultureInfo.InvariantCulture, out double other))
            return Make(field, left, right, FieldEffect.Changed, 1);
        // 5.0 is 5: decimals that are written otherwise, and no more
        if (decimal.TryParse(left, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal exact) && decimal.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal exactOther) && exact == exactOther)
            return null;
        double sum = Math.Abs(one) + Math.Abs(other);
        return Make(field, left, right, FieldEffect.Changed, sum > 0 ? Math.Abs(one - other) / sum : 0);
    }

    private static FieldChange CompareDates(FieldSpec field, RecordView before, RecordView after, string left, string right)
    {
        string note = $"from {before.Text(field.Path + ".precision")} to {after.Text(field.Path + ".precision")}";
        if (DateAgreement.Contains(left, right)) return Make(field, left, right, FieldEffect.Refined, Coarser, note);
        return DateAgreement.Contains(right, left)
            ? Make(field, left, right, FieldEffect.Changed, Coarser, note)
            : Make(field, left, right, FieldEffect.Changed, 1);
    }

    private FieldChange? CompareLists(FieldSpec field, ImmutableArray<string> left, ImmutableArray<string> right)
    {
        HashSet<string> one = [.. left.Select(folding.Fold)], other = [.. right.Select(folding.Fold)];
        if (one.SetEquals(other)) return null;
        bool isLost = !one.IsSubsetOf(other), isNew = !other.IsSubsetOf(one);
        double size = 1 - (one.Intersect(other).Count() / (double)one.Union(other).Count());
        FieldEffect effect = isLost ? isNew ? FieldEffect.Changed : FieldEffect.Lost : FieldEffect.Refined;
        return Make(field, Joined(left), Joined(right), effect, size);
    }

    private static string? Joined(ImmutableArray<string> members) => members.IsEmpty ? null : string.Join("; ", members.Order(StringComparer.Ordinal));

    // what is no fact cannot be lost or refined
    private static FieldChange Make(FieldSpec field, string? left, string? right, FieldEffect effect, double size, string note = "") => field.Layer == FieldEffect.Changed
        ? new FieldChange(field.Path, left, right, effect, Math.Round(size, 4, MidpointRounding.AwayFromZero), note)
        : new FieldChange(field.Path, left, right, field.Layer, 0, note);

    private static FieldChange? EvidenceChange(RecordView before, RecordView after)
    {
        if (before.Kind == RecordKind.Document || Raw(before) == Raw(after)) return null;
        ImmutableArray<EvidencePlace> left = Without(before.Evidence, after.Evidence), right = Without(after.Evidence, before.Evidence);
        // the same words at the same place of a file whose other parts were edited have not moved
        HashSet<(string, int, int, string)> stayed = [.. before.Evidence.Select(Words)];
        bool isElsewhere = left.Length == before.Evidence.Length && right.Length == after.Evidence.Length && !after.Evidence.Any(place => stayed.Contains(Words(place)));
        return new FieldChange("evidence", Shown(left), Shown(right), FieldEffect.Evidence, 0, isElsewhere ? Elsewhere : "");
    }

    /// <summary>Note of an evidence change in which no place stayed.</summary>
    internal const string Elsewhere = "elsewhere";

    private static string? Raw(RecordView record) => record.At("evidence") is { ValueKind: JsonValueKind.Array } evidence ? evidence.GetRawText() : null;

    private static ImmutableArray<EvidencePlace> Without(ImmutableArray<EvidencePlace> places, ImmutableArray<EvidencePlace> others)
    {
        HashSet<(string, string, int, int, string)> known = [.. others.Select(Key)];
        return [.. places.Where(place => !known.Contains(Key(place)))];
    }

    private static (string Document, string Source, int Start, int End, string Quote) Key(EvidencePlace place) => (place.Document, place.Source, place.Start, place.End, place.Quote);

    private static (string Source, int Start, int End, string Quote) Words(EvidencePlace place) => (place.Source, place.Start, place.End, place.Quote);

    private static string? Shown(ImmutableArray<EvidencePlace> places)
    {
        if (places.IsEmpty) return null;
        string shown = string.Join("; ", places.Take(QuotesShown).Select(place => $"{place.Source}{(place.Page is { } page ? $" p.{page}" : "")} “{place.Quote}”"));
        return places.Length > QuotesShown ? $"{shown}; … {places.Length - QuotesShown} more" : shown;
    }
}

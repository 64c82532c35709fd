using System.Collections.Immutable;

namespace Extraction.Review.Comparing;

/// <summary>A change as the search for its cause sees it: both sides with the records that they link to.</summary>
internal sealed class ChangeFacts
{
    private readonly HashSet<string> fields;
    private readonly HashSet<string> methods;
    // folded only where a lexicon line moved, and then once
    private readonly Lazy<HashSet<string>> names;
    private readonly Lazy<ImmutableArray<string>> texts;

    /// <param name="pair">The two sides.</param>
    /// <param name="kind">What became of them.</param>
    /// <param name="changes">What differs.</param>
    /// <param name="linked">Records that the two sides are about or point to.</param>
    /// <param name="folding">How texts are compared.</param>
    internal ChangeFacts(RecordPair pair, ChangeKind kind, ImmutableArray<FieldChange> changes, IEnumerable<RecordView> linked, TextFolding folding)
    {
        (Pair, Kind) = (pair, kind);
        Record = (pair.Before ?? pair.After!).Kind;
        ImmutableArray<RecordView> all = [.. ((RecordView?[])[pair.Before, pair.After]).OfType<RecordView>(), .. linked];
        fields = changes.Select(change => change.Field).ToHashSet(StringComparer.Ordinal);
        HasFactChange = changes.Any(change => change.Effect is not (FieldEffect.Evidence or FieldEffect.Confidence));
        methods = all.Select(record => record.Method).OfType<string>().ToHashSet(StringComparer.Ordinal);
        Places = [.. all.SelectMany(record => record.Evidence)];
        names = new(() => all.SelectMany(record => record.Names()).Select(folding.Fold).ToHashSet(StringComparer.Ordinal));
        texts = new(() => [.. Places.Select(place => place.Quote).Distinct(StringComparer.Ordinal).Select(folding.Fold)]);
    }

    internal RecordPair Pair { get; }

    internal ChangeKind Kind { get; }

    internal RecordKind Record { get; }

    /// <summary>Whether a field differs that states something.</summary>
    internal bool HasFactChange { get; }

    /// <summary>Whether it came or went.</summary>
    internal bool CameOrWent => Kind is ChangeKind.Added or ChangeKind.Removed;

    internal bool IsMergedOrSplit => Pair.Pairing is Pairing.Merged or Pairing.Split;

    /// <summary>Places of all sides and of what they link to.</summary>
    internal ImmutableArray<EvidencePlace> Places { get; }

    internal bool Differs(params ReadOnlySpan<string> paths)
    {
        foreach (string path in paths)
            if (fields.Contains(path)) return true;
        return false;
    }

    internal bool IsDecidedBy(string rule) => methods.Contains(rule);

    internal bool IsDecidedByModel => methods.Any(method => method.StartsWith("model", StringComparison.Ordinal));

    /// <summary>Whether a name of the record, or the words that it quotes, hold a folded text.</summary>
    internal bool Holds(string text) =>
        text.Length > 0 && (names.Value.Contains(text) || texts.Value.Any(quote => quote.Contains(text, StringComparison.OrdinalIgnoreCase)) || names.Value.Any(name => name.Contains(text, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Places that only one side cites.</summary>
    internal IEnumerable<EvidencePlace> OneSidedPlaces()
    {
        ImmutableArray<EvidencePlace> before = Pair.Before?.Evidence ?? [], after = Pair.After?.Evidence ?? [];
        return before.Except(after).Concat(after.Except(before));
    }
}

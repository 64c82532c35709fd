using System.Collections.Immutable;

namespace Extraction.Review.Comparing;

/// <summary>
/// What differs between two datasets, record by record: pairs them, compares them by meaning, finds what made each difference, ranks.
/// The same datasets give the same result. Thread-safe.
/// </summary>
/// <param name="folding">How texts are compared.</param>
public sealed class DatasetComparison(TextFolding folding)
{
    /// <summary>Compares.</summary>
    /// <param name="before">The base: what was.</param>
    /// <param name="after">The head: what is.</param>
    /// <param name="progress">Is told the kinds of records as their turn comes, from any thread; null for nobody.</param>
    /// <param name="cancellation">Asked between records.</param>
    public DatasetDiff Compare(ComparedDataset before, ComparedDataset after, Action<RecordKind>? progress = null, CancellationToken cancellation = default)
    {
        (ImmutableArray<RecordPair> pairs, int same) = PairAll(before, after, progress, cancellation);
        SourceDifference sources = Sources(before, after, pairs);
        var finder = new CauseFinder(MovedPart.Between(before.Manifest, after.Manifest), sources, new PartReach(folding));
        Dictionary<string, string> newIds = NewIds(pairs);
        var fields = new FieldComparer(folding, id => newIds.GetValueOrDefault(id, id));
        ImmutableArray<RecordChange> changes = ChangeRanking.Rank(pairs.AsParallel().AsOrdered().WithCancellation(cancellation).Select(pair => Change(pair, fields, finder, before, after)).OfType<RecordChange>());
        int damageOnly = pairs.Length - changes.Length;
        return new DatasetDiff(before.Name, after.Name, same + damageOnly, finder.All, Notes(before, after), changes);
    }

    private (ImmutableArray<RecordPair> Pairs, int Same) PairAll(ComparedDataset before, ComparedDataset after, Action<RecordKind>? progress, CancellationToken cancellation)
    {
        var found = RecordKinds.Files.AsParallel().AsOrdered().WithCancellation(cancellation).Select(entry =>
        {
            progress?.Invoke(entry.Kind);
            return new RecordPairing(folding).Pair(before.Records(entry.Kind, entry.File), after.Records(entry.Kind, entry.File));
        }).ToList();
        return ([.. found.SelectMany(kind => kind.Pairs)], found.Sum(kind => kind.Same));
    }

    // A span that reads otherwise in the same file: the file was read otherwise, though its length may be the same.
    private static SourceDifference Sources(ComparedDataset before, ComparedDataset after, ImmutableArray<RecordPair> pairs)
    {
        var sources = new SourceDifference(before.Records(RecordKind.Document, "documents.jsonl"), after.Records(RecordKind.Document, "documents.jsonl"));
        foreach (RecordPair pair in pairs)
        {
            if (pair is not { Before: { } left, After: { } right }) continue;
            foreach (EvidencePlace place in left.Evidence)
                if (right.Evidence.Any(other => place.IsSamePlace(other) && place.Quote != other.Quote)) sources.MarkReread(place.Document);
        }

        return sources;
    }

    private static Dictionary<string, string> NewIds(ImmutableArray<RecordPair> pairs)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (RecordPair pair in pairs)
            if (pair is { Before: { } left, After: { } right } && left.Id != right.Id && pair.Pairing != Pairing.Split) ids.TryAdd(left.Id, right.Id);
        return ids;
    }

    private RecordChange? Change(RecordPair pair, FieldComparer comparer, CauseFinder finder, ComparedDataset before, ComparedDataset after)
    {
        ImmutableArray<FieldChange> fields = pair is { Before: { } left, After: { } right } ? comparer.Compare(left, right) : [];
        if (ChangeKinds.Of(pair, fields) is not { } kind) return null;
        var facts = new ChangeFacts(pair, kind, fields, [.. Linked(pair.Before, before), .. Linked(pair.After, after)], folding);
        return new RecordChange(facts.Record, kind, pair.Pairing, pair.Before?.Json, pair.After?.Json, fields, finder.Of(facts));
    }

    // what a conflict is about, and the finer event that a coarse one points to
    private static IEnumerable<RecordView> Linked(RecordView? record, ComparedDataset dataset) =>
        ((string[])["record", "refinedBy"]).Select(field => record?.Text(field)).OfType<string>().Select(dataset.Find).OfType<RecordView>();

    private static ImmutableArray<ComparisonNote> Notes(ComparedDataset before, ComparedDataset after)
    {
        var notes = ImmutableArray.CreateBuilder<ComparisonNote>();
        if (before.IsEmpty) notes.Add(new ComparisonNote("base-empty", $"{before.Name} holds no document: everything in {after.Name} is new."));
        if (after.IsEmpty) notes.Add(new ComparisonNote("head-empty", $"{after.Name} holds no document: everything in {before.Name} is gone."));
        foreach (ComparedDataset dataset in (ComparedDataset[])[before, after])
            if (dataset.Manifest.Files.IsEmpty)
                notes.Add(new ComparisonNote("no-fingerprints", $"{dataset.Name} was written before manifests had fingerprints: which rule or lexicon line made a difference cannot be told."));
        return notes.ToImmutable();
    }
}

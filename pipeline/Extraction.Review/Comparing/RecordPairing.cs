using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Extraction.Review.Comparing;

/// <summary>Two sides of one record.</summary>
/// <param name="Before">Null for a record that is new.</param>
/// <param name="After">Null for a record that is gone.</param>
/// <param name="Pairing">How they were found.</param>
internal sealed record RecordPair(RecordView? Before, RecordView? After, Pairing Pairing);

/// <summary>
/// Pairs the records of one kind: by id, then by the same words of the same document, then by what they state; what is left over may
/// have gone into a record that has its partner already (merged), or have come out of one (split).
/// </summary>
internal sealed class RecordPairing(TextFolding folding)
{
    private readonly Dictionary<RecordView, RecordIdentity> identities = [];

    /// <summary>The pairs that are not the same byte for byte, and the number of those that are.</summary>
    internal (ImmutableArray<RecordPair> Pairs, int Same) Pair(IReadOnlyList<RecordView> before, IReadOnlyList<RecordView> after)
    {
        var pairs = new List<RecordPair>();
        var left = new List<RecordView>();
        var byKey = new Dictionary<string, RecordView>(after.Count, StringComparer.Ordinal);
        foreach (RecordView record in after) byKey.TryAdd(Key(record), record);
        int same = 0;
        foreach (RecordView record in before)
        {
            if (!byKey.Remove(Key(record), out RecordView? partner)) left.Add(record);
            else if (JsonMarshal.GetRawUtf8Value(record.Json).SequenceEqual(JsonMarshal.GetRawUtf8Value(partner.Json))) same++;
            else pairs.Add(new RecordPair(record, partner, Pairing.Id));
        }

        List<RecordView> right = [.. after.Where(record => byKey.ContainsKey(Key(record)))];
        PairByEvidence(left, right, pairs);
        PairByContent(left, right, pairs);
        pairs.AddRange(left.Count == 0 ? [] : Absorbed(left, after, isMerge: true));
        pairs.AddRange(right.Count == 0 ? [] : Absorbed(right, before, isMerge: false));
        return ([.. pairs], same);
    }

    // a document is its file: an edited one has another id
    private static string Key(RecordView record) => record.Kind == RecordKind.Document ? record.Text("source") ?? record.Id : record.Id;

    private void PairByEvidence(List<RecordView> left, List<RecordView> right, List<RecordPair> pairs)
    {
        // a document cites no words: it is told by its name and its bytes
        if (left.Count == 0 || right.Count == 0 || left[0].Kind == RecordKind.Document) return;
        var index = new SpanIndex(right);
        var candidates = new List<(int Left, int Right, double Similarity)>();
        for (int i = 0; i < left.Count; i++)
        {
            SortedSet<int> near = index.Overlapping(left[i]);
            near.UnionWith(index.Quoting(left[i]));
            candidates.AddRange(near.Select(j => (i, j, Alikeness(left[i], right[j]))).Where(candidate => candidate.Item3 > 0));
        }

        var taken = new HashSet<RecordView>();
        foreach ((int i, int j, _) in candidates.OrderByDescending(candidate => candidate.Similarity).ThenBy(candidate => candidate.Left).ThenBy(candidate => candidate.Right))
        {
            if (taken.Contains(left[i]) || taken.Contains(right[j])) continue;
            taken.UnionWith([left[i], right[j]]);
            pairs.Add(Make(left[i], right[j], Pairing.Evidence));
        }

        left.RemoveAll(taken.Contains);
        right.RemoveAll(taken.Contains);
    }

    // An organization's evidence is its name: the same words are enough. Other records share a clause with their neighbours.
    private double Alikeness(RecordView left, RecordView right)
    {
        double alike = IdentityOf(left).Similarity(IdentityOf(right));
        bool isSamePlace = left.Evidence.Length == right.Evidence.Length && left.Evidence.Zip(right.Evidence).All(places => places.First.IsSamePlace(places.Second));
        return isSamePlace && left.Kind == RecordKind.Organization ? alike + 1 : isSamePlace && alike > 0 ? alike + 1 : alike;
    }

    private void PairByContent(List<RecordView> left, List<RecordView> right, List<RecordPair> pairs)
    {
        var taken = new HashSet<RecordView>();
        int most = left.Count == 0 || right.Count == 0 ? 0 : left.Concat(right).Max(record => KeysOf(record).Length);
        for (int pass = 0; pass < most; pass++)
        {
            Dictionary<string, RecordView> one = Unique(left, pass, taken), other = Unique(right, pass, taken);
            foreach ((string key, RecordView record) in one.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            {
                if (!other.TryGetValue(key, out RecordView? partner)) continue;
                taken.UnionWith([record, partner]);
                pairs.Add(Make(record, partner, Pairing.Content));
            }
        }

        left.RemoveAll(taken.Contains);
        right.RemoveAll(taken.Contains);
    }

    // a key that several records share tells none of them from the others
    private Dictionary<string, RecordView> Unique(List<RecordView> records, int pass, HashSet<RecordView> taken) => records
        .Where(record => !taken.Contains(record) && pass < KeysOf(record).Length)
        .GroupBy(record => KeysOf(record)[pass], StringComparer.Ordinal).Where(group => group.Count() == 1)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    private string[] KeysOf(RecordView record) => record.Kind == RecordKind.Document ? [record.Id] : [.. IdentityOf(record).Keys(record.Kind)];

    private IEnumerable<RecordPair> Absorbed(List<RecordView> left, IReadOnlyList<RecordView> others, bool isMerge)
    {
        bool isOfDocuments = left[0].Kind == RecordKind.Document;
        SpanIndex? index = isOfDocuments ? null : new SpanIndex(others, left.SelectMany(record => record.Evidence).Select(place => place.Document).ToHashSet(StringComparer.Ordinal));
        foreach (RecordView record in left)
        {
            RecordView? whole = index?.Overlapping(record).Select(position => others[position]).FirstOrDefault(other => Absorbs(other, record));
            if (isMerge) yield return new RecordPair(record, whole, whole is null ? Pairing.None : Pairing.Merged);
            else yield return new RecordPair(whole, record, whole is null ? Pairing.None : Pairing.Split);
        }
    }

    private bool Absorbs(RecordView whole, RecordView part) =>
        part.Evidence.All(place => whole.Evidence.Any(place.Overlaps)) && IdentityOf(part).IsPartOf(IdentityOf(whole));

    private RecordPair Make(RecordView left, RecordView right, Pairing pairing)
    {
        string? name = left.Kind switch { RecordKind.Organization => "name", RecordKind.Policy => "title", RecordKind.Filing => "model", RecordKind.Document => "source", _ => null };
        bool isRenamed = name is not null && folding.Fold(left.Text(name) ?? "") != folding.Fold(right.Text(name) ?? "");
        return new RecordPair(left, right, isRenamed ? Pairing.Renamed : pairing);
    }

    private RecordIdentity IdentityOf(RecordView record) =>
        identities.TryGetValue(record, out RecordIdentity? known) ? known : identities[record] = RecordIdentity.Of(record, folding);
}

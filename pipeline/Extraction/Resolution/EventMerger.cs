using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Resolution;

/// <summary>Makes one record of all mentions of one happening.</summary>
internal static class EventMerger
{
    private static readonly ImmutableArray<string> RoleOrder = ["agent", "co_agent", "investor", "target", "partner", "person", "place"];

    /// <summary>Merges the events of all documents.</summary>
    /// <param name="mentions">Every mention.</param>
    /// <param name="foldsRefinements">Whether documents that date one happening with different precision give one record with the finest
    /// date; otherwise each date keeps a record of its own and the coarser names the finest in <see cref="EventRecord.RefinedBy"/>.</param>
    internal static IEnumerable<Resolved<EventRecord>> MergeAll(IEnumerable<EventMention> mentions, bool foldsRefinements)
    {
        List<EventGroup> groups = Clusters.Build(
            mentions.Select(mention => (mention, key: mention.SortKey())).OrderBy(pair => pair.key, StringComparer.Ordinal).Select(pair => pair.mention),
            mention => mention.IdentityKeys(),
            mention => new EventGroup(mention),
            (group, mention) => group.TryAdd(mention));
        List<EventClaim> claims = [.. groups.SelectMany((group, index) => foldsRefinements || IsOnce(group.Mentions[0])
            ? [new EventClaim(index, [.. group.Mentions])]
            : Claims(index, group.Mentions))];
        // claims whose keys are equal state the same facts: the contract's id makes them one
        Dictionary<string, Resolved<EventRecord>> records = claims
            .GroupBy(claim => IdOf(claim.Mentions), StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => Merge(same.Key, [.. same.SelectMany(claim => claim.Mentions)]), StringComparer.Ordinal);
        foreach (IGrouping<int, EventClaim> group in claims.GroupBy(claim => claim.Group)) NameFinest([.. group], records);
        return records.Values;
    }

    // An organization is founded once, whatever its documents say.
    private static bool IsOnce(EventMention mention) => mention.Event.Type == StatementLabel.Founding;

    /// <summary>The mentions of one happening by the date that their documents give it; inside a document the finer date has won.</summary>
    private static IEnumerable<EventClaim> Claims(int group, IReadOnlyList<EventMention> mentions) => mentions
        .GroupBy(mention => mention.Event.Evidence[0].Document, StringComparer.Ordinal)
        .GroupBy(document => DateVote.Choose("date", document.Select(mention => mention.Event), item => item.Date).Kept?.Value ?? "", StringComparer.Ordinal)
        .Select(claim => new EventClaim(group, [.. claim.SelectMany(document => document)]));

    /// <summary>Of several claims about one happening, the coarser name the finest, and the finest lists those that contradict it.</summary>
    private static void NameFinest(ImmutableArray<EventClaim> claims, Dictionary<string, Resolved<EventRecord>> records)
    {
        if (claims.Length == 1) return;
        ImmutableArray<string> ids = [.. claims.Select(claim => IdOf(claim.Mentions)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        (RecordDate? kept, Disagreement? dates) = DateVote.Choose("date", claims.SelectMany(claim => claim.Mentions).Select(mention => mention.Event), item => item.Date);
        string finest = ids.FirstOrDefault(id => records[id].Record.Date?.Value == kept?.Value) ?? ids[0];
        // what all claims disagree on holds what those of one record do
        records[finest] = Resolved<EventRecord>.Of(
            records[finest].Record, [.. records[finest].Disagreements.Where(item => dates is null || item.Field != dates.Field), dates]);
        foreach (string id in ids.Where(id => id != finest && Refines(records[finest].Record, records[id].Record)))
            records[id] = records[id] with { Record = records[id].Record with { RefinedBy = finest } };
    }

    private static bool Refines(EventRecord fine, EventRecord coarse) =>
        fine.Date is not null && (coarse.Date is null || DateAgreement.Agree(fine.Date, coarse.Date));

    private static Resolved<EventRecord> Merge(string id, IReadOnlyList<EventMention> mentions)
    {
        List<EventRecord> events = [.. mentions.Select(mention => mention.Event)];
        EventRecord best = events
            .OrderByDescending(item => item.Confidence).ThenBy(item => item.Summary, StringComparer.Ordinal).ThenBy(item => item.Method, StringComparer.Ordinal).First();
        (RecordDate? date, Disagreement? dates) = DateVote.Choose("date", events, item => item.Date);
        (RecordAmount? amount, Disagreement? amounts) = Amount(mentions);
        (string? round, _) = FieldVote.Choose("round", FieldVote.Ballots(events, item => item.Round));
        return Resolved<EventRecord>.Of(
            best with
            {
                Id = id,
                Type = Type(events),
                Date = date,
                Participants = Participants(events),
                Object = Object(mentions),
                Amount = amount,
                Round = round,
                Modality = events.Min(item => item.Modality),
                Evidence = EvidenceSet.Of(events),
            },
            dates,
            amounts);
    }

    /// <summary>Over who did what and when, and the words only where nothing else tells two happenings apart.</summary>
    private static string IdOf(IReadOnlyList<EventMention> mentions)
    {
        EventMention first = mentions[0];
        ImmutableSortedSet<string> parties = Union(mentions, mention => mention.Principals);
        ImmutableSortedSet<string> persons = first.Event.Type == StatementLabel.Personnel ? Union(mentions, mention => mention.Persons) : [];
        string thing = first.Event.Type is StatementLabel.Founding or StatementLabel.Funding ? "" : mentions.Select(mention => mention.ObjectKey).Max(StringComparer.Ordinal)!;
        string amount = Amount(mentions).Kept is { } sum ? $"{RecordId.Digits(sum.Value)}{sum.Unit}" : "";
        string round = FieldVote.Choose("round", FieldVote.Ballots(mentions.Select(mention => mention.Event), item => item.Round)).Kept ?? "";
        string date = DateVote.Choose("date", mentions.Select(mention => mention.Event), item => item.Date).Kept?.Value ?? "";
        bool told = thing.Length > 0 || amount.Length > 0 || persons.Count > 0
            || (parties.Count > 0 && first.Event.Type is StatementLabel.Founding or StatementLabel.Acquisition or StatementLabel.Partnership);
        string words = told ? "" : mentions.Select(mention => mention.SummaryKey).Min(StringComparer.Ordinal)!;
        return RecordId.Of(
            "event", first.Family, first.Stance, string.Join('|', parties), string.Join('|', persons), thing, date, amount, NameKey.Fold(round), words);
    }

    private static ImmutableSortedSet<string> Union(IEnumerable<EventMention> mentions, Func<EventMention, IEnumerable<string>> keys) =>
        mentions.SelectMany(keys).ToImmutableSortedSet(StringComparer.Ordinal);

    private static StatementLabel Type(IEnumerable<EventRecord> events) => events
        .GroupBy(item => item.Type)
        .OrderByDescending(group => EvidenceSet.Of(group).Length)
        .ThenBy(group => group.Key.ToString(), StringComparer.Ordinal)
        .First().Key;

    private static ImmutableArray<Participant> Participants(IEnumerable<EventRecord> events) => [.. events
        .SelectMany(item => item.Participants)
        .OrderBy(item => RankOf(item.Role))
        .ThenBy(item => item.Name, StringComparer.Ordinal)
        .ThenBy(item => item.Mention, StringComparer.Ordinal)
        .DistinctBy(item => (item.Name, item.Role is "co_agent" ? "agent" : item.Role))];

    private static int RankOf(string role) => RoleOrder.IndexOf(role) is var rank and >= 0 ? rank : RoleOrder.Length;

    /// <summary>The most mentioned form of the name, then the fuller one.</summary>
    private static EventObject? Object(IEnumerable<EventMention> mentions) => mentions
        .Where(mention => mention.Event.Object is not null)
        .GroupBy(mention => mention.Event.Object!)
        .OrderByDescending(group => EvidenceSet.Of(group.Select(mention => mention.Event)).Length)
        .ThenByDescending(group => group.Key.Name.Length)
        .ThenByDescending(group => group.Key.Version is not null)
        .ThenBy(group => group.Key.Name, StringComparer.Ordinal)
        .ThenBy(group => group.Key.Kind, StringComparer.Ordinal)
        .ThenBy(group => group.Key.Version, StringComparer.Ordinal)
        .FirstOrDefault()?.Key;

    private static (RecordAmount? Kept, Disagreement? Disagreement) Amount(IEnumerable<EventMention> mentions)
    {
        List<EventMention> stated = [.. mentions.Where(mention => mention.Event.Amount is not null)];
        (string? kept, Disagreement? disagreement) = FieldVote.Choose(
            "amount", stated.Select(mention => new Ballot(Shown(mention.Event.Amount!), mention.Event.Evidence)), value => value);
        RecordAmount? amount = stated
            .Select(mention => mention.Event.Amount!)
            .Where(item => Shown(item) == kept)
            .OrderBy(item => item.Text, StringComparer.Ordinal).FirstOrDefault();
        return (amount, disagreement);
    }

    private static string Shown(RecordAmount amount) => $"{RecordId.Digits(amount.Value)} {amount.Unit}".TrimEnd();
}

/// <summary>What documents that give a happening one date say of it.</summary>
/// <param name="Group">Number of the happening.</param>
/// <param name="Mentions">Their mentions.</param>
internal sealed record EventClaim(int Group, ImmutableArray<EventMention> Mentions);

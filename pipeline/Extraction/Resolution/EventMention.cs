using System.Collections.Immutable;
using System.Globalization;
using Extraction.Documents;

namespace Extraction.Resolution;

/// <summary>An event as one place states it, with the keys under which it meets others.</summary>
internal sealed class EventMention
{
    internal EventMention(EventRecord stated, OrganizationIndex organizations, ObjectKeys objects)
    {
        Event = stated with { Participants = [.. stated.Participants.Select(item => Canonical(item, organizations))] };
        Agents = Keys(organizations, "agent", "co_agent");
        Targets = Keys(organizations, "target");
        Partners = Keys(organizations, "partner");
        Persons = Keys(organizations, "person");
        Principals = [.. Agents, .. Targets, .. Partners];
        ObjectKey = stated.Object is { } thing ? objects.Of(thing, Makers(organizations)) : "";
        SummaryKey = NameKey.Fold(stated.Summary);
        Stance = StanceOf(stated);
    }

    internal EventRecord Event { get; }

    internal ImmutableSortedSet<string> Agents { get; }

    internal ImmutableSortedSet<string> Targets { get; }

    internal ImmutableSortedSet<string> Partners { get; }

    internal ImmutableSortedSet<string> Persons { get; }

    /// <summary>Agents, targets and partners.</summary>
    internal ImmutableSortedSet<string> Principals { get; }

    /// <summary>Empty where there is no object.</summary>
    internal string ObjectKey { get; }

    internal string SummaryKey { get; }

    /// <summary>What never merges with another stance: fact or report, plan, supposition; affirmed or negated.</summary>
    internal string Stance { get; }

    /// <summary>Types that one happening may be called by.</summary>
    internal string Family => Event.Type == StatementLabel.OpenSource ? nameof(StatementLabel.Release) : Event.Type.ToString();

    internal string AmountKey => Event.Amount is { } amount ? RecordId.Digits(amount.Value) + amount.Unit : "";

    internal string RoundKey => Event.Round is { } round ? NameKey.Fold(round) : "";

    /// <summary>Two mentions of one happening share at least one.</summary>
    internal IEnumerable<string> IdentityKeys()
    {
        string prefix = $"{Stance}|{Family}|";
        return Identities().Append("summary:" + SummaryKey).Select(key => prefix + key);
    }

    /// <summary>Orders mentions: those that say most about who and when come first; total up to what makes no difference.</summary>
    internal string SortKey() => string.Join(
        '\u001f',
        Principals.IsEmpty ? "1" : "0",
        (Event.Date is { } date ? DateAgreement.Width(date.Value) : int.MaxValue).ToString("D10", CultureInfo.InvariantCulture),
        Event.Date?.Value ?? "",
        string.Join('|', Principals),
        ObjectKey,
        Event.Type.ToString(),
        string.Join('|', Persons),
        AmountKey,
        RoundKey,
        Event.Summary,
        EvidenceSet.SortKey(Event.Evidence));

    private static string StanceOf(EventRecord stated)
    {
        string modality = stated.Modality is Modality.Asserted or Modality.Reported ? "fact" : stated.Modality.ToString();
        return $"{stated.Polarity}|{modality}";
    }

    private static Participant Canonical(Participant item, OrganizationIndex organizations) => item.Role is "person" or "place"
        ? item
        : item with { Name = organizations.NameOf(item.Name), Organization = organizations.IdOf(item.Name) };

    private IEnumerable<string> Identities() => Event.Type switch
    {
        StatementLabel.Founding => Principals.Count > 0 ? Named("party", Principals) : Named("party", Objects()),
        StatementLabel.Funding => Named("party", Targets.IsEmpty ? Principals : Targets),
        StatementLabel.Acquisition => Named("party", Targets.IsEmpty ? Principals : Targets).Concat(Named("object", Objects())),
        StatementLabel.Partnership => Named("object", Objects()).Concat(Pairs()),
        StatementLabel.Personnel => Named("person", Persons),
        _ when ObjectKey.Length > 0 => Named("object", Objects()),
        _ when AmountKey.Length > 0 => Named("amount:" + AmountKey, Principals),
        _ => [],
    };

    private IEnumerable<string> Objects() => ObjectKey.Length > 0 ? [ObjectKey] : [];

    private IEnumerable<string> Pairs() =>
        Principals.SelectMany((one, index) => Principals.Skip(index + 1).Select(other => $"pair:{one}&{other}"));

    private static IEnumerable<string> Named(string kind, IEnumerable<string> keys) => keys.Select(key => $"{kind}:{key}");

    private IEnumerable<string> Makers(OrganizationIndex organizations) => Event.Participants
        .Where(item => item.Role is "agent" or "co_agent")
        .SelectMany(item => organizations.KeysOf(item.Name))
        .Distinct(StringComparer.Ordinal)
        .OrderByDescending(key => key.Length).ThenBy(key => key, StringComparer.Ordinal);

    private ImmutableSortedSet<string> Keys(OrganizationIndex organizations, params string[] roles) => Event.Participants
        .Where(item => roles.Contains(item.Role))
        .Select(item => item.Role == "person" ? NameKey.Fold(item.Name) : organizations.KeyOf(item.Name))
        .ToImmutableSortedSet(StringComparer.Ordinal);
}

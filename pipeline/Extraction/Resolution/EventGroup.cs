using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Resolution;

/// <summary>Mentions of one happening, collected in <see cref="EventMention.SortKey"/> order: the first one is dated finest.</summary>
internal sealed class EventGroup
{
    /// <summary>Further apart, two dates of a product without a version are two happenings.</summary>
    private const int NearDays = 31;

    private readonly List<EventMention> mentions;
    private readonly HashSet<string> documents = new(StringComparer.Ordinal);
    private ImmutableSortedSet<string> agents, targets, principals, persons;

    internal EventGroup(EventMention first)
    {
        mentions = [first];
        (agents, targets, principals, persons) = (first.Agents, first.Targets, first.Principals, first.Persons);
        documents.UnionWith(first.Event.Evidence.Select(item => item.Document));
    }

    internal IReadOnlyList<EventMention> Mentions => mentions;

    private EventMention First => mentions[0];

    /// <summary>Adds a mention that states the same happening; false where it states another.</summary>
    internal bool TryAdd(EventMention mention)
    {
        if (!TypesAgree(mention) || !ObjectsAgree(mention) || !PartiesAgree(mention) || !DatesAgree(mention) || !SumsAgree(mention)) return false;
        mentions.Add(mention);
        agents = agents.Union(mention.Agents);
        targets = targets.Union(mention.Targets);
        principals = principals.Union(mention.Principals);
        persons = persons.Union(mention.Persons);
        documents.UnionWith(mention.Event.Evidence.Select(item => item.Document));
        return true;
    }

    private bool TypesAgree(EventMention mention) =>
        First.Event.Type == mention.Event.Type || (First.ObjectKey.Length > 0 && First.ObjectKey == mention.ObjectKey && DatesMatch(mention));

    private bool ObjectsAgree(EventMention mention) =>
        First.ObjectKey == mention.ObjectKey || First.ObjectKey.Length == 0 || mention.ObjectKey.Length == 0
        || mention.Event.Type is StatementLabel.Founding or StatementLabel.Funding;

    private bool PartiesAgree(EventMention mention)
    {
        if (mention.Event.Type == StatementLabel.Personnel && !Meet(persons, mention.Persons)) return false;
        if (mention.Event.Type == StatementLabel.Partnership)
            return principals.Intersect(mention.Principals).Count >= Math.Min(2, Math.Min(principals.Count, mention.Principals.Count));
        if (!Meet(agents, mention.Agents) || !Meet(targets, mention.Targets)) return false;
        if (principals.IsEmpty || mention.Principals.IsEmpty) return NamesItsObject(mention);
        return principals.Overlaps(mention.Principals);
    }

    /// <summary>A statement without an agent is the same only where the object alone tells.</summary>
    private bool NamesItsObject(EventMention mention) =>
        mention.SummaryKey == First.SummaryKey
        || (mention.ObjectKey.Length > 0 && (ObjectKeys.IsVersioned(mention.ObjectKey) || (First.Event.Date is not null && mention.Event.Date is not null)));

    private bool DatesAgree(EventMention mention)
    {
        if (DatesMatch(mention) || mention.Event.Type == StatementLabel.Founding) return true;
        if (mention.Family != nameof(StatementLabel.Release) || mention.ObjectKey.Length == 0) return false;
        return ObjectKeys.IsVersioned(mention.ObjectKey) || IsSlip(mention);
    }

    /// <summary>Two documents date one thing a few days apart; one document that dates it twice means two happenings.</summary>
    private bool IsSlip(EventMention mention) =>
        DateAgreement.Distance(First.Event.Date!.Value, mention.Event.Date!.Value) <= NearDays
        && !mention.Event.Evidence.Any(item => documents.Contains(item.Document));

    private bool DatesMatch(EventMention mention) =>
        First.Event.Date is not { } one || mention.Event.Date is not { } other || DateAgreement.Agree(one, other);

    private bool SumsAgree(EventMention mention)
    {
        bool rounds = First.RoundKey == mention.RoundKey, amounts = First.AmountKey == mention.AmountKey;
        bool roundsDiffer = !rounds && First.RoundKey.Length > 0 && mention.RoundKey.Length > 0;
        bool amountsDiffer = !amounts && First.AmountKey.Length > 0 && mention.AmountKey.Length > 0;
        return mention.Event.Type switch
        {
            StatementLabel.Funding when roundsDiffer => false,
            StatementLabel.Funding => (rounds && First.RoundKey.Length > 0) || (amounts && First.AmountKey.Length > 0)
                || (First.SummaryKey == mention.SummaryKey && !amountsDiffer),
            StatementLabel.PriceChange or StatementLabel.Milestone or StatementLabel.Financial or StatementLabel.Legal => !amountsDiffer,
            _ => true,
        };
    }

    /// <summary>Whether two sets of parties can belong to one happening: they share one, or one of them is not told.</summary>
    private static bool Meet(ImmutableSortedSet<string> left, ImmutableSortedSet<string> right) =>
        left.IsEmpty || right.IsEmpty || left.Overlaps(right);
}

using System.Collections.Immutable;
using Extraction.Classification;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>Gathers each organization of a document: its surface forms, what the document says of its founding, people and products.</summary>
internal sealed class OrganizationAssembler(IOrganizationFacts facts, ArgumentWords words)
{
    private const double LeastConfidence = 0.5;

    private readonly AgentFinder agents = new(words);

    internal IEnumerable<OrganizationRecord> Assemble(DocumentContext context, IReadOnlyList<EventRecord> events, IReadOnlyList<FilingRecord> filings)
    {
        ILookup<string, EventRecord> byAgent = events
            .Where(record => record.Polarity == Polarity.Affirmed)
            .SelectMany(record => record.Participants.Where(IsMaker).Select(participant => (participant.Name, record)))
            .ToLookup(entry => entry.Name, entry => entry.record);
        ILookup<string, FilingRecord> byOwner = filings.Where(filing => filing.Owner is not null).ToLookup(filing => filing.Owner!.Name);
        ILookup<string, OrganizationPerson> people = People(context, events);
        return context.Mentions.All.OfType<OrganizationMention>()
            .Where(mention => mention.Confidence >= LeastConfidence && IsContent(mention, context))
            .GroupBy(mention => mention.Name)
            .Select(group => ToRecord(group.Key, [.. group], context, byAgent[group.Key], byOwner[group.Key], people[group.Key]));
    }

    private static bool IsMaker(Participant participant) => participant.Role is "agent" or "co_agent";

    private static bool IsContent(Mention mention, DocumentContext context) => BlockAt(mention.Span, context) is { IsContent: true };

    private static Block? BlockAt(TextSpan span, DocumentContext context)
    {
        ImmutableArray<Block> blocks = context.Blocks;
        int low = 0, high = blocks.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (blocks[middle].Span.End <= span.Start) low = middle + 1;
            else high = middle;
        }

        return low < blocks.Length && blocks[low].Span.Contains(span) ? blocks[low] : null;
    }

    private OrganizationRecord ToRecord(
        string name,
        ImmutableArray<OrganizationMention> mentions,
        DocumentContext context,
        IEnumerable<EventRecord> events,
        IEnumerable<FilingRecord> filings,
        IEnumerable<OrganizationPerson> people)
    {
        OrganizationFacts? known = facts.Find(name);
        return new OrganizationRecord
        {
            Name = name,
            Type = known?.Type ?? mentions[0].Type,
            Aliases = [.. mentions.Select(mention => mention.Span.Of(context.Text.Text)).Distinct(StringComparer.Ordinal).Where(surface => surface != name).Order(StringComparer.Ordinal).Select(surface => new OrganizationAlias(surface, AliasKind(name, surface, known)))],
            Founded = events.Where(record => record.Type == StatementLabel.Founding && record.Modality == Modality.Asserted && record.Object?.Name == name)
                .Select(record => record.Date).OfType<RecordDate>().OrderByDescending(date => date.Value.Length).ThenBy(date => date.Value, StringComparer.Ordinal).FirstOrDefault(),
            People = [.. people.Distinct().OrderBy(person => person.Name, StringComparer.Ordinal).ThenBy(person => person.Role, StringComparer.Ordinal)],
            Products = [.. Products(events, filings).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Parent = known?.Parent,
            Location = known?.Location,
            Evidence = [.. mentions.Select(mention => context.Evidence.At(mention.Span))],
        };
    }

    private static IEnumerable<string> Products(IEnumerable<EventRecord> events, IEnumerable<FilingRecord> filings) =>
        events.Where(record => record.Type is StatementLabel.Release or StatementLabel.OpenSource or StatementLabel.Update
                && record.Modality is Modality.Asserted && record.Object?.Kind is not (null or "other" or "policy" or "report" or "standard"))
            .Select(record => record.Object!.Name)
            .Concat(filings.Select(filing => filing.Model).OfType<string>());

    private static string AliasKind(string name, string surface, OrganizationFacts? known)
    {
        if (known?.Aliases.FirstOrDefault(alias => alias.Value == surface) is { } listed) return listed.Kind;
        if (surface.All(char.IsAscii)) return name.Equals(surface, StringComparison.OrdinalIgnoreCase) ? "typo" : "english";
        return surface.Length < name.Length ? "short" : "full";
    }

    // People of the founding events, and people whose role stands beside the organization or in a block about it.
    private ILookup<string, OrganizationPerson> People(DocumentContext context, IReadOnlyList<EventRecord> events)
    {
        var found = new List<(string Organization, OrganizationPerson Person)>();
        foreach (EventRecord record in events.Where(record => record.Type == StatementLabel.Founding && record.Object is not null))
            found.AddRange(record.Participants.Where(item => item.Role == "person").Select(item => (record.Object!.Name, new OrganizationPerson(item.Name, "创始人"))));
        foreach (Statement statement in context.Statements.Where(statement => statement.Block.IsContent))
            foreach (PersonMention person in statement.All<PersonMention>().Where(person => person.Role is not null))
                if (OrganizationOf(statement, person, context) is { } organization) found.Add((organization, new OrganizationPerson(person.Name, person.Role)));
        return found.ToLookup(entry => entry.Organization, entry => entry.Person);
    }

    // 百川智能创始人王小川: right before the role. 创始人为杨植麟: the topic of the block, else the only one that the sentence has named.
    private string? OrganizationOf(Statement statement, PersonMention person, DocumentContext context)
    {
        TextSpan clause = statement.ClauseAt(person.Span.Start);
        OrganizationMention? beside = statement.In<OrganizationMention>(new TextSpan(clause.Start, person.Span.Start)).LastOrDefault();
        if (beside is not null) return agents.IsPersonsRole(statement, beside) ? Current(statement, beside) : beside.Name;
        if (context.Topics.Of(statement.Block) is [var topic, ..]) return topic.Name;
        string[] told = [.. statement.In<OrganizationMention>(new TextSpan(statement.Span.Start, clause.Start)).Select(item => item.Name).Distinct(StringComparer.Ordinal)];
        return told is [var only] ? only : null;
    }

    // 前搜狗CEO: somebody's former post makes nobody a person of it.
    private static string? Current(Statement statement, OrganizationMention organization) =>
        statement.FollowedByAny(organization.Span.End, ["前", "原"]) || statement.PrecededByAny(organization.Span.Start, ["前", "原"]) ? null : organization.Name;
}

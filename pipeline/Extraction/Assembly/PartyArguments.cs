using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>Arguments of what happens between or to parties: partnerships, appointments, listings, legal cases.</summary>
internal sealed class PartyArguments(ArgumentWords words, SubjectFinder subjectFinder)
{
    private readonly AgentFinder agents = new(words);
    private readonly ObjectFinder objects = new(words);

    /// <summary>Two or more organizations of a clause, or one and the subject carried over.</summary>
    internal IEnumerable<EventDraft> ReadPartnership(TriggerScope scope, SubjectMemory subjects)
    {
        ImmutableArray<OrganizationMention> own = [.. Parties(scope)];
        ImmutableArray<OrganizationMention> partners = Names(own).Length > 1 ? own : [.. subjectFinder.Find(scope, subjects).Organizations, .. own];
        ImmutableArray<string> names = Names(partners);
        if (names.Length < 2) yield break;
        FoundObject? subject = objects.After(scope.Statement, scope.Right, needsName: true).FirstOrDefault();
        yield return new EventDraft
        {
            Participants = [.. names.Select((name, index) => new Participant(index == 0 ? "agent" : "partner", name))],
            Object = subject?.Object,
            Spans = [.. Arguments.SpansOf(scope, partners), .. subject is null ? [] : new[] { subject.Span }],
        };
    }

    /// <summary>A person and the organization of the post.</summary>
    internal IEnumerable<EventDraft> ReadAppointment(TriggerScope scope, SubjectMemory subjects)
    {
        PersonMention? person = scope.Statement.In<PersonMention>(scope.Clause).OrderBy(item => Math.Abs(item.Span.Start - scope.Trigger.Start)).FirstOrDefault();
        if (person is null) yield break;
        OrganizationMention? employer = scope.Statement.In<OrganizationMention>(scope.Right).FirstOrDefault()
            ?? agents.Find(scope.Statement, scope.Left).Organizations.LastOrDefault()
            ?? scope.Statement.In<OrganizationMention>(scope.Clause).FirstOrDefault()
            ?? subjectFinder.CarriedOver(scope, subjects).Organizations.FirstOrDefault();
        if (employer is null) yield break;
        yield return new EventDraft
        {
            Participants = [new Participant("agent", employer.Name), new Participant("person", person.Name)],
            Object = person.Role is null ? null : new EventObject(person.Role, "position", null),
            Spans = [.. Arguments.SpansOf(scope, person, employer)],
            AllowsDateBehind = true,
        };
    }

    /// <summary>An agent alone.</summary>
    internal IEnumerable<EventDraft> ReadAgent(TriggerScope scope, SubjectMemory subjects)
    {
        Agents subject = subjectFinder.Find(scope, subjects);
        if (subject.IsEmpty) yield break;
        yield return new EventDraft { Participants = Arguments.AsAgents(subject.Organizations), Spans = [.. Arguments.SpansOf(scope, subject.Organizations)] };
    }

    /// <summary>Who proceeds against whom: A起诉B; B被A罚款N元; a ban names its object.</summary>
    internal IEnumerable<EventDraft> ReadLegal(TriggerScope scope, SubjectMemory subjects)
    {
        Agents before = agents.Find(scope.Statement, scope.Left);
        ImmutableArray<OrganizationMention> against = before.IsPassive
            ? subjectFinder.CarriedOver(scope, subjects).Organizations
            : [.. scope.Statement.In<OrganizationMention>(scope.Right)];
        ImmutableArray<OrganizationMention> acting = before.IsPassive ? before.Organizations : subjectFinder.Find(scope, subjects).Organizations;
        FoundObject? thing = objects.After(scope.Statement, scope.Right, needsName: true).FirstOrDefault() ?? objects.Before(scope.Statement, scope.Left);
        QuantityMention? sum = scope.Statement.In<QuantityMention>(scope.Clause).FirstOrDefault(item => item.Quantity.Kind == QuantityKind.Money);
        if ((acting.IsEmpty && against.IsEmpty) || (against.IsEmpty && thing is null && sum is null)) yield break;
        yield return new EventDraft
        {
            Participants = [.. Arguments.AsAgents(acting), .. Arguments.As("target", against.Where(item => !acting.Any(other => other.Name == item.Name)))],
            Object = thing?.Object,
            Amount = Arguments.ToAmount(sum),
            Spans = [.. Arguments.SpansOf(scope, acting), .. Arguments.SpansOf(scope, against), .. Arguments.SpansOf(scope, sum), .. thing is null ? [] : new[] { thing.Span }],
        };
    }

    private IEnumerable<OrganizationMention> Parties(TriggerScope scope) =>
        scope.Statement.In<OrganizationMention>(scope.Clause).Where(item => !agents.IsPersonsRole(scope.Statement, item));

    private static ImmutableArray<string> Names(IEnumerable<OrganizationMention> organizations) =>
        [.. organizations.Select(item => item.Name).Distinct(StringComparer.Ordinal)];
}

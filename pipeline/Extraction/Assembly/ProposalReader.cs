using System.Collections.Immutable;
using Extraction.Classification;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>
/// Arguments of what only the model sees. No word is known to state it, so the whole sentence is asked: who acts stands first, what it is
/// about has a name, and each label needs what makes a record of its kind worth having.
/// </summary>
internal sealed class ProposalReader(ArgumentWords words)
{
    private readonly AgentFinder agents = new(words);
    private readonly ObjectFinder objects = new(words);
    private readonly SubjectFinder subjectFinder = new(words);

    /// <summary>The event that a candidate without a trigger stands for; null where an argument that its label needs is missing.</summary>
    internal (TriggerScope Scope, EventDraft Draft)? Read(Statement statement, Candidate candidate, SubjectMemory subjects)
    {
        TriggerScope scope = ScopeOf(statement, candidate);
        Agents subject = Subject(scope, subjects);
        ImmutableArray<OrganizationMention> others =
            [.. statement.All<OrganizationMention>().Where(item => !agents.IsPersonsRole(statement, item) && !subject.Organizations.Any(own => own.Name == item.Name))];
        FoundObject? thing = Thing(statement);
        QuantityMention? sum = statement.All<QuantityMention>().FirstOrDefault(item => item.Quantity.Kind == QuantityKind.Money);
        EventDraft? draft = candidate.Label switch
        {
            StatementLabel.Release or StatementLabel.OpenSource or StatementLabel.Update or StatementLabel.Demo or StatementLabel.Research
                or StatementLabel.LicenseChange or StatementLabel.Filing => thing is null ? null : Draft(scope, subject, [], thing),
            StatementLabel.PriceChange => thing is null ? null : Draft(scope, subject, [], thing, sum),
            StatementLabel.Milestone or StatementLabel.Shutdown or StatementLabel.Legal => Draft(scope, subject, [], thing),
            StatementLabel.Funding => sum is null ? null : Draft(scope, subject, others, null, sum),
            StatementLabel.Acquisition => others.IsEmpty && thing is null ? null : Draft(scope, subject, others, thing, sum),
            StatementLabel.Partnership => others.IsEmpty ? null : Draft(scope, subject, others, thing),
            StatementLabel.Personnel => statement.All<PersonMention>().Any() ? Draft(scope, subject, [], null) : null,
            _ => null,
        };
        return draft is { Participants.IsEmpty: false } ? (scope, draft) : null;
    }

    // The clause that names what the sentence is about ends where a trigger would; its date is looked for before.
    private static TriggerScope ScopeOf(Statement statement, Candidate candidate)
    {
        TextSpan clause = statement.Clauses.FirstOrDefault(part => statement.In<Mention>(part).Any(mention => mention is OrganizationMention or ProductMention or TitleMention), statement.Span);
        var end = new TextSpan(clause.End, clause.End);
        return new TriggerScope(statement, candidate, ArgumentPattern.AgentObject, true, true, false, end, clause, end);
    }

    private Agents Subject(TriggerScope scope, SubjectMemory subjects)
    {
        foreach (TextSpan clause in scope.Statement.Clauses)
            if (agents.Find(scope.Statement, clause) is { IsEmpty: false } found) return found;
        return subjectFinder.CarriedOver(scope, subjects);
    }

    private FoundObject? Thing(Statement statement) =>
        objects.First(statement, statement.Span)
        ?? statement.Clauses.Select(clause => QuotedNames.Ending(statement, clause)).FirstOrDefault(found => found is not null);

    private static EventDraft Draft(TriggerScope scope, Agents subject, ImmutableArray<OrganizationMention> others, FoundObject? thing, QuantityMention? sum = null) => new()
    {
        Participants = [.. Arguments.AsAgents(subject.Organizations), .. Arguments.As("partner", others)],
        Object = thing?.Object,
        Amount = Arguments.ToAmount(sum),
        Spans = [.. Arguments.SpansOf(scope, subject.Organizations), .. Arguments.SpansOf(scope, others), .. thing is null ? [] : new[] { thing.Span }, .. sum is null ? [] : new[] { sum.Span }],
    };
}

using System.Collections.Immutable;
using Extraction.Classification;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>Makes events from candidates: for each trigger of a sentence its arguments, date and stance.</summary>
internal sealed class EventAssembler
{
    private readonly EventRules rules;
    private readonly StanceReader stance;
    private readonly DateFinder dates;
    private readonly EvidenceFactory evidence;
    private readonly ArgumentReader arguments;

    internal EventAssembler(EventRules rules, StanceReader stance, DateFinder dates, EvidenceFactory evidence, ArgumentReader arguments) =>
        (this.rules, this.stance, this.dates, this.evidence, this.arguments) = (rules, stance, dates, evidence, arguments);

    /// <summary>The events of one sentence. <paramref name="subjects"/> carries who acted last from sentence to sentence of a block.</summary>
    internal IEnumerable<EventRecord> Assemble(Statement statement, IReadOnlyList<Candidate> candidates, SubjectMemory subjects)
    {
        List<TriggerScope> scopes = ScopesOf(statement, candidates);
        var drafts = new List<(TriggerScope Scope, EventDraft Draft)>();
        foreach (TriggerScope scope in scopes)
            foreach (EventDraft draft in arguments.Read(scope, subjects, drafts))
                drafts.Add((scope, draft));
        return drafts.Select(entry => ToRecord(entry.Scope, entry.Draft));
    }

    private List<TriggerScope> ScopesOf(Statement statement, IReadOnlyList<Candidate> candidates)
    {
        List<(Candidate Candidate, TextSpan Trigger)> triggers =
            [.. candidates.Where(candidate => candidate.Trigger is not null).Select(candidate => (candidate, candidate.Trigger!.Value)).OrderBy(entry => entry.Item2)];
        var scopes = new List<TriggerScope>();
        for (int i = 0; i < triggers.Count; i++)
        {
            (Candidate candidate, TextSpan trigger) = triggers[i];
            TextSpan clause = statement.ClauseAt(trigger.Start);
            int left = i > 0 ? Math.Max(clause.Start, triggers[i - 1].Trigger.End) : clause.Start;
            int right = i + 1 < triggers.Count ? Math.Min(clause.End, triggers[i + 1].Trigger.Start) : clause.End;
            scopes.Add(new TriggerScope(
                statement, candidate, PatternOf(candidate), trigger, new TextSpan(left, trigger.Start), new TextSpan(trigger.End, Math.Max(right, trigger.End))));
        }

        return scopes;
    }

    private ArgumentPattern PatternOf(Candidate candidate) => rules.Find(candidate.DecidedBy)?.Pattern ?? ArgumentPattern.AgentObject;

    private EventRecord ToRecord(TriggerScope scope, EventDraft draft)
    {
        FoundDate? date = dates.Find(scope.Statement, scope.Trigger, draft.AllowsDateBehind);
        TextSpan span = draft.Spans.Append(scope.Trigger).Concat(date?.Span is { } dateSpan ? [dateSpan] : []).Aggregate((left, right) => left.Union(right));
        (Polarity polarity, Modality modality) = stance.Read(scope.Statement, scope.Trigger);
        return new EventRecord
        {
            Type = scope.Candidate.Label,
            Date = evidence.Date(date?.Date),
            Participants = draft.Participants,
            Object = draft.Object,
            Amount = draft.Amount,
            Round = draft.Round,
            Polarity = polarity,
            Modality = modality,
            Summary = scope.Statement.TextOf(span),
            Confidence = scope.Candidate.Confidence,
            Method = scope.Candidate.DecidedBy,
            Evidence = [evidence.At(span)],
        };
    }
}

/// <summary>Who acted last in a block: the subject of a sentence that names none.</summary>
internal sealed class SubjectMemory
{
    /// <summary>The organizations that the block is about, from its lead or the outline.</summary>
    internal ImmutableArray<OrganizationMention> Topic { get; init; } = [];

    /// <summary>The last agents; empty at the start of a block.</summary>
    internal ImmutableArray<OrganizationMention> Last { get; set; } = [];
}

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
    private readonly ArgumentWords words;
    private readonly ArgumentReader arguments;
    private readonly ProposalReader proposals;

    internal EventAssembler(EventRules rules, StanceReader stance, DateFinder dates, EvidenceFactory evidence, ArgumentWords words)
    {
        (this.rules, this.stance, this.dates, this.evidence, this.words) = (rules, stance, dates, evidence, words);
        arguments = new ArgumentReader(words);
        proposals = new ProposalReader(words);
    }

    /// <summary>The events of one sentence. <paramref name="subjects"/> carries who acted last from sentence to sentence of a block.</summary>
    internal IEnumerable<EventRecord> Assemble(Statement statement, IReadOnlyList<Candidate> candidates, SubjectMemory subjects)
    {
        List<TriggerScope> scopes = ScopesOf(statement, candidates);
        var drafts = new List<(TriggerScope Scope, EventDraft Draft)>();
        foreach (TriggerScope scope in scopes)
            foreach (EventDraft draft in arguments.Read(scope, subjects, drafts))
                drafts.Add((scope, draft));
        // A word that has given no event keeps no date for itself.
        ImmutableArray<TextSpan> triggers = [.. drafts.Select(entry => entry.Scope.Trigger).Distinct()];
        return drafts.Select(entry => ToRecord(entry.Scope, entry.Draft, triggers)).Concat(drafts.Count == 0 ? Proposed(statement, candidates, subjects) : []);
    }

    // Only where the rules made nothing. No word is known to state it, so any doubt in the sentence is a doubt about it.
    private IEnumerable<EventRecord> Proposed(Statement statement, IReadOnlyList<Candidate> candidates, SubjectMemory subjects)
    {
        foreach (Candidate candidate in candidates.Where(candidate => candidate.Trigger is null))
            if (stance.IsPlain(statement) && proposals.Read(statement, candidate, subjects) is { } proposal)
                yield return ToRecord(proposal.Scope, proposal.Draft, []);
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
            if (scopes.Count > 0 && IsModifier(scopes[^1], trigger)) continue;
            TriggerRule? rule = rules.Find(candidate.DecidedBy);
            scopes.Add(new TriggerScope(
                statement, candidate, rule?.Pattern ?? ArgumentPattern.AgentObject, rule?.NeedsNamedObject ?? true, rule?.TakesNamesOnly ?? false, rule?.IsStrong ?? false, trigger,
                new TextSpan(left, trigger.Start), new TextSpan(trigger.End, clause.End)));
        }

        return [.. scopes.Select((scope, i) => i + 1 < scopes.Count ? EndAt(scope, scopes[i + 1].Trigger.Start) : scope)];
    }

    private static TriggerScope EndAt(TriggerScope scope, int end) =>
        scope with { Right = new TextSpan(scope.Right.Start, Math.Clamp(end, scope.Right.Start, scope.Right.End)) };

    // 发布了第六代量产无人车…: a word between a trigger and its object, joined by nothing, describes the object.
    private bool IsModifier(TriggerScope before, TextSpan trigger)
    {
        if (before.Pattern != ArgumentPattern.AgentObject || before.Clause != before.Statement.ClauseAt(trigger.Start)) return false;
        var between = new TextSpan(before.Trigger.End, trigger.Start);
        return !before.Statement.In<Mention>(between).Any(mention => mention is OrganizationMention or ProductMention or TitleMention)
            && !words.ClauseConnectors.Any(word => before.Statement.Slice(between.Start, between.End).Contains(word, StringComparison.Ordinal))
            && before.Statement.In<Mention>(new TextSpan(trigger.End, before.Clause.End)).Any(mention => mention is ProductMention or TitleMention);
    }

    private static Participant AsWritten(Statement statement, Participant participant) =>
        participant with { Mention = Surfaces.Of(statement, participant.Name) };

    // An authority's 发布 issues a rule.
    private static StatementLabel TypeOf(TriggerScope scope, EventDraft draft) =>
        draft.Label is { } label ? label
        : scope.Candidate.Label == StatementLabel.Release && draft is { Object.Kind: "policy", IsByAuthority: true } ? StatementLabel.Policy
        : scope.Candidate.Label;

    private EventRecord ToRecord(TriggerScope scope, EventDraft draft, ImmutableArray<TextSpan> triggers)
    {
        FoundDate? date = dates.Find(scope.Statement, scope.Trigger, draft.AllowsDateBehind, triggers);
        TextSpan span = draft.Spans.Append(scope.Trigger).Concat(date?.Span is { } dateSpan ? [dateSpan] : []).Aggregate((left, right) => left.Union(right));
        (Polarity polarity, Modality modality) = stance.Read(scope.Statement, scope.Trigger);
        return new EventRecord
        {
            Type = TypeOf(scope, draft),
            Date = evidence.Date(date?.Date),
            Participants = [.. draft.Participants.Select(participant => AsWritten(scope.Statement, participant))],
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

    /// <summary>The product that the block is headed by: **某某 2.0**：8月10日更新; null where there is none.</summary>
    internal FoundObject? Lead { get; init; }

    /// <summary>Who makes which product of the document.</summary>
    internal ProductMakers? Makers { get; init; }

    /// <summary>The last agents; empty at the start of a block.</summary>
    internal ImmutableArray<OrganizationMention> Last { get; private set; } = [];

    /// <summary>The sentence that they acted in; -1 at the start of a block.</summary>
    internal int LastSentence { get; private set; } = -1;

    /// <summary>Remembers who acts in a sentence.</summary>
    internal void Remember(ImmutableArray<OrganizationMention> agents, int sentence) => (Last, LastSentence) = (agents, sentence);
}

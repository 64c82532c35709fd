using System.Collections.Immutable;
using Extraction.Classification;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>A trigger in its statement, with the piece of the sentence that is its own.</summary>
/// <param name="Statement">The sentence.</param>
/// <param name="Candidate">What was decided.</param>
/// <param name="Pattern">Where its arguments stand.</param>
/// <param name="NeedsNamedObject">Whether a mere phrase behind it is no object for it.</param>
/// <param name="TakesNamesOnly">Whether no phrase at all is.</param>
/// <param name="IsStrong">Whether the trigger's words say enough alone.</param>
/// <param name="Trigger">The trigger.</param>
/// <param name="Left">From the clause's start, or the trigger before it, to the trigger.</param>
/// <param name="Right">From the trigger to the clause's end, or the trigger behind it.</param>
internal sealed record TriggerScope(
    Statement Statement, Candidate Candidate, ArgumentPattern Pattern, bool NeedsNamedObject, bool TakesNamesOnly, bool IsStrong, TextSpan Trigger, TextSpan Left, TextSpan Right)
{
    internal TextSpan Clause => Statement.ClauseAt(Trigger.Start);
}

/// <summary>What an event's arguments are, before it becomes a record.</summary>
internal sealed record EventDraft
{
    internal ImmutableArray<Participant> Participants { get; init; } = [];

    internal EventObject? Object { get; init; }

    internal RecordAmount? Amount { get; init; }

    internal string? Round { get; init; }

    /// <summary>What the arguments make of the trigger where it is more than the rule says: an agreement to buy is a purchase. Null for the rule's own.</summary>
    internal StatementLabel? Label { get; init; }

    /// <summary>Whether an authority or a body that sets rules is among the agents.</summary>
    internal bool IsByAuthority { get; init; }

    /// <summary>Spans of the arguments in the trigger's sentence.</summary>
    internal ImmutableArray<TextSpan> Spans { get; init; } = [];

    /// <summary>Whether a date directly behind the trigger is the event's.</summary>
    internal bool AllowsDateBehind { get; init; }
}

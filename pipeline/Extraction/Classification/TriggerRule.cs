using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Classification;

/// <summary>Where the arguments of an event stand around its trigger. The names are those of rules/events.yaml, which explains each.</summary>
public enum ArgumentPattern
{
    /// <summary>Agent before the trigger, object behind it.</summary>
    AgentObject,

    /// <summary>What is founded stands before the trigger, is the topic, or follows it.</summary>
    Founding,

    /// <summary>Who is funded stands before; amount, round and investors in the clause.</summary>
    Funding,

    /// <summary>Investor before, who is funded behind.</summary>
    Investment,

    /// <summary>Buyer before, target behind.</summary>
    Acquisition,

    /// <summary>Seller before, what is sold behind 把 or behind the trigger, buyer behind 给 or 向.</summary>
    Sale,

    /// <summary>Two or more organizations.</summary>
    Partnership,

    /// <summary>Product before, price behind.</summary>
    Price,

    /// <summary>Agent and its product before the trigger, the result behind it.</summary>
    SubjectObject,

    /// <summary>Person and post.</summary>
    Appointment,

    /// <summary>An agent alone.</summary>
    Agent,

    /// <summary>An authority and the product that it lets through.</summary>
    Approval,

    /// <summary>Who proceeds against whom or what.</summary>
    Legal,

    /// <summary>Who studies before, what was found behind or in the next clause.</summary>
    Finding,
}

/// <summary>A rule of rules/events.yaml.</summary>
/// <param name="Id">Name inside the file.</param>
/// <param name="Label">What its triggers state.</param>
/// <param name="Pattern">Where the arguments stand.</param>
/// <param name="IsStrong">Whether the words alone make a candidate.</param>
/// <param name="Words">Triggers.</param>
/// <param name="Requires">One of these must stand in the clause; empty for no condition.</param>
/// <param name="Excludes">None of these may stand in the clause.</param>
/// <param name="NotFollowedBy">What may not follow the trigger directly.</param>
/// <param name="NeedsNamedObject">Whether only a recognized product or title is its object; a mere phrase only before it in a dated clause.</param>
/// <param name="TakesNamesOnly">Whether no phrase at all is its object: the word says many other things.</param>
/// <param name="EndsClause">Whether nothing may follow the trigger in its clause: iOS 26 是 9 月推的.</param>
/// <param name="FillsClause">Whether the object must end the clause: 推澎湃OS, not 推澎湃OS的车机版.</param>
public sealed record TriggerRule(
    string Id,
    StatementLabel Label,
    ArgumentPattern Pattern,
    bool IsStrong,
    ImmutableArray<string> Words,
    ImmutableArray<string> Requires,
    ImmutableArray<string> Excludes,
    ImmutableArray<string> NotFollowedBy,
    bool NeedsNamedObject,
    bool TakesNamesOnly = false,
    bool EndsClause = false,
    bool FillsClause = false)
{
    /// <summary>Whether what the rule requires may stand in another clause of the sentence.</summary>
    public bool RequiresInSentence { get; init; }

    /// <summary>The name that records carry.</summary>
    public string Reference => EventRules.FileName + "#" + Id;
}

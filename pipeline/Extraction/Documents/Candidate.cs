namespace Extraction.Documents;

/// <summary>What a sentence may state.</summary>
public enum StatementLabel
{
    /// <summary>Nothing that becomes a record: a feature, a definition, an opinion, an advertisement.</summary>
    None,

    /// <summary>A product or model comes out.</summary>
    Release,

    /// <summary>Source or weights are opened.</summary>
    OpenSource,

    /// <summary>Something that exists gets better.</summary>
    Update,

    /// <summary>An organization begins.</summary>
    Founding,

    /// <summary>Money is raised or invested.</summary>
    Funding,

    /// <summary>A buyer takes over.</summary>
    Acquisition,

    /// <summary>Two or more agree to work together.</summary>
    Partnership,

    /// <summary>A price changes.</summary>
    PriceChange,

    /// <summary>A licence changes.</summary>
    LicenseChange,

    /// <summary>A mark is passed.</summary>
    Milestone,

    /// <summary>A result of research.</summary>
    Research,

    /// <summary>Something is shown.</summary>
    Demo,

    /// <summary>Somebody takes or leaves a post.</summary>
    Personnel,

    /// <summary>An authority issues a rule or plan.</summary>
    Policy,

    /// <summary>A product is registered with an authority (备案) or approved.</summary>
    Filing,

    /// <summary>Something or somebody stops.</summary>
    Shutdown,

    /// <summary>Courts, fines, bans, sanctions.</summary>
    Legal,

    /// <summary>Results, listings, buy-backs.</summary>
    Financial,

    /// <summary>A figure about a subject.</summary>
    Statistic,

    /// <summary>What an organization is, who founded it, what it makes.</summary>
    OrganizationProfile,
}

/// <summary>A decision about what a sentence states.</summary>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="Label">What it states. A sentence may have several candidates.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="DecidedBy"><c>rules/events.yaml#release</c>, or <c>model@</c> and the model's hash.</param>
/// <param name="Trigger">The words that decided, null where a model did.</param>
public sealed record Candidate(int Sentence, StatementLabel Label, double Confidence, string DecidedBy, TextSpan? Trigger);

using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Knowledge;

namespace Extraction.Assembly;

/// <summary>Says for a policy whose it is: level and region from its title, the words before it, or its issuers; status from its title.</summary>
internal sealed class PolicyAuthority
{
    private readonly IOrganizationFacts facts;
    private readonly ImmutableArray<string> draftWords;
    private readonly string home;
    private readonly string capital;

    private readonly ImmutableArray<string> documentWords;
    private readonly ImmutableArray<string> tellingWords;

    private PolicyAuthority(IOrganizationFacts facts, PolicyFile file)
    {
        (this.facts, home, capital) = (facts, file.Home, file.Capital);
        (draftWords, documentWords, tellingWords) = ([.. file.DraftWords], [.. file.DocumentWords], [.. file.TellingWords]);
        (EffectiveWords, BeforeEffective) = ([.. file.EffectiveWords], [.. file.BeforeEffective]);
        (DeadlineWords, BeforeDeadlines) = ([.. file.DeadlineWords], [.. file.BeforeDeadlines]);
        (ReferenceWords, DateLabels) = ([.. file.ReferenceWords], [.. file.DateLabels]);
        IssueWords = [.. file.IssueWords.OrderByDescending(word => word.Length)];
    }

    internal static PolicyAuthority Load(KnowledgeFolder knowledge, IOrganizationFacts facts) =>
        new(facts, YamlKnowledge.Read<PolicyFile>(knowledge, "rules/policy.yaml"));

    /// <summary>Verbs of issuing, longest first: 印发, 公开征求意见.</summary>
    internal ImmutableArray<string> IssueWords { get; }

    /// <summary>Behind a date: from then on it holds.</summary>
    internal ImmutableArray<string> EffectiveWords { get; }

    /// <summary>Before a date: from then on it holds (生效于).</summary>
    internal ImmutableArray<string> BeforeEffective { get; }

    /// <summary>Behind a date: until then something must be done (前, 截止).</summary>
    internal ImmutableArray<string> DeadlineWords { get; }

    /// <summary>Before a date: until then (截至, 延长至).</summary>
    internal ImmutableArray<string> BeforeDeadlines { get; }

    /// <summary>Before a title: something is done by it (根据, 违反).</summary>
    internal ImmutableArray<string> ReferenceWords { get; }

    /// <summary>Labels of a date of issue (成文：).</summary>
    internal ImmutableArray<string> DateLabels { get; }

    /// <summary>Whether a word of issuing says that the policy takes effect.</summary>
    internal bool IsEffect(string word) => EffectiveWords.Contains(word);

    /// <summary>Whether a word of issuing is said of documents alone (印发), not of products too (发布).</summary>
    internal bool IsOfDocuments(string word) => documentWords.Contains(word);

    /// <summary>Whether a text tells what a policy says, so that a date behind it is no date of issue: 提出, 规定.</summary>
    internal bool SaysMore(ReadOnlySpan<char> text)
    {
        foreach (string word in tellingWords)
            if (text.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>The place that opens a title, or stands right before its 《: 上海市推动…, 广东省《…》.</summary>
    internal string? Region(TextSpan title, DocumentContext context)
    {
        int searchFrom = Math.Max(0, title.Start - 6);
        PlaceMention? place = context.Mentions.In<PlaceMention>(new TextSpan(searchFrom, title.End))
            .FirstOrDefault(mention => Math.Abs(mention.Span.End - title.Start) <= 1 || mention.Span.Start - title.Start is >= 0 and <= 1
                || OpensTitle(mention, context));
        return place?.Name;
    }

    /// <summary>The seat of the first issuer that speaks for less, or for another, than the whole country.</summary>
    internal string? RegionOf(ImmutableArray<PolicyIssuer> issuers) =>
        issuers.Where(issuer => !IsCentral(issuer.Name)).Select(issuer => facts.Find(issuer.Name)?.Location).FirstOrDefault(location => location is not null);

    // Ministries sit in the capital without being its own; the capital's authorities have it in their names.
    private bool IsCentral(string name) =>
        facts.Find(name)?.Location is { } location && (location == home || (location == capital && !name.StartsWith(capital, StringComparison.Ordinal)));

    /// <summary>central local foreign industry.</summary>
    internal string Level(string? region, ImmutableArray<PolicyIssuer> issuers)
    {
        string? place = region ?? RegionOf(issuers);
        if (place is not null && place != home) return facts.IsForeign(place) ? "foreign" : "local";
        return !issuers.IsEmpty && issuers.All(issuer => facts.Find(issuer.Name)?.Type is OrganizationType.Community or OrganizationType.Company) ? "industry" : "central";
    }

    /// <summary>issued draft planned.</summary>
    internal string Status(string title, Modality modality)
    {
        if (draftWords.Any(word => title.Contains(word, StringComparison.Ordinal))) return "draft";
        return modality == Modality.Planned ? "planned" : "issued";
    }

    private static bool OpensTitle(PlaceMention place, DocumentContext context) =>
        place.Span.Start > 0 && context.Text.Text[place.Span.Start - 1] == '《';

    private sealed class PolicyFile
    {
        public List<string> IssueWords { get; set; } = [];

        public List<string> EffectiveWords { get; set; } = [];

        public List<string> BeforeEffective { get; set; } = [];

        public List<string> DeadlineWords { get; set; } = [];

        public List<string> BeforeDeadlines { get; set; } = [];

        public List<string> ReferenceWords { get; set; } = [];

        public List<string> DateLabels { get; set; } = [];

        public List<string> DocumentWords { get; set; } = [];

        public List<string> TellingWords { get; set; } = [];

        public List<string> DraftWords { get; set; } = [];

        public string Home { get; set; } = "";

        public string Capital { get; set; } = "";
    }
}

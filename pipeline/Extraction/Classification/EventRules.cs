using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Knowledge;

namespace Extraction.Classification;

/// <summary>The triggers of rules/events.yaml, loaded and checked.</summary>
public sealed class EventRules
{
    internal const string FileName = "rules/events.yaml";

    private readonly ImmutableDictionary<string, TriggerRule> byReference;

    private EventRules(ImmutableArray<TriggerRule> rules, NominalWords nominal)
    {
        (Rules, Nominal) = (rules, nominal);
        byReference = rules.ToImmutableDictionary(rule => rule.Reference, StringComparer.Ordinal);
    }

    /// <summary>All rules in file order.</summary>
    public ImmutableArray<TriggerRule> Rules { get; }

    /// <summary>Words that turn a trigger into a noun.</summary>
    internal NominalWords Nominal { get; }

    /// <summary>Loads and checks the file.</summary>
    /// <exception cref="KnowledgeException">An unknown label or pattern, a rule without words, an id, or a trigger of one rule, twice.</exception>
    public static EventRules Load(KnowledgeFolder knowledge)
    {
        EventsFile file = YamlKnowledge.Read<EventsFile>(knowledge, FileName);
        ImmutableArray<TriggerRule> rules = [.. file.Rules.Select(ToRule)];
        RejectDuplicates(rules.Select(rule => rule.Id), "rule id");
        foreach (TriggerRule rule in rules) RejectDuplicates(rule.Words, $"trigger of '{rule.Id}'");
        return new EventRules(rules, new NominalWords([.. file.Nominal.After], [.. file.Nominal.Before], [.. file.Nominal.Attributive]));
    }

    /// <summary>The rule that a candidate names in <see cref="Candidate.DecidedBy"/>, null where a model decided.</summary>
    public TriggerRule? Find(string reference) => byReference.GetValueOrDefault(reference);

    private static TriggerRule ToRule(EventsFile.Rule rule)
    {
        if (rule.Words.Count == 0) throw new KnowledgeException(FileName, 0, $"rule '{rule.Id}' has no words");
        return new TriggerRule(
            rule.Id,
            YamlKnowledge.Enum<StatementLabel>(FileName, rule.Id, rule.Label),
            YamlKnowledge.Enum<ArgumentPattern>(FileName, rule.Id, rule.Pattern),
            rule.Strong,
            [.. rule.Words],
            [.. rule.Requires],
            [.. rule.Excludes],
            [.. rule.NotFollowedBy],
            rule.NamedObject || rule.OnlyNames,
            rule.OnlyNames,
            rule.EndsClause,
            rule.FillsClause)
        {
            RequiresInSentence = rule.RequiresInSentence,
        };
    }

    private static void RejectDuplicates(IEnumerable<string> names, string what)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string name in names)
            if (!seen.Add(name)) throw new KnowledgeException(FileName, 0, $"the {what} '{name}' stands there twice");
    }

    // The file's shape; filled by the YAML library.
    private sealed class EventsFile
    {
        public List<Rule> Rules { get; set; } = [];

        public NominalSection Nominal { get; set; } = new();

        public sealed class Rule
        {
            public string Id { get; set; } = "";

            public string Label { get; set; } = "";

            public string Pattern { get; set; } = "";

            public bool Strong { get; set; }

            public List<string> Words { get; set; } = [];

            public List<string> Requires { get; set; } = [];

            public List<string> Excludes { get; set; } = [];

            public List<string> NotFollowedBy { get; set; } = [];

            public bool NamedObject { get; set; }

            public bool OnlyNames { get; set; }

            public bool EndsClause { get; set; }

            public bool FillsClause { get; set; }

            public bool RequiresInSentence { get; set; }
        }

        public sealed class NominalSection
        {
            public List<string> After { get; set; } = [];

            public List<string> Before { get; set; } = [];

            public List<string> Attributive { get; set; } = [];
        }
    }
}

/// <summary>Words around a trigger that make a noun of it.</summary>
/// <param name="After">Directly behind.</param>
/// <param name="Before">Directly before.</param>
/// <param name="Attributive">Directly behind; the trigger then modifies the noun that follows.</param>
internal sealed record NominalWords(ImmutableArray<string> After, ImmutableArray<string> Before, ImmutableArray<string> Attributive);

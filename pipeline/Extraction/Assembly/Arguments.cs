using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>What all readers of arguments share.</summary>
internal static partial class Arguments
{
    /// <summary>Organizations as agent and co-agents.</summary>
    internal static ImmutableArray<Participant> AsAgents(IEnumerable<OrganizationMention> organizations) =>
        [.. organizations.Select(item => item.Name).Distinct(StringComparer.Ordinal).Select((name, index) => new Participant(index == 0 ? "agent" : "co_agent", name))];

    /// <summary>Organizations in one role.</summary>
    internal static IEnumerable<Participant> As(string role, IEnumerable<OrganizationMention> organizations) =>
        organizations.Select(item => new Participant(role, item.Name)).Distinct();

    /// <summary>The persons before the trigger.</summary>
    internal static IEnumerable<Participant> People(TriggerScope scope) =>
        scope.Statement.In<PersonMention>(scope.Left).Select(person => new Participant("person", person.Name)).Distinct();

    /// <summary>The spans of those mentions that stand in the trigger's sentence.</summary>
    internal static IEnumerable<TextSpan> SpansOf(TriggerScope scope, params IEnumerable<Mention?> mentions) =>
        mentions.OfType<Mention>().Select(mention => mention.Span).Where(scope.Statement.Span.Contains);

    /// <summary>Whether a date stands before the trigger in its sentence.</summary>
    internal static bool IsDated(TriggerScope scope) =>
        scope.Statement.In<DateMention>(new TextSpan(scope.Statement.Span.Start, scope.Trigger.Start)).Any(date => date.Date is not null);

    /// <summary>A quantity as a record's amount.</summary>
    internal static RecordAmount? ToAmount(QuantityMention? mention) =>
        mention is null ? null : new RecordAmount(mention.Quantity.Value, mention.Quantity.Unit, mention.Quantity.Text);

    /// <summary>B+, Pre-A, 天使 from a clause; null where it names no round.</summary>
    internal static string? Round(string clause) => RoundPattern().Match(clause) is { Success: true } match ? match.Groups["round"].Value : null;

    [GeneratedRegex(@"(?<round>(?:Pre-?)?[A-H]\d?\+*|天使\+?|种子|首|战略|Pre-IPO|IPO)(?=\s*(?:系列)?(?:轮|融资))", RegexOptions.CultureInvariant)]
    private static partial Regex RoundPattern();
}

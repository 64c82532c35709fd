using System.Collections.Frozen;
using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Script;

/// <summary>
/// Gives the records of a text that was matched as simplified the characters of the text itself. Each value becomes what stands where
/// it first stands in the text, so that one name stays one; canonical names of the knowledge, and values that stand nowhere in the
/// text, stay.
/// </summary>
internal sealed class OriginalScript
{
    private readonly string original;
    private readonly string folded;
    private readonly FrozenSet<string> canonical;
    private readonly Dictionary<string, string> restored = new(StringComparer.Ordinal);

    private OriginalScript(NormalizedText original, NormalizedText folded, MentionSet mentions)
    {
        (this.original, this.folded) = (original.Text, folded.Text);
        canonical = mentions.All.Select(CanonicalName).OfType<string>().ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The records as the text writes them.</summary>
    /// <param name="records">What was found in the folded text.</param>
    /// <param name="original">The text.</param>
    /// <param name="folded">The text as it was matched: of the same length.</param>
    /// <param name="mentions">Tell which names are canonical ones.</param>
    public static DocumentRecords Restore(DocumentRecords records, NormalizedText original, NormalizedText folded, MentionSet mentions)
    {
        var script = new OriginalScript(original, folded, mentions);
        return new DocumentRecords(records.Document with { Title = script.Maybe(records.Document.Title) }, [.. records.Records.Select(script.Restore)]);
    }

    private static string? CanonicalName(Mention mention) => mention switch
    {
        OrganizationMention { IsKnown: true } organization => organization.Name,
        PlaceMention place => place.Name,
        _ => null,
    };

    private ExtractedRecord Restore(ExtractedRecord record) => record switch
    {
        EventRecord happened => Restore(happened),
        OrganizationRecord organization => Restore(organization),
        PolicyRecord policy => policy with
        {
            Title = Text(policy.Title),
            DocumentNumber = Maybe(policy.DocumentNumber),
            Issuers = [.. policy.Issuers.Select(Restore)],
            Date = Restore(policy.Date),
            Effective = Restore(policy.Effective),
            Summary = Maybe(policy.Summary),
        },
        FilingRecord filing => filing with
        {
            Model = Maybe(filing.Model),
            Owner = filing.Owner is { } owner ? Restore(owner) : null,
            RegistrationNumber = Maybe(filing.RegistrationNumber),
            Date = Restore(filing.Date),
        },
        StatisticRecord statistic => Restore(statistic),
        _ => record,
    };

    private EventRecord Restore(EventRecord happened) => happened with
    {
        Date = Restore(happened.Date),
        Participants = [.. happened.Participants.Select(participant => participant with { Name = Text(participant.Name), Mention = Maybe(participant.Mention) })],
        Object = happened.Object is { } thing ? thing with { Name = Text(thing.Name), Version = Maybe(thing.Version) } : null,
        Amount = happened.Amount is { } amount ? amount with { Text = Text(amount.Text) } : null,
        Summary = Text(happened.Summary),
    };

    private OrganizationRecord Restore(OrganizationRecord organization)
    {
        string name = Text(organization.Name);
        return organization with
        {
            Name = name,
            Aliases = [.. organization.Aliases.Select(alias => alias with { Value = Text(alias.Value) }).Where(alias => alias.Value != name).OrderBy(alias => alias.Value, StringComparer.Ordinal)],
            Founded = Restore(organization.Founded),
            People = [.. organization.People.Select(person => new OrganizationPerson(Text(person.Name), Maybe(person.Role)))],
            Products = [.. organization.Products.Select(Text).Order(StringComparer.Ordinal)],
            Parent = Maybe(organization.Parent),
        };
    }

    private StatisticRecord Restore(StatisticRecord statistic) => statistic with
    {
        Subject = Text(statistic.Subject),
        Measure = Maybe(statistic.Measure),
        Quantity = statistic.Quantity with { Text = Text(statistic.Quantity.Text) },
        Period = Restore(statistic.Period),
        Dimensions = statistic.Dimensions.ToImmutableSortedDictionary(pair => Text(pair.Key), pair => Text(pair.Value), StringComparer.Ordinal),
    };

    private PolicyIssuer Restore(PolicyIssuer issuer) => issuer with { Name = Text(issuer.Name), Mention = Maybe(issuer.Mention) };

    private RecordDate? Restore(RecordDate? date) => date is null ? null : date with { Text = Text(date.Text) };

    private string? Maybe(string? value) => value is null ? null : Text(value);

    private string Text(string value)
    {
        if (canonical.Contains(value)) return value;
        if (restored.TryGetValue(value, out string? known)) return known;
        int place = value.Length == 0 ? -1 : folded.IndexOf(value, StringComparison.Ordinal);
        return restored[value] = place < 0 ? value : original.Substring(place, value.Length);
    }
}

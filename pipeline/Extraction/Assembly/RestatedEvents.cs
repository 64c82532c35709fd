using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>Headlines and summaries that say without a date what the document states with one: 甲完成融资 above 2025年3月10日，甲完成8亿元融资.</summary>
internal static class RestatedEvents
{
    private static readonly ImmutableHashSet<StatementLabel> Deals =
        [StatementLabel.Funding, StatementLabel.Acquisition, StatementLabel.Founding, StatementLabel.Financial, StatementLabel.Personnel];

    /// <summary>The events without those that another of the document states more fully: the same deal of the same parties, with its date.</summary>
    internal static ImmutableArray<EventRecord> Without(ImmutableArray<EventRecord> events)
    {
        ILookup<StatementLabel, EventRecord> dated = events.Where(record => record.Date is not null).ToLookup(record => record.Type);
        return [.. events.Where(record => record.Date is not null || !Deals.Contains(record.Type) || !dated[record.Type].Any(other => Tells(other, record)))];
    }

    private static bool Tells(EventRecord full, EventRecord brief) =>
        full.Polarity == brief.Polarity && full.Modality == brief.Modality
        && (brief.Amount is null || brief.Amount == full.Amount)
        && (brief.Round is null || brief.Round == full.Round)
        && (brief.Object is null || brief.Object.Name == full.Object?.Name)
        && brief.Participants.All(party => full.Participants.Any(other => other.Name == party.Name));
}

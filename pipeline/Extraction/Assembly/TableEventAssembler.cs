using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>Reads rounds, purchases, foundings and listings from tables of deals: one row, one event.</summary>
internal sealed class TableEventAssembler(TableRules rules)
{
    private const string Method = TableRules.FileName + "#columns";
    private const double Confidence = 0.9;

    internal IEnumerable<EventRecord> Assemble(DocumentContext context) =>
        from table in context.Tables
        let heading = string.Join(' ', context.Above(table.Grid).Take(2))
        where IsDeals(table, heading)
        from row in table.BodyRows.Where(row => !table.IsBand(row))
        let record = ToRecord(new DealRow(table, row, context), heading)
        where record is not null
        select record;

    // A company with a round, or with a sum and who pays it; a buyer and what it buys; what is founded and by whom.
    private bool IsDeals(TableView table, string heading)
    {
        bool hasCompany = table.Has(ColumnRole.Owner) || table.Has(ColumnRole.Project);
        bool hasKind = table.Has(ColumnRole.Kind) && KindOf(heading + ' ' + table.AllHeaders) is not null;
        return (hasCompany && (table.Has(ColumnRole.Round) || (table.Has(ColumnRole.Amount) && (table.Has(ColumnRole.Investor) || hasKind))))
            || (table.Has(ColumnRole.Target) && (table.Has(ColumnRole.Buyer) || table.Has(ColumnRole.Investor)))
            || (table.Has(ColumnRole.Entity) && (table.Has(ColumnRole.Amount) || table.Has(ColumnRole.Investor)));
    }

    private EventRecord? ToRecord(DealRow row, string heading)
    {
        string way = row.Way;
        if (OccursIn(rules.NoDeal, row.Words)) return null;
        StatementLabel label = KindOf(way) ?? ByColumns(row) ?? KindOf(heading) ?? StatementLabel.Funding;
        if (Parties(row, label) is not { } parties) return null;
        QuantityMention? sum = row.Sum;
        ImmutableArray<TextSpan> spans = row.Spans;
        return new EventRecord
        {
            Type = label,
            Date = row.Date,
            Participants = parties,
            Object = Object(row, label, parties[0].Name, way),
            Amount = sum is null ? null : new RecordAmount(sum.Quantity.Value, sum.Quantity.Unit, sum.Quantity.Text),
            Round = label != StatementLabel.Funding || way.Length == 0 || OccursIn(rules.Undisclosed, way) || !way.Any(char.IsLetterOrDigit) ? null : WithoutUnit(way),
            Polarity = OccursIn(rules.Undone, row.Words) ? Polarity.Negated : Polarity.Affirmed,
            Modality = OccursIn(rules.Pending, row.Words) ? Modality.Planned : Modality.Asserted,
            Summary = string.Join(' ', spans.Select(row.TextOf)),
            Confidence = Confidence,
            Method = Method,
            Evidence = [.. spans.Select(row.Context.Evidence.At)],
        };
    }

    private StatementLabel? KindOf(string text)
    {
        foreach ((StatementLabel label, ImmutableArray<string> words) in rules.DealKinds)
            if (OccursIn(words, text)) return label;
        return null;
    }

    private static StatementLabel? ByColumns(DealRow row) =>
        row.Has(ColumnRole.Entity) ? StatementLabel.Founding
        : row.Has(ColumnRole.Buyer) && row.Has(ColumnRole.Target) ? StatementLabel.Acquisition
        : null;

    // What the deal is about comes first.
    private static ImmutableArray<Participant>? Parties(DealRow row, StatementLabel label)
    {
        string? subject = row.Names(ColumnRole.Entity, ColumnRole.Owner, ColumnRole.Project, ColumnRole.Target).FirstOrDefault();
        ImmutableArray<string> others = [.. row.Names(ColumnRole.Buyer, ColumnRole.Investor).Where(name => name != subject)];
        (string mine, string theirs) = label switch
        {
            StatementLabel.Acquisition => ("target", "agent"),
            StatementLabel.Founding => ("agent", "partner"),
            StatementLabel.Financial => ("agent", "investor"),
            _ => ("target", "investor"),
        };
        ImmutableArray<Participant> all = [.. others.Select(name => new Participant(theirs, name))];
        if (subject is not null) all = all.Insert(0, new Participant(mine, subject));
        return all.IsEmpty || (subject is null && label != StatementLabel.Acquisition) ? null : all;
    }

    private static EventObject? Object(DealRow row, StatementLabel label, string subject, string way) => label switch
    {
        // 百木生命旗下试剂电商, ABB机器人业务: what is bought need not be an organization.
        StatementLabel.Acquisition => new EventObject(row.Target is { Length: > 0 } target ? target : subject, "organization", null),
        StatementLabel.Founding => new EventObject(subject, "organization", null),
        StatementLabel.Financial when way.Length > 0 => new EventObject(way, "other", null),
        _ => null,
    };

    private static bool OccursIn(ImmutableArray<string> words, string text) => words.Any(word => text.Contains(word, StringComparison.Ordinal));

    private static string WithoutUnit(string round) =>
        round.EndsWith("轮融资", StringComparison.Ordinal) ? round[..^3] : round.EndsWith('轮') ? round[..^1] : round;
}

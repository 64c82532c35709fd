using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>Reads rounds, purchases, foundings and listings from tables of deals: one row, one event.</summary>
internal sealed class TableEventAssembler(TableRules rules, SurroundingStance surroundings)
{
    private const string Method = TableRules.FileName + "#columns";
    private const double Confidence = 0.9;

    /// <summary>One event for each row of a document's tables of deals.</summary>
    internal IEnumerable<EventRecord> Assemble(DocumentContext context) =>
        from table in context.Tables
        let heading = HeadingOf(table, context)
        where IsDeals(table, heading)
        from row in table.BodyRows.Where(row => !table.IsBand(row) && !table.IsHeaderAgain(row))
        let record = ToRecord(new DealRow(table, row, context, rules), heading)
        where record is not null
        select surroundings.Apply(record, context.BlocksAbove(table.Grid).Where(block => block.Role != BlockRole.Title).Select(context.TextOf));

    /// <summary>The cells that tables of deals answer for, by block: what they say is no sentence.</summary>
    internal ImmutableHashSet<int> CellsOf(DocumentContext context)
    {
        ILookup<int, TableView> tables = context.Tables.Where(table => IsDeals(table, HeadingOf(table, context))).ToLookup(table => table.Grid.Number);
        return [.. context.Blocks.Where(block => block.Cell is { } cell && tables[cell.Table].Any(table => table.HasRole(cell))).Select(block => block.Index)];
    }

    private static string HeadingOf(TableView table, DocumentContext context) => string.Join(' ', context.Above(table.Grid).Take(2));

    // A company with a round, or with a sum or an investor where something says that it is a deal; a buyer and what it buys; what is founded and by whom.
    private bool IsDeals(TableView table, string heading)
    {
        bool hasCompany = table.Has(ColumnRole.Owner) || table.Has(ColumnRole.Project);
        bool hasAmount = table.Has(ColumnRole.Amount), hasInvestor = table.Has(ColumnRole.Investor);
        bool isKind = KindOf(heading + ' ' + table.AllHeaders) is not null;
        return (hasCompany && (table.Has(ColumnRole.Round) || (hasAmount && hasInvestor)))
            || (hasCompany && isKind && (hasAmount || hasInvestor) && (table.Has(ColumnRole.Kind) || (table.Has(ColumnRole.Date) && KindOf(heading) is not null)))
            || (table.Has(ColumnRole.Target) && (table.Has(ColumnRole.Buyer) || hasInvestor))
            || (table.Has(ColumnRole.Entity) && (hasAmount || hasInvestor));
    }

    private EventRecord? ToRecord(DealRow row, string heading)
    {
        string way = row.Way;
        if (row.Spans.IsEmpty || rules.Totals.Contains(row.TextOf(row.Spans[0]).Trim()) || OccursIn(rules.NoDeal, row.Words)) return null;
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
            Round = label == StatementLabel.Funding ? RoundOf(row.Round) : null,
            Polarity = OccursIn(rules.Undone, row.Words) ? Polarity.Negated : Polarity.Affirmed,
            Modality = OccursIn(rules.Pending, row.Words) ? Modality.Planned : Modality.Asserted,
            Summary = string.Join(' ', spans.Select(row.TextOf)),
            Confidence = Confidence,
            Method = Method,
            Evidence = [.. spans.Select(row.Context.Evidence.At)],
        };
    }

    // A round before a listing is no listing.
    private StatementLabel? KindOf(string text)
    {
        text = text.Replace("Pre-IPO", "Pre-", StringComparison.OrdinalIgnoreCase);
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
        string? subject = row.Names(ColumnRole.Entity, ColumnRole.Owner, ColumnRole.Project, ColumnRole.Target).FirstOrDefault()
            ?? row.Written(ColumnRole.Entity, ColumnRole.Owner, ColumnRole.Project);
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
        // 甲旗下某电商, 乙机器人业务: what is bought need not be an organization.
        StatementLabel.Acquisition => new EventObject(row.Target is { Length: > 0 } target ? target : subject, "organization", null),
        StatementLabel.Founding => new EventObject(subject, "organization", null),
        StatementLabel.Financial when way.Length > 0 => new EventObject(way, "other", null),
        _ => null,
    };

    private static bool OccursIn(ImmutableArray<string> words, string text) => words.Any(word => text.Contains(word, StringComparison.Ordinal));

    private string? RoundOf(string round) => OccursIn(rules.Undisclosed, round) || !round.Any(char.IsLetterOrDigit) ? null : WithoutUnit(round);

    private static string WithoutUnit(string round) =>
        round.EndsWith("轮融资", StringComparison.Ordinal) ? round[..^3] : round.EndsWith('轮') ? round[..^1] : round;
}

using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>Reads deals from tables with a company and a round, an amount or investors: one row, one event.</summary>
internal sealed class TableEventAssembler(TableRules rules)
{
    private const string Method = TableRules.FileName + "#columns";
    private const double Confidence = 0.9;

    internal IEnumerable<EventRecord> Assemble(DocumentContext context) =>
        context.Tables.Where(IsDeals).SelectMany(table => table.BodyRows.Select(row => ToRecord(table, row, context)).OfType<EventRecord>());

    private static bool IsDeals(TableView table) =>
        table.Has(ColumnRole.Owner) && (table.Has(ColumnRole.Round) || (table.Has(ColumnRole.Amount) && table.Has(ColumnRole.Investor)));

    private EventRecord? ToRecord(TableView table, int row, DocumentContext context)
    {
        if (Name(table.Cell(row, ColumnRole.Owner), context) is not { } company) return null;
        string round = table.Text(row, ColumnRole.Round);
        bool isPurchase = rules.PurchaseWords.Any(word => round.Contains(word, StringComparison.Ordinal));
        ImmutableArray<string> investors = [.. Names(table.Cell(row, ColumnRole.Investor), context).Where(name => name != company)];
        QuantityMention? sum = Money(table.Cell(row, ColumnRole.Amount), context);
        ImmutableArray<TextSpan> spans = table.RowSpans(row);
        return new EventRecord
        {
            Type = isPurchase ? StatementLabel.Acquisition : StatementLabel.Funding,
            Date = context.DateIn(table.Cell(row, ColumnRole.Date)),
            Participants = [new Participant("target", company), .. investors.Select(name => new Participant(isPurchase ? "agent" : "investor", name))],
            Object = isPurchase ? new EventObject(company, "organization", null) : null,
            Amount = sum is null ? null : new RecordAmount(sum.Quantity.Value, sum.Quantity.Unit, sum.Quantity.Text),
            Round = isPurchase || round.Length == 0 || IsUnknown(round) ? null : WithoutUnit(round),
            Summary = string.Join(' ', spans.Select(span => span.Of(context.Text.Text))),
            Confidence = Confidence,
            Method = Method,
            Evidence = [.. spans.Select(context.Evidence.At)],
        };
    }

    private bool IsUnknown(string text) => rules.Undisclosed.Any(word => text.Contains(word, StringComparison.Ordinal));

    private static string WithoutUnit(string round) =>
        round.EndsWith("轮融资", StringComparison.Ordinal) ? round[..^3] : round.EndsWith('轮') ? round[..^1] : round;

    private static string? Name(Block? cell, DocumentContext context) => Names(cell, context).FirstOrDefault();

    private static IEnumerable<string> Names(Block? cell, DocumentContext context) =>
        cell is null ? [] : context.Mentions.In<OrganizationMention>(cell.Span).Select(mention => mention.Name).Distinct(StringComparer.Ordinal);

    private static QuantityMention? Money(Block? cell, DocumentContext context) =>
        cell is null ? null : context.Mentions.In<QuantityMention>(cell.Span).FirstOrDefault(mention => mention.Quantity.Kind == QuantityKind.Money);
}

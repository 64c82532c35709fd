using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>Reads policies from tables of titles; those in prose are <see cref="PolicyProse"/>'s.</summary>
internal sealed class PolicyAssembler(TableRules rules, PolicyAuthority authority)
{
    private readonly PolicyProse prose = new(authority);

    internal IEnumerable<PolicyRecord> Assemble(DocumentContext context) => FromTables(context).Concat(prose.Assemble(context));

    private IEnumerable<PolicyRecord> FromTables(DocumentContext context) =>
        context.Tables.Where(table => IsPolicies(table, context)).SelectMany(table => table.BodyRows.Select(row => FromRow(table, row, context)).OfType<PolicyRecord>());

    private bool IsPolicies(TableView table, DocumentContext context) =>
        table.Has(ColumnRole.PolicyTitle)
        && (rules.PolicyWords.Any(word => table.Header(ColumnRole.PolicyTitle).Contains(word, StringComparison.Ordinal))
            || table.BodyRows.Any(row => TitleIn(table.Cell(row, ColumnRole.PolicyTitle), context) is not null));

    private PolicyRecord? FromRow(TableView table, int row, DocumentContext context)
    {
        Block? cell = table.Cell(row, ColumnRole.PolicyTitle);
        string text = table.Text(row, ColumnRole.PolicyTitle);
        if (cell is null || text.Length == 0) return null;
        TitleMention? mention = TitleIn(cell, context);
        string title = mention?.Title ?? text;
        string? region = authority.Region(cell.Span, context) ?? NullIfEmpty(table.Text(row, ColumnRole.Region));
        ImmutableArray<PolicyIssuer> issuers = Issuers(table.Cell(row, ColumnRole.Issuer), cell, context);
        return new PolicyRecord
        {
            Title = title,
            DocumentNumber = NullIfEmpty(table.Text(row, ColumnRole.DocumentNumber)) ?? NumberIn(cell.Span, context),
            Issuers = issuers,
            Level = authority.Level(region, issuers),
            Region = region,
            Date = context.DateIn(table.Cell(row, ColumnRole.Date)),
            Effective = context.DateIn(table.Cell(row, ColumnRole.Effective)),
            Status = authority.Status(title, Modality.Asserted),
            Summary = NullIfEmpty(table.Text(row, ColumnRole.Summary)),
            Evidence = [.. table.RowSpans(row).Select(context.Evidence.At)],
        };
    }

    private static TitleMention? TitleIn(Block? cell, DocumentContext context) =>
        cell is null ? null : context.Mentions.In<TitleMention>(cell.Span).FirstOrDefault();

    private static ImmutableArray<PolicyIssuer> Issuers(Block? issuerCell, Block titleCell, DocumentContext context)
    {
        TextSpan span = issuerCell?.Span ?? titleCell.Span;
        TitleMention? title = TitleIn(titleCell, context);
        return
        [
            .. context.Mentions.In<OrganizationMention>(span)
                .Where(organization => issuerCell is not null || title is null || !title.Span.Overlaps(organization.Span))
                .Select(organization => new PolicyIssuer(organization.Name, Mention: Surfaces.Unless(organization.Name, organization.Span.Of(context.Text.Text)))).DistinctBy(issuer => issuer.Name),
        ];
    }

    private static string? NumberIn(TextSpan span, DocumentContext context) =>
        context.Mentions.In<DocumentNumberMention>(span).FirstOrDefault(number => number.Kind != "registration")?.Number;

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}

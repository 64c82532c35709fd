using System.Collections.Immutable;
using Extraction.Classification;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>Reads policies from tables of titles and from titles in prose.</summary>
internal sealed class PolicyAssembler(TableRules rules, PolicyAuthority authority)
{
    internal IEnumerable<PolicyRecord> Assemble(DocumentContext context) => FromTables(context).Concat(FromProse(context));

    // ---- tables -------------------------------------------------------------------------------------------------

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
                .Select(organization => new PolicyIssuer(organization.Name)).Distinct(),
        ];
    }

    // ---- prose --------------------------------------------------------------------------------------------------

    private IEnumerable<PolicyRecord> FromProse(DocumentContext context) =>
        context.Statements
            .Where(statement => statement.Block.IsContent && statement.Block.Cell is null)
            .SelectMany(statement => statement.All<TitleMention>().Where(title => title.Kind is TitleKind.Policy).Select(title => FromTitle(statement, title, context)));

    private PolicyRecord FromTitle(Statement statement, TitleMention title, DocumentContext context)
    {
        Candidate? issue = IssueOf(statement, title, context);
        ImmutableArray<PolicyIssuer> issuers = issue is null ? [] : IssuersBefore(statement, issue.Trigger!.Value, context);
        string? region = authority.Region(title.Span, context);
        TextSpan span = issue is null ? title.Span : title.Span.Union(statement.ClauseAt(issue.Trigger!.Value.Start));
        return new PolicyRecord
        {
            Title = title.Title,
            DocumentNumber = NumberNear(statement, title),
            Issuers = issuers,
            Level = authority.Level(region, issuers),
            Region = region ?? authority.RegionOf(issuers),
            Date = issue is null ? null : context.Evidence.Date(context.Dates.Find(statement, issue.Trigger!.Value, allowBehind: true)?.Date),
            Status = authority.Status(title.Title, Modality.Asserted),
            Summary = issue is null ? null : statement.TextOf(statement.Span),
            Evidence = [context.Evidence.At(span)],
        };
    }

    // The trigger that issues it: 发布, 印发, 出台 … directly before the title, or right behind it (《…》正式发布).
    private static Candidate? IssueOf(Statement statement, TitleMention title, DocumentContext context)
    {
        TextSpan clause = statement.ClauseAt(title.Span.Start);
        return context.CandidatesBySentence[statement.Sentence.Index]
            .Where(candidate => candidate.Label is StatementLabel.Policy or StatementLabel.Release && candidate.Trigger is not null)
            .Where(candidate => candidate.Trigger!.Value.Start >= clause.Start - 1 && candidate.Trigger!.Value.End <= clause.End + 12)
            .OrderBy(candidate => Math.Abs(candidate.Trigger!.Value.Start - title.Span.Start))
            .FirstOrDefault();
    }

    private static ImmutableArray<PolicyIssuer> IssuersBefore(Statement statement, TextSpan trigger, DocumentContext context)
    {
        ImmutableArray<OrganizationMention> own = [.. Outside(statement, new TextSpan(statement.ClauseAt(trigger.Start).Start, trigger.Start))];
        if (own.IsEmpty) own = [.. Outside(statement, new TextSpan(statement.Span.Start, trigger.Start))];
        if (own.IsEmpty) own = context.Topics.Of(statement.Block);
        return [.. own.Select(organization => new PolicyIssuer(organization.Name)).Distinct()];
    }

    private static IEnumerable<OrganizationMention> Outside(Statement statement, TextSpan span) =>
        statement.In<OrganizationMention>(span).Where(organization => !statement.All<TitleMention>().Any(title => title.Span.Overlaps(organization.Span)));

    private static string? NumberNear(Statement statement, TitleMention title) =>
        statement.All<DocumentNumberMention>().FirstOrDefault(number => number.Kind != "registration" && number.Span.Start - title.Span.End is >= 0 and <= 3)?.Number;

    private static string? NumberIn(TextSpan span, DocumentContext context) =>
        context.Mentions.In<DocumentNumberMention>(span).FirstOrDefault(number => number.Kind != "registration")?.Number;

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}

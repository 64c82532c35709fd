using System.Collections.Immutable;
using Extraction.Classification;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>Reads figures with their subjects and measures from prose; grids are <see cref="GridStatistics"/>'s.</summary>
internal sealed class StatisticAssembler(StatisticWords words)
{
    private const int LongestName = 40;

    private readonly GridStatistics grids = new(words);

    internal IEnumerable<StatisticRecord> Assemble(DocumentContext context)
    {
        ImmutableArray<StatisticRecord> prose =
        [
            .. context.Statements
                .Where(statement => statement.Block is { IsContent: true, Cell: null, Role: not BlockRole.Heading })
                .SelectMany(statement => FromStatement(statement, context)),
        ];
        return prose.Concat(grids.Assemble(context, prose));
    }

    private IEnumerable<StatisticRecord> FromStatement(Statement statement, DocumentContext context)
    {
        foreach (TextSpan clause in statement.Clauses)
        {
            if (words.EventAmounts.Any(word => statement.TextOf(clause).Contains(word, StringComparison.Ordinal))) continue;
            int from = clause.Start;
            foreach (QuantityMention mention in statement.In<QuantityMention>(clause))
            {
                if (IsName(statement, mention)) continue;
                if (Named(statement, clause, from, mention, context) is var (subject, measure) && subject.Length > 0)
                    yield return ToRecord(statement, clause, mention, subject, measure, context);
                from = mention.Span.End;
            }
        }
    }

    private static bool IsName(Statement statement, QuantityMention quantity) =>
        statement.All<Mention>().Any(mention => mention is ProductMention or TitleMention or OrganizationMention && mention.Span.Overlaps(quantity.Span));

    private static StatisticRecord ToRecord(
        Statement statement, TextSpan clause, QuantityMention mention, string subject, string? measure, DocumentContext context)
    {
        ResolvedDate? period = context.Dates.Find(statement, mention.Span, allowBehind: false)?.Date;
        return new StatisticRecord
        {
            Subject = subject,
            Measure = string.IsNullOrEmpty(measure) ? null : measure,
            Quantity = mention.Quantity,
            Period = context.Evidence.Date(period),
            Evidence = [context.Evidence.At(clause.Union(mention.Span))],
        };
    }

    private (string Subject, string? Measure) Named(Statement statement, TextSpan clause, int from, QuantityMention mention, DocumentContext context)
    {
        string before = words.Trim(WithoutDates(statement, new TextSpan(from, mention.Span.Start)));
        string behind = statement.Slice(mention.Span.End, clause.End).ToString().Trim();
        if (Shared(behind, before) is { } shared) return shared;
        if (mention.Quantity.Kind == QuantityKind.Count && Counted(behind) is { } counted) return (counted, Short(before));
        string? owner = Owner(statement, clause, mention, context);
        if (owner is null) return before.Length > 0 ? (Short(before) ?? "", null) : (Short(EarlierClause(statement, clause)) ?? "", null);
        int at = before.IndexOf(owner, StringComparison.Ordinal);
        string measure = at >= 0 ? words.Trim(before[(at + owner.Length)..]) : before;
        return (owner, Short(measure));
    }

    // 84.57%的大模型产品为非通用行业模型: the share of a noun that something is said of.
    private (string Subject, string? Measure)? Shared(string behind, string before)
    {
        if (words.Of.FirstOrDefault(of => behind.StartsWith(of, StringComparison.Ordinal)) is not { } of) return null;
        string noun = behind[of.Length..].Trim();
        int copula = words.Copulas.Select(word => noun.IndexOf(word, StringComparison.Ordinal)).Where(at => at > 0).DefaultIfEmpty(-1).Min();
        if (copula < 0) return noun.Length is > 0 and <= LongestName ? (noun, before.Length > 0 ? Short(before) : words.Share) : null;
        return (noun[..copula], Short(noun[copula..] + words.Share));
    }

    // 超过20个大模型获得备案: the counted noun follows.
    private static string? Counted(string behind) => behind.Length is >= 2 and <= LongestName && char.IsLetter(behind[0]) ? behind : null;

    private static string WithoutDates(Statement statement, TextSpan span)
    {
        string text = statement.TextOf(span);
        foreach (DateMention date in statement.In<DateMention>(span).Reverse())
            text = text.Remove(date.Span.Start - span.Start, date.Span.Length);
        return text;
    }

    // The last product or organization before the figure, in its clause or an earlier one of the sentence; else the block's topic.
    private static string? Owner(Statement statement, TextSpan clause, QuantityMention mention, DocumentContext context)
    {
        Mention? inClause = LastName(statement, new TextSpan(clause.Start, mention.Span.Start));
        Mention? owner = inClause ?? FirstName(statement, new TextSpan(statement.Span.Start, clause.Start));
        if (owner is not null) return NameOf(owner);
        return statement.Clauses.Length > 0 && statement.Clauses[0] != clause && context.Topics.Of(statement.Block) is [var topic, ..] ? topic.Name : null;
    }

    private static Mention? LastName(Statement statement, TextSpan span) => Names(statement, span).LastOrDefault();

    private static Mention? FirstName(Statement statement, TextSpan span) =>
        Names(statement, span).FirstOrDefault(mention => mention is ProductMention) ?? Names(statement, span).FirstOrDefault();

    private static IEnumerable<Mention> Names(Statement statement, TextSpan span) =>
        statement.In<Mention>(span).Where(mention => mention is ProductMention or OrganizationMention);

    private static string NameOf(Mention mention) => mention switch
    {
        ProductMention product => product.Name,
        OrganizationMention organization => organization.Name,
        _ => "",
    };

    private string EarlierClause(Statement statement, TextSpan clause)
    {
        int index = statement.Clauses.IndexOf(clause);
        return index > 0 ? words.Trim(WithoutDates(statement, statement.Clauses[index - 1])) : "";
    }

    // What is too long for a name keeps its end, where Chinese puts the head.
    private static string? Short(string text) => text.Length == 0 ? null : text.Length <= LongestName ? text : text[^LongestName..];
}

using System.Collections.Immutable;
using Extraction.Classification;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>Reads figures with their subjects and measures from prose; grids are <see cref="GridStatistics"/>'s.</summary>
internal sealed class StatisticAssembler(StatisticWords words)
{
    private const int LongestName = 40;
    private const int LongestChange = 16;
    private const int LongestPer = 8;

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
        StatisticRecord? last = null;
        foreach (TextSpan clause in statement.Clauses)
        {
            if (words.EventAmounts.Any(word => statement.TextOf(clause).Contains(word, StringComparison.Ordinal))) continue;
            int from = clause.Start;
            foreach (QuantityMention mention in statement.In<QuantityMention>(clause))
            {
                if (IsName(statement, mention)) continue;
                StatisticRecord? record = IsPassing(statement, from, mention)
                    ? null
                    : Continued(statement, clause, from, mention, last, context) ?? Read(statement, clause, from, mention, context);
                from = mention.Span.End;
                if (record is null) continue;
                yield return record;
                if (last is null || record.Subject != last.Subject || !words.IsChange(record.Measure)) last = record;
            }
        }
    }

    // A figure that says more of the one before: 55.6万套，同比增长14.2%; 由4.20%下调至3.95%.
    private StatisticRecord? Continued(
        Statement statement, TextSpan clause, int from, QuantityMention mention, StatisticRecord? last, DocumentContext context)
    {
        if (last is null || Names(statement, new TextSpan(from, mention.Span.Start)).Any()) return null;
        string before = WithoutPer(words.Trim(WithoutDates(statement, new TextSpan(from, mention.Span.Start))), mention.Quantity);
        if (LeadsOn(statement, clause, from, mention, before, last))
            return ToRecord(statement, clause, mention, last.Subject, words.IsChange(last.Measure) ? null : last.Measure, context);
        string behind = statement.Slice(mention.Span.End, clause.End).ToString().Trim();
        if (before.Length == 0 && last.Quantity.Kind == QuantityKind.Count && Said(mention, behind) is { } said)
            return ToRecord(statement, clause, mention, last.Subject, said, context);
        if (!words.IsChange(before) || before.Length > LongestChange) return null;
        string? measure = words.IsChange(last.Measure) ? before : last.Measure + (before == words.ShareVerb ? words.Share : before);
        return ToRecord(statement, clause, mention, last.Subject, measure, context) with { Period = last.Period };
    }

    // From one value to the next: between the two stands nothing but 降至 or 调整为.
    private bool LeadsOn(Statement statement, TextSpan clause, int from, QuantityMention mention, string before, StatisticRecord last)
    {
        bool isVerb = words.IsChangeVerb(before);
        string between = statement.TextOf(new TextSpan(from, mention.Span.Start)).Trim();
        if (!isVerb && (before.Length > 0 || between.Length == 0 || last.Quantity.Kind == QuantityKind.Count)) return false;
        return from > clause.Start || words.LeadsTo(between);
    }

    private StatisticRecord? Read(Statement statement, TextSpan clause, int from, QuantityMention mention, DocumentContext context) =>
        Named(statement, clause, from, mention, context) is var (subject, measure) && subject.Length > 0
            ? ToRecord(statement, clause, mention, subject, measure, context)
            : null;

    // 两个项目 and 作者用三天 tell a story, they measure nothing: small counts in words, and times that no word sets equal to something.
    private bool IsPassing(Statement statement, int from, QuantityMention mention)
    {
        if (mention.Quantity.Kind == QuantityKind.Count) return mention.Quantity.Value < 10 && !char.IsAsciiDigit(mention.Quantity.Text[0]);
        if (mention.Quantity.Kind != QuantityKind.Measure || !words.Times.Contains(mention.Quantity.Unit)) return false;
        string before = statement.TextOf(new TextSpan(from, mention.Span.Start)).Trim();
        return !words.Trailing.Any(word => before.EndsWith(word, StringComparison.Ordinal));
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
        string written = WithoutDates(statement, new TextSpan(from, mention.Span.Start));
        string before = WithoutPer(words.Trim(written), mention.Quantity);
        string behind = statement.Slice(mention.Span.End, clause.End).ToString().Trim();
        if (Shared(behind, before) is { } shared) return shared;
        if (mention.Quantity.Kind == QuantityKind.Percent && Remaining(written.Trim(), behind) is { } remaining) return remaining;
        if (mention.Quantity.Kind == QuantityKind.Count && Counted(behind) is { } counted) return (counted, Short(before));
        string? owner = Owner(statement, clause, mention, context);
        if (owner is null) return before.Length > 0 ? Split(before) : (Short(EarlierClause(statement, clause)) ?? "", Said(mention, behind));
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

    // 其余6.2%采用…: what the rest does is what is measured.
    private (string Subject, string? Measure)? Remaining(string written, string behind) =>
        words.Rest.Contains(written) && behind.Length > 0 ? (written, Short(behind + words.Share)) : null;

    // 受访的76家集成商中，61%表示…: said of those counted before.
    private string? Said(QuantityMention mention, string behind) =>
        mention.Quantity.Kind == QuantityKind.Percent && words.Copulas.Any(word => behind.StartsWith(word, StringComparison.Ordinal)) ? Short(behind + words.Share) : null;

    // 1年期LPR再降: what changes, and how.
    private (string Subject, string? Measure) Split(string before) =>
        words.ChangeAtEnd(before) is { } at and > 0 ? (Short(words.Trim(before[..at])) ?? "", before[at..]) : (Short(before) ?? "", null);

    // 由每瓦0.71元: what the amount is counted on is in its unit already.
    private string WithoutPer(string before, Quantity quantity)
    {
        if (quantity.Kind != QuantityKind.Money) return before;
        int at = before.IndexOf('每', Math.Max(0, before.Length - LongestPer));
        return at > 0 ? words.Trim(before[..at]) : before;
    }

    // 超过20个大模型获得备案: the counted noun follows.
    private string? Counted(string behind) =>
        behind.Length is >= 2 and <= LongestName && char.IsLetter(behind[0]) && !words.IsChange(behind) ? words.WithoutStudy(behind) : null;

    // Dates go together with the word that sets them in time: 到2025年算力规模.
    private string WithoutDates(Statement statement, TextSpan span)
    {
        string text = statement.TextOf(span);
        foreach (DateMention date in statement.In<DateMention>(span).Reverse())
        {
            int start = date.Span.Start - span.Start;
            if (words.IsComparedWith(text[..start])) continue;
            string? word = words.BeforeDates.FirstOrDefault(word => text.AsSpan(0, start).EndsWith(word, StringComparison.Ordinal));
            text = text.Remove(start - (word?.Length ?? 0), date.Span.Length + (word?.Length ?? 0));
        }

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
        statement.In<Mention>(span).Where(mention => mention is ProductMention
            || (mention is OrganizationMention && !statement.In<ProductMention>(span).Any(product => product.Span.Contains(mention.Span))));

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

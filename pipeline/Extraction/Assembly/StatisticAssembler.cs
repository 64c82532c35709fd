using System.Collections.Immutable;
using Extraction.Classification;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>Reads figures with their subjects and measures from prose; grids are <see cref="GridStatistics"/>'s.</summary>
internal sealed class StatisticAssembler(StatisticWords words)
{
    private const int LongestChange = 16;
    private const int LongestTime = 1000;

    private readonly GridStatistics grids = new(words);
    private readonly StatisticNaming naming = new(words);
    private readonly ValueBoxes boxes = new();

    internal IEnumerable<StatisticRecord> Assemble(DocumentContext context)
    {
        ImmutableArray<StatisticRecord> prose =
        [
            .. context.Statements
                .Where(statement => statement.Block is { IsContent: true, Cell: null, Role: not BlockRole.Heading })
                .GroupBy(statement => statement.Sentence.Block).SelectMany(block => FromBlock(block, context)),
        ];
        return prose.Concat(grids.Assemble(context, prose)).Concat(boxes.Assemble(context));
    }

    private IEnumerable<StatisticRecord> FromBlock(IEnumerable<Statement> block, DocumentContext context)
    {
        StatisticRecord? earlier = null;
        foreach (Statement statement in block)
            foreach (StatisticRecord record in FromStatement(statement, earlier, context))
            {
                if (!words.IsChange(record.Measure)) earlier = record;
                yield return record;
            }
    }

    private IEnumerable<StatisticRecord> FromStatement(Statement statement, StatisticRecord? earlier, DocumentContext context)
    {
        StatisticRecord? last = null;
        foreach (TextSpan clause in statement.Clauses)
        {
            int from = clause.Start;
            foreach (QuantityMention mention in statement.In<QuantityMention>(clause))
            {
                if (IsName(statement, mention)) continue;
                StatisticRecord? record = IsEventAmount(statement, clause, mention) || IsPassing(statement, from, mention)
                    ? null
                    : Continued(statement, clause, from, mention, last, context) ?? TakenUp(statement, clause, from, mention, last ?? earlier, context) ?? Read(statement, clause, from, mention, context);
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
        string before = naming.WithoutPer(words.Trim(WithoutDates(statement, new TextSpan(from, mention.Span.Start))), mention.Quantity);
        if (IsSeries(statement, from, mention, before, last) || LeadsOn(statement, clause, from, mention, before, last))
            return ToRecord(statement, clause, mention, last.Subject, words.IsChange(last.Measure) ? null : last.Measure, context);
        string behind = statement.Slice(mention.Span.End, clause.End).ToString().Trim();
        if (before.Length == 0 && last.Quantity.Kind == QuantityKind.Count && naming.Said(mention, behind) is { } said)
            return ToRecord(statement, clause, mention, last.Subject, said, context);
        if (!words.IsChange(before) || before.Length > LongestChange) return null;
        string? measure = words.IsChange(last.Measure) ? before : last.Measure + (before == words.ShareVerb ? words.Share : before);
        return ToRecord(statement, clause, mention, last.Subject, measure, context) with { Period = last.Period };
    }

    // 这一比例超过90%: the figure before is meant, in this sentence or the one before.
    private StatisticRecord? TakenUp(
        Statement statement, TextSpan clause, int from, QuantityMention mention, StatisticRecord? last, DocumentContext context)
    {
        string before = words.Trim(WithoutDates(statement, new TextSpan(from, mention.Span.Start)));
        bool isMeant = last is not null && words.Anaphors.Any(word => before.StartsWith(word, StringComparison.Ordinal));
        return isMeant ? ToRecord(statement, clause, mention, last!.Subject, words.IsChange(last.Measure) ? null : last.Measure, context) : null;
    }

    // From one value to the next: between the two stands nothing but 降至 or 调整为.
    private bool LeadsOn(Statement statement, TextSpan clause, int from, QuantityMention mention, string before, StatisticRecord last)
    {
        bool isVerb = words.IsChangeVerb(before);
        string between = statement.TextOf(new TextSpan(from, mention.Span.Start)).Trim();
        if (between == "、" && mention.Quantity.Unit != last.Quantity.Unit) return true;
        if (!isVerb && (before.Length > 0 || between.Length == 0 || last.Quantity.Kind == QuantityKind.Count)) return false;
        return from > clause.Start || words.LeadsTo(between);
    }

    // 2021年44次，2022年61次; 过去要4.2天，如今只要0.8天: another time, the same measure.
    private bool IsSeries(Statement statement, int from, QuantityMention mention, string before, StatisticRecord last) =>
        before.Length == 0 && mention.Quantity.Unit == last.Quantity.Unit && mention.Quantity.Kind == last.Quantity.Kind
        && (statement.In<DateMention>(new TextSpan(from, mention.Span.Start)).Any() || words.NowWords.Any(word => statement.Slice(from, mention.Span.Start).Contains(word, StringComparison.Ordinal)));

    // 完成1.2亿元融资 is an event's amount; 收购对价1.2亿元 and 融资总额 are figures of their own.
    private bool IsEventAmount(Statement statement, TextSpan clause, QuantityMention mention) =>
        mention.Quantity.Kind == QuantityKind.Money
        && words.EventAmounts.Any(word => statement.Slice(clause.Start, clause.End).Contains(word, StringComparison.Ordinal))
        && !words.Prices.Any(word => statement.Slice(clause.Start, mention.Span.Start).Contains(word, StringComparison.Ordinal));

    private StatisticRecord? Read(Statement statement, TextSpan clause, int from, QuantityMention mention, DocumentContext context) =>
        Named(statement, clause, from, mention, context) is var (subject, measure) && subject.Length > 0
            ? ToRecord(statement, clause, mention, subject, measure, context)
            : null;

    // 两个项目 and 作者用三天 tell a story, they measure nothing: small counts in words, and times that no word sets equal to something.
    private bool IsPassing(Statement statement, int from, QuantityMention mention)
    {
        if (mention.Quantity.Kind == QuantityKind.Count) return mention.Quantity.Value < 10 && !char.IsAsciiDigit(mention.Quantity.Text[0]);
        if (mention.Quantity.Kind != QuantityKind.Measure || !words.Times.Contains(mention.Quantity.Unit) || mention.Quantity.Value >= LongestTime) return false;
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
        string before = naming.WithoutPer(words.Trim(written), mention.Quantity);
        string behind = statement.Slice(mention.Span.End, clause.End).ToString().Trim();
        if (naming.Shared(behind, before) is { } shared) return shared;
        if (mention.Quantity.Kind == QuantityKind.Percent && naming.Remaining(written.Trim(), behind) is { } remaining) return remaining;
        if (mention.Quantity.Kind == QuantityKind.Count && naming.Counted(behind) is { } counted) return (counted, StatisticNaming.Short(before));
        string? owner = Owner(statement, clause, mention);
        string earlier = owner is null && (before.Length == 0 || words.Measures.Contains(before)) ? EarlierClause(statement, clause) : "";
        if (owner is null && earlier.Length > 0) return (StatisticNaming.Short(earlier) ?? "", before.Length > 0 ? before : naming.Said(mention, behind));
        owner ??= Topic(statement, clause, context);
        if (owner is null) return before.Length > 0 ? naming.Split(before) : ("", null);
        int at = before.IndexOf(owner, StringComparison.Ordinal);
        string measure = at >= 0 ? words.Trim(before[(at + owner.Length)..]) : before;
        return (owner, StatisticNaming.Short(measure) ?? naming.Said(mention, behind));
    }

    // Dates go together with the word that sets them in time: 到2025年算力规模.
    private string WithoutDates(Statement statement, TextSpan span)
    {
        string text = statement.TextOf(span);
        foreach (DateMention date in statement.In<DateMention>(span).Reverse())
        {
            int start = date.Span.Start - span.Start;
            if (words.IsComparedWith(text[..start]) || text.AsSpan(0, start).EndsWith("比")) continue;
            string? word = words.BeforeDates.FirstOrDefault(word => text.AsSpan(0, start).EndsWith(word, StringComparison.Ordinal));
            text = text.Remove(start - (word?.Length ?? 0), date.Span.Length + (word?.Length ?? 0));
        }

        return text;
    }

    // The last product or organization before the figure, in its clause or an earlier one of the sentence.
    private static string? Owner(Statement statement, TextSpan clause, QuantityMention mention)
    {
        Mention? owner = LastName(statement, new TextSpan(clause.Start, mention.Span.Start)) ?? FirstName(statement, new TextSpan(statement.Span.Start, clause.Start));
        return owner is null ? null : NameOf(owner);
    }

    // Whom the block is about; a sentence's first clause names its own subject.
    private static string? Topic(Statement statement, TextSpan clause, DocumentContext context) =>
        statement.Clauses.Length > 0 && statement.Clauses[0] != clause && context.Topics.Of(statement.Block) is [var topic, ..] ? topic.Name : null;

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

    // The words before the figure of an earlier clause, or all of one without a figure.
    private string EarlierClause(Statement statement, TextSpan clause)
    {
        for (int index = statement.Clauses.IndexOf(clause) - 1; index >= 0; index--)
        {
            TextSpan earlier = statement.Clauses[index];
            int end = statement.In<QuantityMention>(earlier).FirstOrDefault()?.Span.Start ?? earlier.End;
            if (words.Trim(WithoutDates(statement, new TextSpan(earlier.Start, end))) is { Length: > 1 } text) return text;
        }

        return "";
    }
}

using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Recognition.Dates;

/// <summary>Completes the expressions of one document. One resolver a document.</summary>
internal sealed class DateResolver
{
    private readonly DateStructure structure;
    private readonly ImmutableArray<DateExpression> expressions;
    private readonly DateReading?[] readings;
    private readonly ImmutableDictionary<TextSpan, OrphanYear> orphans;
    private readonly DateGovernors governors;

    public DateResolver(DateStructure structure, DateRules rules, ImmutableArray<DateExpression> expressions)
    {
        (this.structure, this.expressions) = (structure, expressions);
        readings = new DateReading?[expressions.Length];
        orphans = OrphanYears.Assign(expressions, structure).SetItems(RangedLists.Assign(expressions, structure));
        governors = new DateGovernors(structure, rules, expressions, readings);
    }

    /// <summary>A reading for each expression, null where a part is missing and nothing governs it.</summary>
    public ImmutableArray<DateReading?> Resolve()
    {
        // What is complete comes first: a heading may stand behind what it governs.
        for (int i = 0; i < expressions.Length; i++)
            if (expressions[i].IsComplete) readings[i] = Complete(expressions[i]);
        governors.FindDocumentDate();
        for (int i = 0; i < expressions.Length; i++)
            if (!expressions[i].IsComplete) readings[i] = expressions[i].Rule.Relative is { } relative ? Count(i, relative) : Inherit(i);
        return [.. readings];
    }

    private DateReading? Complete(DateExpression expression) =>
        Reading(expression, expression.From, expression.To, expression.IsShortYear ? DateBasis.Relative : DateBasis.Explicit, null);

    private DateReading? Inherit(int index)
    {
        DateExpression expression = expressions[index];
        if (orphans.TryGetValue(expression.Span, out OrphanYear? orphan)) return Infer(expression, orphan);
        bool needsMonth = expression.From is { Day: not null, Month: null };
        if (governors.For(index, needsMonth) is not { } governor) return null;
        DateParts known = needsMonth ? governor.Reading.From : new DateParts(governor.Year);
        DateReading? reading = Reading(expression, expression.From.FilledFrom(known), expression.To?.FilledFrom(known), governor.IsInferred ? DateBasis.Inferred : DateBasis.Inherited, governor.Anchor);
        if (reading is null || governor.OtherYear is not { } other || expression.To is not null) return reading;
        DateParts alternative = expression.From.FilledFrom(new DateParts(other));
        return alternative.IsPossible ? reading with { Date = reading.Date with { Alternatives = [alternative.Format()] } } : reading;
    }

    private DateReading? Infer(DateExpression expression, OrphanYear orphan)
    {
        DateReading? reading = Reading(
            expression, expression.From with { Year = orphan.Box.From.Year }, null, DateBasis.Inferred, orphan.Box.Span);
        DateParts naive = expression.From with { Year = orphan.NaiveYear };
        return reading is null || !naive.IsPossible
            ? reading
            : reading with { Date = reading.Date with { Alternatives = [naive.Format()] } };
    }

    private DateReading? Count(int index, RelativeDate relative)
    {
        DateExpression expression = expressions[index];
        DateGovernor? governor = relative.FromDocument ? governors.DocumentDate(index, relative.Unit) : governors.NamedLast(index, relative.Unit);
        if (governor is not null && relative.Unit == DateUnit.Week)
            return DateWeeks.Find(governor.Reading, relative.Offset, expression.Weekday) is var (first, last) ? Reading(expression, first, last, DateBasis.Relative, governor.Anchor) : null;
        if (governor is null || Shift(governor, relative with { Offset = relative.Offset * expression.Count }) is not { } shifted) return null;
        DateParts written = expression.From;
        DateParts parts = relative.Unit == DateUnit.Year ? written with { Year = shifted.Year }
            : relative.Unit == DateUnit.Month ? shifted with { Day = written.Day }
            : shifted;
        return Reading(expression, parts, null, DateBasis.Relative, governor.Anchor);
    }

    private static DateParts? Shift(DateGovernor governor, RelativeDate relative)
    {
        DateParts from = governor.Reading.From;
        switch (relative.Unit)
        {
            case DateUnit.Year:
                return new DateParts(governor.Year + relative.Offset);
            case DateUnit.Month when from is { Year: > 1900 and < 2100, Month: { } month }:
                DateOnly moved = new DateOnly(from.Year.Value, month, 1).AddMonths(relative.Offset);
                return new DateParts(moved.Year, moved.Month);
            case DateUnit.Day when from is { Year: > 1900 and < 2100, Month: { } month, Day: { } day }:
                return DateParts.From(new DateOnly(from.Year.Value, month, day).AddDays(relative.Offset));
            default:
                return null;
        }
    }

    private DateReading? Reading(DateExpression expression, DateParts from, DateParts? to, DateBasis basis, TextSpan? anchor)
    {
        if (from.Year is null || !from.IsPossible) return null;
        string value = from.Format();
        DatePrecision precision = from.Precision;
        if (to is { } end)
        {
            if (end.Year is null || !end.IsPossible) return null;
            string last = end.Format();
            if (DateArithmetic.Compare(value, last) > 0) return null;
            (value, precision) = ($"{value}/{last}", DatePrecision.Range);
        }

        var date = new ResolvedDate(value, precision, basis, expression.Span.Of(structure.Text.Text)) { Anchor = anchor };
        return new DateReading(from, to, date);
    }
}

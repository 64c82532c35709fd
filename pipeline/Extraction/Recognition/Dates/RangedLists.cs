using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Recognition.Dates;

/// <summary>
/// Below a period of two years (2023年6月—2024年9月) a dated list runs forward: it begins in the first year, and where it steps back
/// (…, 11.20, 2.7) the next has begun. Only a list that stays inside its period is read so.
/// </summary>
internal static class RangedLists
{
    /// <summary>For each item whose month the period has twice: its year, and the other that the period allows.</summary>
    public static ImmutableDictionary<TextSpan, OrphanYear> Assign(ImmutableArray<DateExpression> expressions, DateStructure structure)
    {
        var assigned = ImmutableDictionary.CreateBuilder<TextSpan, OrphanYear>();
        Dictionary<int, DateExpression> periods = expressions
            .Where(expression => expression is { From: { Year: not null, Month: not null }, To: { Year: not null, Month: not null } } && DatedBullets.IsPeriod(expression, structure))
            .GroupBy(expression => expression.Block).ToDictionary(group => group.Key, group => group.First());
        if (periods.Count == 0) return assigned.ToImmutable();
        foreach (IGrouping<int, DateExpression> list in expressions.Where(expression => OrphanYears.OpensItem(expression, structure))
            .GroupBy(item => structure.Above(structure.Text.Blocks[item.Block]).Select(block => block.Index).FirstOrDefault(periods.ContainsKey, -1)))
            if (list.Key >= 0) AssignList(periods[list.Key], [.. list], assigned);
        return assigned.ToImmutable();
    }

    private static void AssignList(DateExpression period, List<DateExpression> list, ImmutableDictionary<TextSpan, OrphanYear>.Builder assigned)
    {
        int year = period.From.Year!.Value;
        if (list[0].From.Month < period.From.Month) year++;
        var years = new List<int>();
        for (int i = 0; i < list.Count; i++)
        {
            if (i > 0 && OrphanYears.IsBefore(list[i].From, list[i - 1].From)) year++;
            if (!Contains(period, year, list[i])) return;
            years.Add(year);
        }

        for (int i = 0; i < list.Count; i++)
        {
            int other = Contains(period, years[i] - 1, list[i]) ? years[i] - 1 : years[i] + 1;
            if (Contains(period, other, list[i])) assigned[list[i].Span] = new OrphanYear(period with { From = new DateParts(years[i]) }, other);
        }
    }

    private static bool Contains(DateExpression period, int year, DateExpression item)
    {
        int month = (year * 12) + item.From.Month!.Value;
        return month >= (period.From.Year * 12) + period.From.Month && month <= (period.To!.Value.Year * 12) + period.To.Value.Month;
    }
}

using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Recognition.Dates;

/// <summary>
/// Extraction tools often print a time line's year boxes away from their items. Where a dated list runs backwards
/// (…, 8.10, 2.7) below one year, and a later year of the same page has no items, the list's rest belongs to that year.
/// </summary>
internal static class OrphanYears
{
    private const int LongestBullet = 3;

    /// <summary>For each bullet that changes its year: the year box that it belongs to and the year that its place suggests.</summary>
    public static ImmutableDictionary<TextSpan, OrphanYear> Assign(ImmutableArray<DateExpression> expressions, DateStructure structure)
    {
        var assigned = ImmutableDictionary.CreateBuilder<TextSpan, OrphanYear>();
        foreach (IGrouping<int, DateExpression> page in expressions.GroupBy(expression => structure.Text.Blocks[expression.Block].Page))
            AssignPage([.. page], structure, assigned);
        return assigned.ToImmutable();
    }

    private static void AssignPage(List<DateExpression> page, DateStructure structure, ImmutableDictionary<TextSpan, OrphanYear>.Builder assigned)
    {
        Dictionary<int, DateExpression> boxes = page
            .Where(expression => expression.From is { Month: null, Quarter: null, Half: null } && expression.To is null && DatedBullets.IsPeriod(expression, structure))
            .GroupBy(expression => expression.Block).ToDictionary(group => group.Key, group => group.First());
        ILookup<int, DateExpression> lists = page
            .Where(expression => OpensItem(expression, structure))
            .ToLookup(bullet => structure.Above(structure.Text.Blocks[bullet.Block]).Select(block => (int?)block.Index).FirstOrDefault(index => boxes.ContainsKey(index!.Value)) ?? -1);
        var orphans = boxes.Where(box => !lists.Contains(box.Key)).Select(box => box.Value).OrderBy(box => box.From.Year).ToList();
        foreach (IGrouping<int, DateExpression> list in lists.Where(list => list.Key >= 0))
        {
            DateExpression box = boxes[list.Key];
            List<DateExpression> rest = AfterStepBack([.. list]);
            DateExpression? orphan = orphans.Find(other => other.From.Year > box.From.Year);
            if (rest.Count == 0 || orphan is null) continue;
            orphans.Remove(orphan);
            foreach (DateExpression bullet in rest) assigned[bullet.Span] = new OrphanYear(orphan, box.From.Year!.Value);
        }
    }

    private static List<DateExpression> AfterStepBack(List<DateExpression> list)
    {
        for (int i = 1; i < list.Count; i++)
            if (IsBefore(list[i].From, list[i - 1].From)) return list[i..];
        return [];
    }

    // 5月 is not before 5.6: only what both say is compared.
    internal static bool IsBefore(DateParts later, DateParts earlier) =>
        later.Month < earlier.Month || (later.Month == earlier.Month && later.Day < earlier.Day);

    // A list's items may open with 3.16, 3月16日 or 3月.
    internal static bool OpensItem(DateExpression expression, DateStructure structure)
    {
        if (expression.Rule.Position == DatePosition.Bullet) return true;
        if (expression is not { Rule.Relative: null, From: { Year: null, Month: not null }, To: null }) return false;
        Block block = structure.Text.Blocks[expression.Block];
        return block.Role is BlockRole.ListItem or BlockRole.Paragraph && expression.Span.Start - block.Span.Start <= LongestBullet;
    }
}

internal sealed record OrphanYear(DateExpression Box, int NaiveYear);

using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Recognition.Dates;

/// <summary>Tells lists whose items open with a date (3.16 某公司发布…) from outline numbers (3.1 市场规模).</summary>
internal static class DatedBullets
{
    /// <summary>The expressions without those bullet dates that are outline numbers or that nothing confirms.</summary>
    public static ImmutableArray<DateExpression> Confirm(ImmutableArray<DateExpression> expressions, DateStructure structure)
    {
        ImmutableArray<DateExpression> bullets = [.. expressions.Where(IsBullet)];
        if (bullets.IsEmpty) return expressions;
        HashSet<int> periods = [.. expressions.Where(expression => IsPeriod(expression, structure)).Select(expression => expression.Block)];
        HashSet<int> pages = [.. periods.Select(block => structure.Text.Blocks[block].Page)];
        var accepted = new HashSet<TextSpan>();
        foreach (IGrouping<(int, int?, int?), DateExpression> list in bullets.GroupBy(bullet => ListOf(structure.Text.Blocks[bullet.Block])))
            if (IsDated([.. list], periods, pages, structure)) accepted.UnionWith(list.Select(bullet => bullet.Span));
        return [.. expressions.Where(expression => !IsBullet(expression) || accepted.Contains(expression.Span))];
    }

    private static bool IsBullet(DateExpression expression) => expression.Rule.Position == DatePosition.Bullet;

    private static (int Page, int? Parent, int? Table) ListOf(Block block) => (block.Page, block.Parent, block.Cell?.Table);

    /// <summary>Whether the expression is all that its block says, with a year: 2021, 2023年6月至2023年8月.</summary>
    public static bool IsPeriod(DateExpression expression, DateStructure structure)
    {
        Block block = structure.Text.Blocks[expression.Block];
        return expression.IsComplete && expression.Span.Length * 2 > structure.Text.Text.AsSpan(block.Span.Start, block.Span.Length).Trim().Length;
    }

    private static bool IsDated(List<DateExpression> list, HashSet<int> periods, HashSet<int> pages, DateStructure structure)
    {
        if (IsOutline(list)) return false;
        Block block = structure.Text.Blocks[list[0].Block];
        if (list.Count > 2 || structure.Above(block).Any(above => periods.Contains(above.Index))) return true;
        if (structure.ColumnHeaders(block).Any()) return true;
        return pages.Contains(block.Page) || (list.Count == 2 && list.Exists(item => item.From.Day > 9));
    }

    // Outline numbers count: 1.1, 1.2, 1.3, 2.1. Dates jump. A single 1.1 says nothing and is taken for a number.
    private static bool IsOutline(List<DateExpression> list)
    {
        if (list[0].From is not { Day: 1 }) return false;
        for (int i = 1; i < list.Count; i++)
        {
            (DateParts before, DateParts now) = (list[i - 1].From, list[i].From);
            bool isNext = now.Month == before.Month && now.Day == before.Day + 1;
            bool opensChapter = now.Month == before.Month + 1 && now.Day == 1;
            if (!isNext && !opensChapter) return false;
        }

        return true;
    }
}

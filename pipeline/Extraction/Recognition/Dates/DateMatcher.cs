using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Extraction.Documents;
using Extraction.Recognition.Quantities;

namespace Extraction.Recognition.Dates;

/// <summary>Finds the expressions that the rules describe: leftmost first, the longest of those that start together.</summary>
internal sealed class DateMatcher(DateRules rules, NumberWords numbers)
{
    private const int Rim = 8;
    private const int LongestTitle = 120;

    public ImmutableArray<DateExpression> Find(DateStructure structure)
    {
        var found = new List<DateExpression>();
        var free = new int[rules.Rules.Length];
        foreach (Block block in structure.Text.Blocks)
            if (block.Role != BlockRole.Furniture) Scan(structure, block, free, found);
        found.Sort((left, right) => left.Span.Start != right.Span.Start ? left.Span.Start.CompareTo(right.Span.Start)
            : left.Span.End != right.Span.End ? right.Span.End.CompareTo(left.Span.End)
            : left.Rule.Order.CompareTo(right.Rule.Order));
        return [.. NearWrittenYears(WithoutOverlaps(found))];
    }

    // free: where each rule may find its next expression, behind its last one.
    private void Scan(DateStructure structure, Block block, int[] free, List<DateExpression> found)
    {
        string text = structure.Text.Text;
        bool opens = true;
        int titleEnd = 0;
        for (int position = block.Span.Start; position + 1 < block.Span.End; position++)
        {
            // A year in a title (《行动计划（2024—2026年）》) is part of a name and dates nothing.
            if (text[position] == '《') titleEnd = Math.Max(titleEnd, TitleEnd(text, position, block.Span.End));
            if (position < titleEnd) continue;
            bool isBehindDigit = position > block.Span.Start && char.IsAsciiDigit(text[position - 1]);
            foreach (DateRule rule in rules.StartingWith(text[position], text[position + 1]))
            {
                if (position < free[rule.Order] || (isBehindDigit && rule.NeverBehindDigit) || !(opens || rule.Position is DatePosition.Anywhere or DatePosition.Title)) continue;
                if (Read(rule, position, structure, block) is not { } expression) continue;
                found.Add(expression);
                free[rule.Order] = expression.Span.End;
            }

            opens = opens && IsLead(text[position]);
        }
    }

    // Position of the closing mark, 0 where the title does not close.
    private static int TitleEnd(string text, int position, int limit)
    {
        int length = text.AsSpan(position, Math.Min(LongestTitle, limit - position)).IndexOf('》');
        return length < 0 ? 0 : position + length;
    }

    // Blanks and bullets may stand before what opens a block.
    private bool IsLead(char character) => char.IsWhiteSpace(character) || rules.Bullets.Contains(character, StringComparison.Ordinal);

    private DateExpression? Read(DateRule rule, int position, DateStructure structure, Block block)
    {
        Match match = rule.Pattern.Match(structure.Text.Text, position);
        if (!match.Success) return null;
        var span = new TextSpan(position, position + match.Length);
        if (!block.Span.Contains(span)) return null;
        if (!HasFreeRims(rule, structure.Text.Text, block.Span, span) || !StandsRight(rule, structure, block, span)) return null;
        DateExpression expression = Parse(rule, match, span, block.Index);
        return expression.From.IsPossible && expression.To is null or { IsPossible: true } ? expression : null;
    }

    private static bool HasFreeRims(DateRule rule, string text, TextSpan block, TextSpan span)
    {
        int start = Math.Max(block.Start, span.Start - Rim), end = Math.Min(block.End, span.End + Rim);
        if (rule.NotBefore is { } before && before.IsMatch(text.AsSpan(start, span.Start - start))) return false;
        return rule.NotAfter is not { } after || !after.IsMatch(text.AsSpan(span.End, end - span.End));
    }

    private bool StandsRight(DateRule rule, DateStructure structure, Block block, TextSpan span)
    {
        if (rule.Position == DatePosition.Anywhere) return true;
        bool isAll = structure.Closes(block, span.End);
        return rule.Position switch
        {
            DatePosition.Box => isAll,
            DatePosition.Heading or DatePosition.Title => block.Role is BlockRole.Title or BlockRole.Heading,
            DatePosition.DateColumn => isAll && IsInDateColumn(structure, block),
            _ => isAll ? IsInDateColumn(structure, block) : OpensText(structure, block, span),
        };
    }

    private static bool OpensText(DateStructure structure, Block block, TextSpan span)
    {
        if (block.Role is BlockRole.Title or BlockRole.Heading or BlockRole.Caption) return false;
        char next = structure.Text.Text.AsSpan(span.End, block.Span.End - span.End).TrimStart()[0];
        return char.IsLetterOrDigit(next) || next is '《' or '“' or '"' or '「' or '【' or '，' or ',' or '—' or '-';
    }

    private bool IsInDateColumn(DateStructure structure, Block block) =>
        block.Cell is not null && structure.ColumnHeaders(block).Any(header => rules.DateColumns.IsMatch(structure.Text.TextOf(header)));

    private DateExpression Parse(DateRule rule, Match match, TextSpan span, int block)
    {
        if (Number(match, "serial") is { } serial) return new DateExpression(span, rule, block, DateParts.FromSerial(serial), null);
        var from = new DateParts(FullYear(match, "y", null), Number(match, "m"), Number(match, "d"), rule.FixedQuarter ?? Number(match, "q"), Number(match, "h"));
        DateParts? to = null;
        if (match.Groups["y2"].Success || match.Groups["m2"].Success || match.Groups["d2"].Success || match.Groups["q2"].Success)
            to = new DateParts(FullYear(match, "y2", from.Year) ?? from.Year, Number(match, "m2"), Number(match, "d2"), Number(match, "q2"));
        if (to is { Day: not null, Month: null }) to = to.Value with { Month = from.Month };
        return new DateExpression(span, rule, block, from, to) { IsShortYear = match.Groups["y"].Length == 2, Count = Number(match, "n") ?? 1, Weekday = Number(match, "w") };
    }

    private int? FullYear(Match match, string group, int? century)
    {
        if (Number(match, group) is not { } year || year >= 100) return Number(match, group);
        return century is { } base1 ? (base1 / 100 * 100) + year : year < 50 ? 2000 + year : 1900 + year;
    }

    private int? Number(Match match, string group)
    {
        Group value = match.Groups[group];
        if (!value.Success) return null;
        return rules.Words.TryGetValue(value.Value, out int word) ? word : numbers.ParseWhole(value.ValueSpan);
    }

    private static List<DateExpression> WithoutOverlaps(List<DateExpression> sorted)
    {
        var kept = new List<DateExpression>();
        int end = 0;
        foreach (DateExpression expression in sorted)
        {
            if (expression.Span.Start < end) continue;
            kept.Add(expression);
            end = expression.Span.End;
        }

        return kept;
    }

    private static IEnumerable<DateExpression> NearWrittenYears(List<DateExpression> expressions)
    {
        HashSet<int> written = [.. expressions.Where(expression => expression is { IsComplete: true, IsShortYear: false }).Select(expression => expression.From.Year!.Value)];
        return expressions.Where(expression => !expression.Rule.NearYears
            || Enumerable.Range(expression.From.Year!.Value - 3, 7).Any(written.Contains));
    }
}

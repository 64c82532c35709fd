using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Extraction.Documents;
using Extraction.Recognition.Quantities;

namespace Extraction.Recognition.Dates;

/// <summary>Finds the expressions that the rules describe: leftmost first, the longest of those that start together.</summary>
internal sealed class DateMatcher(DateRules rules, NumberWords numbers)
{
    private const int Rim = 8;

    public ImmutableArray<DateExpression> Find(DateStructure structure)
    {
        var found = new List<DateExpression>();
        foreach (DateRule rule in rules.Rules) found.AddRange(Matches(rule, structure));
        found.Sort((left, right) => left.Span.Start != right.Span.Start ? left.Span.Start.CompareTo(right.Span.Start)
            : left.Span.End != right.Span.End ? right.Span.End.CompareTo(left.Span.End)
            : left.Rule.Order.CompareTo(right.Rule.Order));
        return [.. NearWrittenYears(WithoutOverlaps(found))];
    }

    private IEnumerable<DateExpression> Matches(DateRule rule, DateStructure structure)
    {
        string text = structure.Text.Text;
        Match match = rule.Pattern.Match(text);
        while (match.Success)
        {
            DateExpression? expression = Read(rule, match, structure);
            if (expression is not null) yield return expression;
            match = rule.Pattern.Match(text, expression is null ? match.Index + 1 : match.Index + match.Length);
        }
    }

    private DateExpression? Read(DateRule rule, Match match, DateStructure structure)
    {
        int index = structure.BlockAt(match.Index);
        if (index < 0) return null;
        Block block = structure.Text.Blocks[index];
        var span = new TextSpan(match.Index, match.Index + match.Length);
        if (block.Role == BlockRole.Furniture || !block.Span.Contains(span)) return null;
        if (!HasFreeRims(rule, structure.Text.Text, block.Span, span) || !StandsRight(rule, structure, block, span)) return null;
        DateExpression expression = Parse(rule, match, span, index);
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
        if (!structure.Opens(block, span.Start, rules.Bullets)) return false;
        bool isAll = structure.Closes(block, span.End);
        return rule.Position switch
        {
            DatePosition.Box => isAll,
            DatePosition.Heading => block.Role is BlockRole.Title or BlockRole.Heading,
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
        return new DateExpression(span, rule, block, from, to) { IsShortYear = match.Groups["y"].Length == 2 };
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

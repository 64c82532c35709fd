using Extraction.Classification;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>
/// Finds when a policy was issued: beside the word of issuing, else beside the title, else in the blocks below a title that stands alone.
/// Dates from which it holds (…起施行) and deadlines (…前反馈) are not among them.
/// </summary>
internal sealed class PolicyDates(PolicyAuthority authority)
{
    private const int LongestGap = 14;
    private const int LongestLink = 2;
    private const int LongestJoint = 30;
    private const int BlocksBelow = 4;

    /// <summary>The date of issue of a title; null where the text gives none.</summary>
    /// <param name="statement">The title's sentence.</param>
    /// <param name="title">The title.</param>
    /// <param name="word">The word of issuing, null where there is none.</param>
    /// <param name="context">The document.</param>
    internal ResolvedDate? Issue(Statement statement, TitleMention title, TextSpan? word, DocumentContext context)
    {
        TextSpan reach = Reach(statement, title);
        ResolvedDate? beside = (word is { } issue ? BesideWord(statement, issue, reach) : null) ?? BesideTitle(statement, title, reach, word is not null)
            ?? Issues(statement, new TextSpan(title.Span.End, reach.End)).FirstOrDefault(date => statement.PrecededByAny(date.Span.Start, authority.DateLabels))?.Date;
        if (beside is not null) return beside;
        if (word is null && IsAlone(statement, title) && Below(statement.Block, context) is { } below) return below;
        if (word is not { } trigger) return null;
        FoundDate? found = context.Dates.Find(statement, trigger, allowBehind: true);
        if (found is not null && (found.Span is not { } span || IsIssue(statement, span) && !IsInTitle(statement, span))) return found.Date;
        ResolvedDate? earlier = Issues(statement, new TextSpan(reach.Start, title.Span.Start)).LastOrDefault()?.Date;
        return earlier ?? (authority.IsEffect(statement.TextOf(trigger)) ? Effective(statement, title) : null);
    }

    /// <summary>The date from which a policy holds: 自2024年1月1日起施行, 6月30日起施行的《…》.</summary>
    internal ResolvedDate? Effective(Statement statement, TitleMention title) =>
        Dates(statement, Reach(statement, title)).FirstOrDefault(date => IsEffective(statement, date.Span))?.Date;

    // From the title before to the title behind; titles that marks join (《A》、《B》) share their dates.
    private static TextSpan Reach(Statement statement, TitleMention title)
    {
        TitleMention[] titles = [.. statement.All<TitleMention>().OrderBy(other => other.Span)];
        int own = Array.IndexOf(titles, title), first = own, last = own;
        while (first > 0 && AreJoined(statement, titles[first - 1], titles[first])) first--;
        while (last + 1 < titles.Length && AreJoined(statement, titles[last], titles[last + 1])) last++;
        return new TextSpan(
            first > 0 ? titles[first - 1].Span.End : statement.Span.Start,
            last + 1 < titles.Length ? titles[last + 1].Span.Start : statement.Span.End);
    }

    private static bool AreJoined(Statement statement, TitleMention one, TitleMention next)
    {
        int gap = next.Span.Start - one.Span.End;
        return gap is >= 0 and <= LongestJoint && statement.Slice(one.Span.End, next.Span.Start).IndexOfAny("，；。：,;") < 0;
    }

    private ResolvedDate? BesideWord(Statement statement, TextSpan word, TextSpan reach)
    {
        TextSpan clause = statement.ClauseAt(word.Start);
        int from = Math.Max(clause.Start, reach.Start);
        if (from < word.Start && Issues(statement, new TextSpan(from, word.Start)).LastOrDefault() is { } before) return before.Date;
        int end = Math.Min(clause.End, reach.End);
        return word.End < end && Issues(statement, new TextSpan(word.End, end)).FirstOrDefault() is { } behind && behind.Span.Start - word.End <= 2 ? behind.Date : null;
    }

    // 去年4月的《…》; 《…》（国发〔2025〕11号）8月26日…. A law that something is done by (根据《…》) has no date of its own there.
    private ResolvedDate? BesideTitle(Statement statement, TitleMention title, TextSpan reach, bool isIssued)
    {
        int clause = Math.Max(statement.ClauseAt(title.Span.Start).Start, reach.Start);
        if (authority.ReferenceWords.Any(word => statement.Slice(clause, title.Span.Start).Contains(word, StringComparison.Ordinal))) return null;
        if (Issues(statement, new TextSpan(clause, title.Span.Start)).LastOrDefault() is { } before && title.Span.Start - before.Span.End <= LongestLink) return before.Date;
        DateMention? behind = Issues(statement, new TextSpan(title.Span.End, reach.End)).FirstOrDefault();
        if (behind is null) return null;
        string gap = WithoutNumber(statement, new TextSpan(title.Span.End, behind.Span.Start));
        return gap.Length <= (isIssued ? LongestGap : LongestLink) && !authority.SaysMore(gap) ? behind.Date : null;
    }

    private static string WithoutNumber(Statement statement, TextSpan span)
    {
        string text = statement.TextOf(span);
        int open = text.IndexOfAny(['（', '(']), close = text.IndexOfAny(['）', ')']);
        return open >= 0 && close > open ? text.Remove(open, close - open + 1) : text;
    }

    // Nothing but the title, its number and what it is: 一、《…办法》.
    private static bool IsAlone(Statement statement, TitleMention title) =>
        statement.Slice(title.Span.End, statement.Block.Span.End).Trim(" 。；").Length <= 3 && title.Span.Start - statement.Block.Span.Start <= LongestJoint;

    private ResolvedDate? Below(Block block, DocumentContext context)
    {
        ResolvedDate? first = null;
        foreach (Block next in context.Blocks.Skip(block.Index + 1).Where(next => next.IsContent).Take(BlocksBelow))
        {
            if (next.Cell is not null || next.Role == BlockRole.Heading) break;
            foreach (Statement statement in context.StatementsByBlock[next.Index])
            {
                if (statement.All<TitleMention>().Any()) return first;
                foreach (DateMention date in Issues(statement, statement.Span))
                    if (statement.PrecededByAny(date.Span.Start, authority.DateLabels)) return date.Date;
                    else if (next.Index == block.Index + 1) first ??= date.Date;
            }
        }

        return first;
    }

    private IEnumerable<DateMention> Issues(Statement statement, TextSpan span) => Dates(statement, span).Where(date => IsIssue(statement, date.Span));

    private static IEnumerable<DateMention> Dates(Statement statement, TextSpan span) =>
        span.Length <= 0 ? [] : statement.In<DateMention>(span).Where(date => date.Date is not null && !IsInTitle(statement, date.Span));

    private static bool IsInTitle(Statement statement, TextSpan span) => statement.All<TitleMention>().Any(title => title.Span.Contains(span));

    private bool IsIssue(Statement statement, TextSpan date) =>
        !IsEffective(statement, date) && !statement.FollowedByAny(date.End, authority.DeadlineWords) && !statement.PrecededByAny(date.Start, authority.BeforeDeadlines);

    private bool IsEffective(Statement statement, TextSpan date) =>
        statement.FollowedByAny(date.End, authority.EffectiveWords) && !statement.PrecededByAny(date.Start, authority.DateLabels) || statement.PrecededByAny(date.Start, authority.BeforeEffective);
}

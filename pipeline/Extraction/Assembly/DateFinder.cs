using System.Collections.Immutable;
using Extraction.Classification;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>A date that an event takes over.</summary>
/// <param name="Date">The date, its basis changed where it stands in another sentence.</param>
/// <param name="Span">Where it stands in the trigger's own sentence; null where it stands elsewhere.</param>
internal sealed record FoundDate(ResolvedDate Date, TextSpan? Span);

/// <summary>
/// Finds the date of an event. In order: the date behind the heading in brackets that states it; in the trigger's clause before it; behind it after 于/在; the adverbial that opens the sentence
/// or an earlier clause (2023年3月，A发布…，B推出…), or ends one; the one of a clause that only announces, before it, or tells the deal's day, behind it; the one that opens the block (3.16 …); the table row's; the opening adverbial of
/// an earlier sentence of the block; a heading above that is nothing but a date. Never made up.
/// </summary>
internal sealed class DateFinder(OutlineDates outline, ArgumentWords words)
{
    private const int BehindTrigger = 12;
    // 甲5月19日晚间公告
    private const int AnnouncementLength = 6;
    // 该交易最初公布于今年3月11日, 交割日为6月12日
    private const int DealDayLength = 12;

    /// <summary>The date of the event that <paramref name="trigger"/> states.</summary>
    /// <param name="statement">Its sentence.</param>
    /// <param name="trigger">The words that state it.</param>
    /// <param name="allowBehind">Whether a date may follow the trigger directly.</param>
    /// <param name="triggers">All triggers of the sentence, where they are known: a clause without one lends its opening date to those behind it.</param>
    internal FoundDate? Find(Statement statement, TextSpan trigger, bool allowBehind, ImmutableArray<TextSpan> triggers = default)
    {
        TextSpan clause = statement.ClauseAt(trigger.Start);
        return Headed(statement, trigger)
            ?? Before(statement, new TextSpan(clause.Start, trigger.Start), allowsModifier: false)
            ?? Behind(statement, clause, trigger, allowBehind)
            ?? Earlier(statement, clause.Start, triggers)
            ?? Before(statement, new TextSpan(clause.Start, trigger.Start), allowsModifier: true)
            ?? Announced(statement, clause.Start)
            ?? Told(statement, clause.End)
            ?? outline.Governing(statement);
    }

    // 甲5月19日公告，以2亿元收购乙: who announces when opens the sentence.
    private FoundDate? Announced(Statement statement, int before)
    {
        // 甲10日表示，因乙收购丙未依法申报，…: a reason is older.
        if (statement.FollowedByAny(before, words.Reasons)) return null;
        foreach (TextSpan clause in statement.Clauses.Where(clause => clause.Start < before).Reverse())
            if (statement.In<DateMention>(clause).LastOrDefault(mention => mention.Date is not null) is { } date
                && statement.TextOf(new TextSpan(date.Span.End, clause.End)) is { Length: <= AnnouncementLength } rest
                && words.Announcing.Any(word => rest.EndsWith(word, StringComparison.Ordinal))) return new FoundDate(date.Date!, date.Span);
        return null;
    }

    // 甲获乙增资，金额近20亿元，交割日为6月12日; 甲买下乙，10日公布: a clause behind the deal that is nothing but its day.
    private FoundDate? Told(Statement statement, int behind)
    {
        foreach (TextSpan clause in statement.Clauses.Where(clause => clause.Start >= behind))
        {
            if (statement.In<Mention>(clause).Any(mention => mention is OrganizationMention or ProductMention)) return null;
            if (statement.In<DateMention>(clause).ToList() is not [{ Date: not null } date] || clause.Length - date.Span.Length > DealDayLength) continue;
            if (words.DealDays.Any(word => statement.TextOf(clause).Contains(word, StringComparison.Ordinal))) return new FoundDate(date.Date, date.Span);
        }

        return null;
    }

    // 【甲收购乙】2018年10月28日宣布: what an entry's heading states takes the date that opens the entry.
    private static FoundDate? Headed(Statement statement, TextSpan trigger)
    {
        if (statement.Slice(statement.Span.Start, trigger.Start) is not ['【', ..] || statement.Slice(trigger.End, statement.Span.End).IndexOf('】') is not (>= 0 and var close)) return null;
        int entry = trigger.End + close + 1;
        if (statement.Slice(trigger.End, entry).Contains('【')) return null;
        return statement.In<DateMention>(new TextSpan(entry, statement.Span.End)).FirstOrDefault() is { Date: { } date } first && first.Span.Start - entry <= 1 ? new FoundDate(date, first.Span) : null;
    }

    // 因一起2024年的专利纠纷败诉: a date with 的 behind it may only describe.
    private static FoundDate? Before(Statement statement, TextSpan region, bool allowsModifier) =>
        statement.In<DateMention>(region).LastOrDefault(mention => mention.Date is not null && (allowsModifier || statement.Slice(mention.Span.End, mention.Span.End + 1) is not ['的'])) is { } found
            ? new FoundDate(found.Date!, found.Span)
            : null;

    // 成立于2019年; a date that modifies the object (2023年版白皮书) is not the event's.
    private static FoundDate? Behind(Statement statement, TextSpan clause, TextSpan trigger, bool allowBehind)
    {
        DateMention? next = statement.In<DateMention>(new TextSpan(trigger.End, clause.End)).FirstOrDefault(mention => mention.Date is not null);
        if (next is null || next.Span.Start - trigger.End > BehindTrigger) return null;
        if (statement.FollowedByAny(next.Span.End, ["版", "年版", "款"])) return null;
        bool isMarked = statement.PrecededByAny(next.Span.Start, ["于", "在", "于 ", "是", "时间为", "时间：", " in ", " on "]) || statement.TextOf(trigger).EndsWith('于');
        bool isDirect = allowBehind && next.Span.Start - trigger.End <= 2;
        return isMarked || isDirect ? new FoundDate(next.Date!, next.Span) : null;
    }

    // An earlier clause of the sentence that opens with a date, is one or ends with one, the nearest: its date reaches on.
    // 三个月后的4月24日，IBM宣布…; 2023年3月成立，…推出…: a founding keeps its date.
    private static FoundDate? Earlier(Statement statement, int before, ImmutableArray<TextSpan> triggers)
    {
        foreach (TextSpan clause in statement.Clauses.Where(clause => clause.Start < before).Reverse())
        {
            bool isFree = triggers.IsDefault || triggers.Any(trigger => clause.Contains(trigger));
            DateMention? opening = isFree ? OutlineDates.OpeningDate(statement, clause) : OutlineDates.FirstDate(statement, clause);
            if (opening is { Date: { } date }) return new FoundDate(date, opening.Span);
            DateMention? last = statement.In<DateMention>(clause).LastOrDefault(mention => mention.Date is not null);
            if (last is not null && last.Span.End >= clause.End - 1 && !statement.PrecededByAny(last.Span.Start, ["于"])) return new FoundDate(last.Date!, last.Span);
        }

        return null;
    }
}

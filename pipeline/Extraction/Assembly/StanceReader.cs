using System.Collections.Immutable;
using Extraction.Classification;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>Says whether a statement is negated, planned, reported or conditional, from cue words around its trigger.</summary>
internal sealed class StanceReader(StanceRules rules)
{
    // A cue right before a trigger may have an adverb between: 尚未正式发布.
    private const int AdverbLength = 4;

    internal (Polarity Polarity, Modality Modality) Read(Statement statement, TextSpan trigger)
    {
        TextSpan clause = statement.ClauseAt(trigger.Start);
        Polarity polarity = IsNegated(statement, clause, trigger) ? Polarity.Negated : Polarity.Affirmed;
        return (polarity, ReadModality(statement, clause, trigger));
    }

    /// <summary>Whether a sentence holds no cue at all: it neither denies nor plans, reports, supposes or asks.</summary>
    internal bool IsPlain(Statement statement)
    {
        var end = new TextSpan(statement.Span.End, statement.Span.End);
        if (IsQuestion(statement, end) || IsDeniedNext(statement, end)) return false;
        foreach (StanceCues cues in new[] { rules.Negated, rules.Planned, rules.Reported, rules.Hypothetical })
            if (HasSentenceCue(statement, cues.Sentence, end) || HasCueBefore(statement, statement.Span, end, cues.Before, isAdjacent: false)) return false;
        string text = statement.TextOf(statement.Span);
        return !rules.Negated.After.Concat(rules.Negated.Later).Concat(rules.Negated.Phrase).Concat(rules.Hypothetical.Phrase).Any(cue => text.Contains(cue, StringComparison.Ordinal));
    }

    private Modality ReadModality(Statement statement, TextSpan clause, TextSpan trigger)
    {
        if (IsQuestion(statement, trigger) || HasSentenceCue(statement, rules.Hypothetical.Sentence, trigger)) return Modality.Hypothetical;
        if (HasPhrase(statement, clause, trigger, rules.Hypothetical.Phrase)) return Modality.Hypothetical;
        if (HasCueBefore(statement, clause, trigger, rules.Planned.Before, isAdjacent: false)) return Modality.Planned;
        if (HasCueBefore(statement, clause, trigger, rules.Hypothetical.Before, isAdjacent: true)) return Modality.Hypothetical;
        return HasSentenceCue(statement, rules.Reported.Sentence, trigger) ? Modality.Reported : Modality.Asserted;
    }

    private static bool HasPhrase(Statement statement, TextSpan clause, TextSpan trigger, ImmutableArray<string> cues)
    {
        string before = statement.TextOf(new TextSpan(clause.Start, trigger.Start));
        return cues.Any(cue => before.Contains(cue, StringComparison.Ordinal));
    }

    // 甲收购乙？ asks and states nothing.
    private static bool IsQuestion(Statement statement, TextSpan trigger)
    {
        string text = statement.Text.Text;
        return text.AsSpan(trigger.End, Math.Min(statement.Span.End + 1, text.Length) - trigger.End).ContainsAny('？', '?');
    }

    // 有自媒体称甲被罚。上述内容纯属捏造: what a report says, the sentence behind it may deny.
    private bool IsDeniedNext(Statement statement, TextSpan trigger)
    {
        int next = statement.Sentence.Index + 1;
        if (next >= statement.Text.Sentences.Length || statement.Text.Sentences[next] is not { } sentence || sentence.Block != statement.Sentence.Block) return false;
        string text = sentence.Span.Of(statement.Text.Text);
        return rules.Negated.Next.Any(word => text.Contains(word, StringComparison.Ordinal))
            && (HasSentenceCue(statement, rules.Reported.Sentence, trigger) || HasSentenceCue(statement, rules.Reported.Next, trigger));
    }

    private bool IsNegated(Statement statement, TextSpan clause, TextSpan trigger)
    {
        if (HasCueBefore(statement, clause, trigger, rules.Negated.Before, isAdjacent: true)) return true;
        if (HasPhrase(statement, clause, trigger, rules.Negated.Phrase)) return true;
        ReadOnlySpan<char> after = statement.Slice(trigger.End, clause.End);
        foreach (string cue in rules.Negated.After)
            if (after.Contains(cue, StringComparison.Ordinal)) return true;
        ReadOnlySpan<char> later = statement.Slice(trigger.End, statement.Span.End);
        foreach (string cue in rules.Negated.Later)
            if (later.Contains(cue, StringComparison.Ordinal)) return true;
        return IsDeniedNext(statement, trigger);
    }

    private static bool HasSentenceCue(Statement statement, ImmutableArray<string> cues, TextSpan trigger)
    {
        ReadOnlySpan<char> before = statement.Slice(statement.Span.Start, trigger.Start);
        foreach (string cue in cues)
            if (before.LastIndexOf(cue, StringComparison.Ordinal) is >= 0 and var at && (cue.Length > 1 || OpensClause(before, at))) return true;
        return false;
    }

    // 若甲公司上市 is a condition; 章若川 is a name.
    private static bool OpensClause(ReadOnlySpan<char> before, int at) => at == 0 || !char.IsLetter(before[at - 1]) || before[at - 1] is '但' or '而' or '且';

    private bool HasCueBefore(Statement statement, TextSpan clause, TextSpan trigger, ImmutableArray<string> cues, bool isAdjacent)
    {
        foreach (string cue in cues)
        {
            int from = Math.Max(clause.Start, isAdjacent ? trigger.Start - cue.Length - AdverbLength : clause.Start);
            for (int at = trigger.Start - cue.Length; at >= from; at--)
                if (statement.Slice(at, at + cue.Length).SequenceEqual(cue) && Counts(statement, new TextSpan(at, at + cue.Length), trigger)) return true;
        }

        return false;
    }

    // A cue is a word of its own (不断 holds no 不), stands in no name or title (…行动计划), and 将 before a name marks the object.
    private bool Counts(Statement statement, TextSpan cue, TextSpan trigger)
    {
        if (!(statement.IsWordBoundary(cue.Start) || IsJoinedToPlace(statement, cue, trigger)) || !statement.IsWordBoundary(cue.End)) return false;
        if (statement.All<Mention>().Any(mention => mention is not DateMention && mention.Span.Overlaps(cue))) return false;
        return !rules.ObjectMarkers.Contains(statement.TextOf(cue)) || !HoldsObject(statement, new TextSpan(cue.End, trigger.Start));
    }

    // 岐江市拟组建…: 拟 that a segmenter joins to what stands before it; 模拟 and 虚拟 are words.
    private static bool IsJoinedToPlace(Statement statement, TextSpan cue, TextSpan trigger) =>
        cue.End == trigger.Start && statement.TextOf(cue) == "拟" && !statement.PrecededByAny(cue.Start, ["模", "虚", "草"]);

    // 将于2024年5月在上海正式发布 is the future: dates, places and an adverb. 将输入价格降至 marks an object.
    private static bool HoldsObject(Statement statement, TextSpan between)
    {
        int times = statement.In<Mention>(between).Where(mention => mention is DateMention or PlaceMention).Sum(mention => mention.Span.Length);
        return between.Length - times > AdverbLength;
    }
}

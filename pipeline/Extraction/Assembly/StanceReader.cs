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

    private Modality ReadModality(Statement statement, TextSpan clause, TextSpan trigger)
    {
        if (IsAsked(statement) || HasSentenceCue(statement, rules.Hypothetical.Sentence, trigger)) return Modality.Hypothetical;
        if (HasCueBefore(statement, clause, trigger, rules.Planned.Before, isAdjacent: false)) return Modality.Planned;
        if (HasCueBefore(statement, clause, trigger, rules.Hypothetical.Before, isAdjacent: true)) return Modality.Hypothetical;
        return HasSentenceCue(statement, rules.Reported.Sentence, trigger) ? Modality.Reported : Modality.Asserted;
    }

    // A question states nothing: 某系统会开源吗？
    private static bool IsAsked(Statement statement) => statement.Slice(statement.Span.Start, statement.Span.End).TrimEnd("”」』）) *") is [.., '？' or '?'];

    private bool IsNegated(Statement statement, TextSpan clause, TextSpan trigger)
    {
        if (HasCueBefore(statement, clause, trigger, rules.Negated.Before, isAdjacent: true)) return true;
        ReadOnlySpan<char> after = statement.Slice(trigger.End, clause.End);
        foreach (string cue in rules.Negated.After)
            if (after.Contains(cue, StringComparison.Ordinal)) return true;
        ReadOnlySpan<char> later = statement.Slice(trigger.End, statement.Span.End);
        foreach (string cue in rules.Negated.Later)
            if (later.Contains(cue, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool HasSentenceCue(Statement statement, ImmutableArray<string> cues, TextSpan trigger)
    {
        ReadOnlySpan<char> before = statement.Slice(statement.Span.Start, trigger.Start);
        foreach (string cue in cues)
            if (before.Contains(cue, StringComparison.Ordinal)) return true;
        return false;
    }

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
        if (!statement.IsWordBoundary(cue.Start) || !statement.IsWordBoundary(cue.End)) return false;
        if (statement.All<Mention>().Any(mention => mention is not DateMention && mention.Span.Overlaps(cue))) return false;
        return !rules.ObjectMarkers.Contains(statement.TextOf(cue)) || !HoldsObject(statement, new TextSpan(cue.End, trigger.Start));
    }

    // 将于2024年5月在上海正式发布 is the future: dates, places and an adverb. 将输入价格降至 marks an object.
    private static bool HoldsObject(Statement statement, TextSpan between)
    {
        int times = statement.In<Mention>(between).Where(mention => mention is DateMention or PlaceMention).Sum(mention => mention.Span.Length);
        return between.Length - times > AdverbLength;
    }
}

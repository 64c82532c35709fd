using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Classification;

/// <summary>
/// Finds the triggers of rules/events.yaml in a statement and leaves out those that are nouns or modifiers. The longest word whose rule
/// allows the clause wins; of two rules with the same word, the first in the file that allows it.
/// </summary>
public sealed class TriggerClassifier : IStatementClassifier
{
    private const double StrongConfidence = 0.9;
    private const double WeakConfidence = 0.5;

    // What may stand between a verb and a name: 首代自研推理芯片.
    private const int LongestDescription = 10;
    private const int LongestConnector = 2;
    private const string ClauseTail = "了的 ”」）)～~";
    private const string NameTail = "（(，,。等";

    private readonly EventRules rules;
    private readonly ImmutableDictionary<char, ImmutableArray<(string Word, TriggerRule Rule)>> byFirst;

    /// <summary>Prepares the rules' words.</summary>
    public TriggerClassifier(EventRules rules)
    {
        this.rules = rules;
        byFirst = rules.Rules
            .SelectMany(rule => rule.Words.Select(word => (Word: word, Rule: rule)))
            .GroupBy(entry => entry.Word[0])
            .ToImmutableDictionary(
                group => group.Key,
                group => group.OrderByDescending(entry => entry.Word.Length).ToImmutableArray());
    }

    /// <inheritdoc/>
    public IEnumerable<Candidate> Classify(Statement statement)
    {
        if (!statement.Block.IsContent) yield break;
        List<TextSpan> names = NamesOf(statement);
        int lead = EndOfLead(statement);
        ImmutableArray<Candidate> told = [.. In(statement, new TextSpan(lead, statement.Span.End), names)];
        foreach (Candidate candidate in told.IsEmpty && lead > statement.Span.Start ? In(statement, statement.Span, names) : told) yield return candidate;
    }

    // 【某公司发布X】8月1日，某公司发布X: the headline in brackets says what the sentence says.
    private static int EndOfLead(Statement statement)
    {
        ReadOnlySpan<char> text = statement.Slice(statement.Span.Start, statement.Span.End);
        return text.StartsWith("【", StringComparison.Ordinal) ? statement.Span.Start + text.IndexOf('】') + 1 : statement.Span.Start;
    }

    private IEnumerable<Candidate> In(Statement statement, TextSpan region, List<TextSpan> names)
    {
        for (int i = region.Start; i < region.End; i++)
        {
            if (Match(statement, i) is not var (word, rule)) continue;
            var trigger = new TextSpan(i, i + word.Length);
            if (!names.Exists(name => name.Overlaps(trigger) && !trigger.Contains(name)) && States(statement, trigger, rule, names))
                yield return new Candidate(
                    statement.Sentence.Index, rule.Label, rule.IsStrong ? StrongConfidence : WeakConfidence, rule.Reference, trigger);
            i = trigger.End - 1;
        }
    }

    private static List<TextSpan> NamesOf(Statement statement) =>
        [.. statement.All<Mention>().Where(mention => mention is OrganizationMention or ProductMention or TitleMention or PersonMention).Select(mention => mention.Span)];

    private (string Word, TriggerRule Rule)? Match(Statement statement, int position)
    {
        if (!byFirst.TryGetValue(statement.Text.Text[position], out ImmutableArray<(string Word, TriggerRule Rule)> entries)) return null;
        ReadOnlySpan<char> rest = statement.Slice(position, statement.Span.End);
        string? clause = null;
        foreach ((string Word, TriggerRule Rule) entry in entries)
        {
            if (!rest.StartsWith(entry.Word, StringComparison.Ordinal) || !IsWholeWord(statement, position, entry.Word)) continue;
            clause ??= statement.TextOf(statement.ClauseAt(position));
            string wide = entry.Rule.RequiresInSentence ? statement.TextOf(statement.Span) : clause;
            if (Allows(entry.Rule, clause, wide) && Fits(statement, entry.Rule, new TextSpan(position, position + entry.Word.Length))) return entry;
        }

        return null;
    }

    private static bool Allows(TriggerRule rule, string clause, string wide) =>
        (rule.Requires.IsEmpty || rule.Requires.Any(word => wide.Contains(word, StringComparison.Ordinal)))
        && !rule.Excludes.Any(word => clause.Contains(word, StringComparison.Ordinal));

    // Short words that are judged by their place must be words: 发 in 开发 is none.
    private static bool Fits(Statement statement, TriggerRule rule, TextSpan trigger)
    {
        if (!rule.EndsClause && !rule.FillsClause) return true;
        // 6月10日出的: what a segmenter makes of 日出 does not count.
        bool followsDate = statement.All<DateMention>().Any(date => date.Span.End == trigger.Start);
        if (!followsDate && !statement.IsWordBoundary(trigger.Start)) return false;
        return rule.EndsClause
            ? statement.Slice(trigger.End, statement.ClauseAt(trigger.Start).End).Trim(ClauseTail).IsEmpty
            : statement.IsWordBoundary(trigger.End) && IsFilled(statement, trigger.End);
    }

    // 推澎湃OS, 宣布第六代TPU Trillium（…）: a description at most, the name, and the clause is over, or the next name follows.
    private static bool IsFilled(Statement statement, int end)
    {
        int limit = statement.ClauseAt(end - 1).End;
        int reached = end;
        foreach (Mention name in statement.In<Mention>(new TextSpan(end, limit)).Where(mention => mention is ProductMention or TitleMention))
        {
            if (name.Span.Start - reached > (reached == end ? LongestDescription : LongestConnector)) break;
            reached = name.Span.End;
        }

        ReadOnlySpan<char> rest = statement.Slice(reached, limit).TrimStart("”」》 ");
        return reached > end && (rest.IsEmpty || NameTail.Contains(rest[0]) || rest.StartsWith("系列", StringComparison.Ordinal));
    }

    // Latin triggers must be words of their own.
    private static bool IsWholeWord(Statement statement, int position, string word) =>
        !char.IsAsciiLetter(word[0])
        || (!(position > 0 && char.IsAsciiLetter(statement.Text.Text[position - 1]))
            && !(position + word.Length < statement.Text.Text.Length && char.IsAsciiLetter(statement.Text.Text[position + word.Length])));

    private bool States(Statement statement, TextSpan trigger, TriggerRule rule, List<TextSpan> names)
    {
        // A name right behind settles it: 发布商量3.0 is not 发布商.
        if (names.Exists(name => name.Start == trigger.End)) return true;
        if (statement.FollowedByAny(trigger.End, rules.Nominal.After) || statement.FollowedByAny(trigger.End, rule.NotFollowedBy)) return false;
        // 甲辰信息创立于2011年: 信息 is the end of a name.
        if (statement.PrecededByAny(trigger.Start, rules.Nominal.Before) && !names.Exists(name => name.End == trigger.Start)) return false;
        return !statement.FollowedByAny(trigger.End, rules.Nominal.Attributive) || HasDateBefore(statement, trigger);
    }

    private static bool HasDateBefore(Statement statement, TextSpan trigger)
    {
        TextSpan clause = statement.ClauseAt(trigger.Start);
        return statement.In<DateMention>(new TextSpan(clause.Start, trigger.Start)).Any(date => date.Date is not null);
    }
}

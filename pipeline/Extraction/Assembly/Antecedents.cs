using System.Collections.Immutable;
using Extraction.Classification;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>
/// The product that a clause leaves out or only points at: iOS 26，9月15日推送; **某某 3。** 某公司8月14日放出这款模型. It stands in an
/// earlier clause of the sentence, or heads the block.
/// </summary>
internal sealed class Antecedents(ArgumentWords words)
{
    // What a clause without an object may hold besides dates, places and its subject: 也在这一天, 本月的.
    private const int BareLength = 6;

    private readonly ObjectFinder objects = new(words);

    /// <summary>What was found, or what it points at; unchanged where nothing fits.</summary>
    internal ImmutableArray<FoundObject> Resolve(TriggerScope scope, SubjectMemory subjects, ImmutableArray<FoundObject> found)
    {
        bool isOpen = found.IsEmpty ? IsBare(scope, subjects) : found[0].Object.Kind == "other" && scope.Statement.FollowedByAny(scope.Trigger.End, words.Pronouns);
        return isOpen && Find(scope, subjects) is { } product ? [product] : found;
    }

    private FoundObject? Find(TriggerScope scope, SubjectMemory subjects)
    {
        var before = new TextSpan(scope.Statement.Span.Start, scope.Clause.Start);
        return objects.Before(scope.Statement, before) ?? LeadOf(scope, subjects);
    }

    // A heading in brackets stands in the first clause of its entry.
    private static FoundObject? LeadOf(TriggerScope scope, SubjectMemory subjects) =>
        subjects.Lead is { } lead && lead.Span.End <= scope.Trigger.Start ? lead : null;

    private static bool IsBare(TriggerScope scope, SubjectMemory subjects) =>
        LengthWithoutMentions(scope.Statement, new TextSpan(Math.Max(scope.Clause.Start, LeadOf(scope, subjects)?.Span.End + 1 ?? 0), scope.Trigger.Start)) <= BareLength
        && LengthWithoutMentions(scope.Statement, scope.Right) <= BareLength;

    private static int LengthWithoutMentions(Statement statement, TextSpan span) =>
        span.Length - statement.In<Mention>(span).Where(mention => mention is DateMention or PlaceMention or OrganizationMention).Sum(mention => mention.Span.Length);
}

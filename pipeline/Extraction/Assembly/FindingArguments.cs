using System.Collections.Immutable;
using Extraction.Classification;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>Arguments of findings: who studies stands before the trigger; what was found behind it, or in the clause that follows (发现，…; 刊文，阐明…).</summary>
internal sealed class FindingArguments(ArgumentWords words, SubjectFinder subjectFinder)
{
    // Less says nothing: 有, 说.
    private const int ShortestFinding = 2;

    private readonly ObjectFinder objects = new(words);

    /// <summary>The finding; none where nobody is named who found it, or nothing that was found.</summary>
    internal IEnumerable<EventDraft> Read(TriggerScope scope, SubjectMemory subjects)
    {
        Agents subject = subjectFinder.Find(scope, subjects);
        FoundObject? found = objects.After(scope.Statement, scope.Right, needsName: true).FirstOrDefault()
            ?? objects.Before(scope.Statement, scope.Left) ?? Found(scope);
        if (found is null || subject.IsEmpty) yield break;
        yield return new EventDraft
        {
            Participants = Arguments.AsAgents(subject.Organizations),
            Object = found.Object,
            Spans = [.. Arguments.SpansOf(scope, subject.Organizations), found.Span],
        };
    }

    private FoundObject? Found(TriggerScope scope)
    {
        ImmutableArray<TextSpan> behind = [scope.Right, .. scope.Statement.Clauses.Where(clause => clause.Start >= scope.Clause.End)];
        return behind.Take(2).Select(region => Topic(scope.Statement, region)).FirstOrDefault(topic => topic is not null);
    }

    // 在钠电池层状正极里掺入…: what the finding is about opens it, behind verbs, prepositions and measure words.
    private FoundObject? Topic(Statement statement, TextSpan region)
    {
        int start = region.Start;
        while (words.FindingLeads.FirstOrDefault(word => start + word.Length < region.End && statement.FollowedByAny(start, [word])) is { } lead) start += lead.Length;
        int end = objects.FirstWord(statement, new TextSpan(start, region.End), words.FindingEnds);
        if (end - start > ObjectFinder.LongestPhrase && statement.Slice(start, end).IndexOf('的') is > ShortestFinding and var of) end = start + of;
        var span = new TextSpan(start, Math.Max(start, end));
        return span.Length is < ShortestFinding or > ObjectFinder.LongestPhrase ? null : new FoundObject(new EventObject(statement.TextOf(span).Trim(), "other", null), span);
    }
}

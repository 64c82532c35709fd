using System.Collections.Immutable;
using Extraction.Classification;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>
/// Who does what a trigger states. In order: before the trigger in its clause; in an earlier clause of the sentence; who acted last in
/// the block; whom the block is about. A clause whose subject names nobody (某公司, 市场) takes none over.
/// </summary>
internal sealed class SubjectFinder(ArgumentWords words)
{
    private readonly AgentFinder agents = new(words);

    /// <summary>The agents of a trigger; <paramref name="subjects"/> remembers them for the sentences that follow.</summary>
    internal Agents Find(TriggerScope scope, SubjectMemory subjects)
    {
        Agents found = InClause(scope);
        if (found.IsEmpty && !NamesNobody(scope)) found = CarriedOver(scope, subjects);
        if (!found.IsPassive && !found.IsEmpty) subjects.Last = found.Organizations;
        return found;
    }

    /// <summary>The agents in the trigger's own clause.</summary>
    internal Agents InClause(TriggerScope scope)
    {
        Agents found = agents.Find(scope.Statement, scope.Left);
        return found.IsEmpty && scope.Left.Start > scope.Clause.Start
            ? agents.Find(scope.Statement, new TextSpan(scope.Clause.Start, scope.Trigger.Start))
            : found;
    }

    /// <summary>Agents that stand before the clause.</summary>
    internal Agents CarriedOver(TriggerScope scope, SubjectMemory subjects)
    {
        Agents found = EarlierClause(scope);
        if (found.IsEmpty) found = new Agents(subjects.Last, false);
        return found.IsEmpty ? new Agents(subjects.Topic, false) : found;
    }

    private bool NamesNobody(TriggerScope scope)
    {
        DateMention? date = scope.Statement.In<DateMention>(scope.Clause).FirstOrDefault(mention => mention.Span.Start == scope.Clause.Start);
        int start = date?.Span.End ?? scope.Clause.Start;
        return start < scope.Trigger.Start && scope.Statement.FollowedByAny(start, words.GenericSubjects);
    }

    private Agents EarlierClause(TriggerScope scope)
    {
        for (int i = scope.Statement.Clauses.Length - 1; i >= 0; i--)
        {
            TextSpan clause = scope.Statement.Clauses[i];
            if (clause.Start >= scope.Clause.Start) continue;
            Agents found = agents.Find(scope.Statement, clause);
            if (!found.IsEmpty && !found.IsPassive) return found;
        }

        return Agents.None;
    }
}

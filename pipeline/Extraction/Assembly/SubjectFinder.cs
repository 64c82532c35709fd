using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>
/// Who does what a trigger states. In order: before the trigger in its clause; in an earlier clause of the sentence; who acted last in
/// the block; whom the block is about. Nothing is carried over into a clause that has a subject of its own, be it one that names nobody
/// (某公司, 市场) or a name that no recognizer knows.
/// </summary>
internal sealed class SubjectFinder(ArgumentWords words)
{
    // An adverb and a verb at most: 迅速推出, 完成多轮.
    private const int BareVerbLength = 4;
    private const string Bullets = "•◦·▪●■◆◇▶►○-–*‣∙➤※★☆、—：:";

    private readonly AgentFinder agents = new(words);

    /// <summary>The agents of a trigger; <paramref name="subjects"/> remembers them for the sentences that follow.</summary>
    internal Agents Find(TriggerScope scope, SubjectMemory subjects)
    {
        Agents found = InClause(scope);
        if (found.IsEmpty) found = CarriedOver(scope, subjects);
        if (!found.IsPassive && !found.IsEmpty) subjects.Remember(found.Organizations, scope.Statement.Sentence.Index);
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

    /// <summary>Agents that stand before the clause; none where the clause has a subject of its own.</summary>
    internal Agents CarriedOver(TriggerScope scope, SubjectMemory subjects)
    {
        if (Pointed(scope) is { } pointed) return new Agents([pointed], false);
        if (!LacksSubject(scope)) return Agents.None;
        // 甲由乙运营，后者2013年取得…，2024年完成…: whom an earlier clause has pointed at goes on acting.
        if (EarlierPointed(scope) is { } meant) return new Agents([meant], false);
        // Who acted earlier in the sentence goes on acting, whoever else its clauses name.
        if (subjects.LastSentence == scope.Statement.Sentence.Index) return new Agents(subjects.Last, false);
        Agents found = EarlierClause(scope);
        if (found.IsEmpty) found = new Agents(subjects.Last, false);
        return found.IsEmpty ? new Agents(subjects.Topic, false) : found;
    }

    /// <summary>
    /// Who is meant where a thing opens the clause and nobody stands before the trigger: the only one of the sentence's earlier clauses,
    /// else whom the block is about (“破浪P1”面市 below the heading of its maker).
    /// </summary>
    internal Agents OfTopic(TriggerScope scope, SubjectMemory subjects, TextSpan thing)
    {
        var before = new TextSpan(scope.Clause.Start, scope.Trigger.Start);
        bool isLed = thing.End <= scope.Trigger.Start && !scope.Statement.In<OrganizationMention>(before).Any();
        if (!isLed || scope.Statement.FollowedByAny(before.Start, words.GenericSubjects)) return Agents.None;
        // 百度兑现承诺，文心4.5开源: one name in the sentence is the maker's.
        Agents earlier = EarlierClause(scope);
        return earlier.Organizations.Length == 1 ? earlier : new Agents(subjects.Topic, false);
    }

    /// <summary>The maker that is named only behind the trigger: 某芯片登场（某公司）, 双双上线，出自某公司之手.</summary>
    internal Agents MakerBehind(TriggerScope scope)
    {
        var behind = new TextSpan(scope.Trigger.End, scope.Statement.Span.End);
        OrganizationMention? maker = scope.Statement.In<OrganizationMention>(behind).FirstOrDefault(organization =>
            scope.Statement.PrecededByAny(organization.Span.Start, words.MakerMarkers)
            || (organization.Span.Start == behind.Start + 1 && scope.Statement.PrecededByAny(organization.Span.Start, ["（", "("])));
        return maker is null ? Agents.None : new Agents([maker], false);
    }

    /// <summary>Who is known to make an object.</summary>
    internal static Agents KnownMaker(TriggerScope scope, SubjectMemory subjects, FoundObject thing) =>
        scope.Statement.In<ProductMention>(thing.Span).FirstOrDefault() is { } product && subjects.Makers?.Of(product) is { } maker ? new Agents([maker], false) : Agents.None;

    /// <summary>Whom passive agents act upon: who stands before them in the clause, else who is carried over.</summary>
    internal ImmutableArray<OrganizationMention> BeforeOf(TriggerScope scope, Agents passive, SubjectMemory subjects)
    {
        Agents found = agents.Find(scope.Statement, new TextSpan(scope.Clause.Start, Math.Max(scope.Clause.Start, passive.Organizations[0].Span.Start)));
        if (found.IsEmpty && subjects.LastSentence != scope.Statement.Sentence.Index) found = EarlierClause(scope);
        ImmutableArray<OrganizationMention> acted = !found.IsEmpty ? found.Organizations : subjects.Last.IsEmpty ? subjects.Topic : subjects.Last;
        if (!acted.IsEmpty) subjects.Remember(acted, scope.Statement.Sentence.Index);
        return acted;
    }

    private static OrganizationMention? EarlierPointed(TriggerScope scope)
    {
        TextSpan pointing = scope.Statement.Clauses.LastOrDefault(clause => clause.Start < scope.Clause.Start && scope.Statement.FollowedByAny(clause.Start, ["后者"]));
        if (pointing.Length == 0 || scope.Statement.In<OrganizationMention>(new TextSpan(pointing.Start, scope.Clause.Start)).Any()) return null;
        return scope.Statement.In<OrganizationMention>(new TextSpan(scope.Statement.Span.Start, pointing.Start)).LastOrDefault();
    }

    // 收购乙公司，后者创办于2013年: the last that the sentence has named; 前者 is the first.
    private static OrganizationMention? Pointed(TriggerScope scope)
    {
        var earlier = new TextSpan(scope.Statement.Span.Start, scope.Clause.Start);
        return scope.Statement.FollowedByAny(scope.Clause.Start, ["后者"]) ? scope.Statement.In<OrganizationMention>(earlier).LastOrDefault()
            : scope.Statement.FollowedByAny(scope.Clause.Start, ["前者"]) ? scope.Statement.In<OrganizationMention>(earlier).FirstOrDefault()
            : null;
    }

    // 迅速推出…, 该公司又发布…, 在2023年完成…: what stands before the trigger, dates and sums apart, is short or begins with a pronoun,
    // an adverb or a preposition.
    private bool LacksSubject(TriggerScope scope)
    {
        int start = SkipLead(scope, scope.Clause.Start), length = scope.Trigger.Start - start;
        foreach (Mention mention in scope.Statement.In<Mention>(new TextSpan(start, scope.Trigger.Start)))
        {
            if (mention is not (DateMention or QuantityMention)) continue;
            length -= mention.Span.Length;
            if (mention.Span.Start == start) start = SkipLead(scope, mention.Span.End);
        }

        if (scope.Statement.FollowedByAny(start, words.GenericSubjects)) return false;
        return length <= BareVerbLength || scope.Statement.FollowedByAny(start, words.CarryOverStarts);
    }

    // Bullets and blanks: ▶ 2024.9　与….
    private static int SkipLead(TriggerScope scope, int position)
    {
        while (position < scope.Trigger.Start && scope.Statement.Slice(position, position + 1) is [var c] && (char.IsWhiteSpace(c) || Bullets.Contains(c))) position++;
        return position;
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

using System.Collections.Immutable;
using Extraction.Classification;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>Arguments of rounds, investments and purchases: who pays, who is paid for, how much.</summary>
internal sealed class DealArguments(ArgumentWords words, SubjectFinder subjectFinder)
{
    private readonly AgentFinder agents = new(words);
    private readonly AssetFinder assets = new(words);

    /// <summary>A round: who is funded stands before; amount, round and investors in the clauses that follow.</summary>
    internal IEnumerable<EventDraft> ReadRound(TriggerScope scope, SubjectMemory subjects)
    {
        Agents subject = subjectFinder.Find(scope, subjects);
        if (subject.IsEmpty) yield break;
        var deal = new TextSpan(scope.Clause.Start, scope.Statement.Span.End);
        QuantityMention? sum = words.Price(scope.Statement, scope.Clause) ?? words.Price(scope.Statement, deal);
        ImmutableArray<OrganizationMention> investors = subject.IsPassive ? subject.Organizations : Investors(scope.Statement, subject, deal);
        ImmutableArray<OrganizationMention> funded = subject.IsPassive ? subjectFinder.BeforeOf(scope, subject, subjects) : subject.Organizations;
        if (funded.IsEmpty) yield break;
        yield return Funding(scope, funded, investors, sum);
    }

    /// <summary>An investment: the investor before, who is funded behind; turned round after 获.</summary>
    internal IEnumerable<EventDraft> ReadInvestment(TriggerScope scope, SubjectMemory subjects)
    {
        Agents before = agents.Find(scope.Statement, scope.Left);
        ImmutableArray<OrganizationMention> behind = [.. scope.Statement.In<OrganizationMention>(scope.Right).Take(1)];
        if (before.IsPassive)
        {
            ImmutableArray<OrganizationMention> funded = subjectFinder.BeforeOf(scope, before, subjects);
            if (!funded.IsEmpty) yield return Funding(scope, funded, before.Organizations, words.Price(scope.Statement, scope.Clause));
            yield break;
        }

        // 向零跑汽车投资15亿欧元
        if (behind.IsEmpty) behind = [.. scope.Statement.In<OrganizationMention>(scope.Left).Where(item => scope.Statement.PrecededByAny(item.Span.Start, words.TargetMarkers)).Take(1)];
        // 完成B轮融资，由红杉领投: the round before it has taken the investor up.
        // 以2.6亿元认购公司新增股份: the company that the text is about.
        if (behind.IsEmpty && scope.Statement.FollowedByAny(scope.Trigger.End, words.SelfWords)) behind = subjects.Topic.IsEmpty ? subjects.Last : subjects.Topic;
        // 甲和乙给了七千万: to whom the text is about.
        if (behind.IsEmpty && !before.IsEmpty && scope.Statement.Slice(scope.Right.Start, scope.Right.End).IndexOfAny(['万', '亿']) >= 0) behind = subjects.Topic;
        if (behind.IsEmpty) yield break;
        Agents investors = subjectFinder.Find(scope, subjects);
        if (investors.IsEmpty || investors.Organizations.Any(item => item.Name == behind[0].Name)) yield break;
        yield return Funding(scope, behind, investors.Organizations, words.Price(scope.Statement, scope.Clause));
    }

    /// <summary>A purchase: the buyer before, the target behind or, after 把 and 对, before; turned round after 被.</summary>
    internal IEnumerable<EventDraft> ReadAcquisition(TriggerScope scope, SubjectMemory subjects)
    {
        Agents before = agents.Find(scope.Statement, scope.Left);
        if (before.IsPassive)
        {
            OrganizationMention? bought = subjectFinder.BeforeOf(scope, before, subjects).FirstOrDefault();
            return bought is null ? [] : Acquisition(scope, before.Organizations, new FoundObject(new EventObject(bought.Name, "organization", null), bought.Span));
        }

        // 甲与乙的合并是8月公告的: the first takes the second in.
        if (before.Organizations is [var first, var second] && scope.Statement.Slice(second.Span.End, scope.Trigger.Start) is ['的'] && assets.Behind(scope, null) is null)
            return Acquisition(scope, [first], new FoundObject(new EventObject(second.Name, "organization", null), second.Span));
        Agents buyer = subjectFinder.Find(scope, subjects);
        return (assets.Handled(scope) ?? assets.Behind(scope, null)) is { } target ? Acquisition(scope, Buyers(scope, buyer, target), target) : [];
    }

    // 甲与乙股东签约，以3900万欧元取得后者75%股份: who buys 后者 is whom the sentence has named before it.
    private static ImmutableArray<OrganizationMention> Buyers(TriggerScope scope, Agents buyer, FoundObject target)
    {
        if (scope.Statement.Span.Start > target.Span.Start || target.Span.End > scope.Clause.Start || !buyer.Organizations.Any(item => item.Name == target.Object.Name)) return buyer.Organizations;
        return [.. scope.Statement.In<OrganizationMention>(new TextSpan(scope.Statement.Span.Start, target.Span.Start)).Where(item => item.Name != target.Object.Name).Take(1)];
    }

    private static EventDraft Funding(
        TriggerScope scope, ImmutableArray<OrganizationMention> funded, ImmutableArray<OrganizationMention> investors, QuantityMention? sum) => new()
        {
            Participants = [.. Arguments.As("target", funded), .. Arguments.As("investor", investors)],
            Amount = Arguments.ToAmount(sum),
            Round = Arguments.Round(scope.Statement.TextOf(scope.Clause)),
            Spans = [.. Arguments.SpansOf(scope, funded), .. Arguments.SpansOf(scope, investors), .. Arguments.SpansOf(scope, sum)],
        };

    private IEnumerable<EventDraft> Acquisition(TriggerScope scope, ImmutableArray<OrganizationMention> buyers, FoundObject target)
    {
        if (buyers.IsEmpty || buyers.Any(buyer => buyer.Name == target.Object.Name)) yield break;
        yield return new EventDraft
        {
            Participants = [.. Arguments.AsAgents(buyers), .. target.Object.Kind == "organization" ? [new Participant("target", target.Object.Name)] : Array.Empty<Participant>()],
            Object = target.Object,
            Amount = Arguments.ToAmount(words.Price(scope.Statement, scope.Clause) ?? words.Price(scope.Statement, new TextSpan(scope.Clause.Start, scope.Statement.Span.End))),
            Spans = [.. Arguments.SpansOf(scope, buyers), .. scope.Statement.Span.Contains(target.Span) ? [target.Span] : Array.Empty<TextSpan>()],
        };
    }

    private ImmutableArray<OrganizationMention> Investors(Statement statement, Agents funded, TextSpan deal)
    {
        var found = ImmutableArray.CreateBuilder<OrganizationMention>();
        foreach (TextSpan clause in statement.Clauses.Where(clause => deal.Contains(clause)))
            if (words.InvestorMarkers.Any(marker => statement.TextOf(clause).Contains(marker, StringComparison.Ordinal)))
                found.AddRange(statement.In<OrganizationMention>(clause).Where(item => !funded.Organizations.Any(own => own.Name == item.Name)));
        return found.ToImmutable();
    }
}

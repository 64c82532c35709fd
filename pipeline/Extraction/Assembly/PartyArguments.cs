using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>Arguments of what happens between or to parties: partnerships, appointments, listings, legal cases.</summary>
internal sealed class PartyArguments(ArgumentWords words, SubjectFinder subjectFinder)
{
    private const int LongestRest = 24;

    private readonly AgentFinder agents = new(words);
    private readonly ObjectFinder objects = new(words);
    private readonly PersonFinder persons = new(words);

    /// <summary>Two or more organizations of a clause, or one and the subject carried over.</summary>
    internal IEnumerable<EventDraft> ReadPartnership(TriggerScope scope, SubjectMemory subjects)
    {
        ImmutableArray<OrganizationMention> own = [.. Parties(scope)];
        // 与海尔签署…: who signs with it stands earlier.
        ImmutableArray<OrganizationMention> partners = Names(own).Length > 1 && !OpensWithPartner(scope, own[0]) ? own : [.. subjectFinder.CarriedOver(scope, subjects).Organizations, .. own];
        // 乙跟我们学院签了三年的协议: the text's own side.
        if (Names(partners).Length == 1 && NamesItself(scope)) partners = [.. subjects.Topic, .. partners];
        ImmutableArray<string> names = Names(partners);
        if (names.Length < 2) yield break;
        if (names.Length == 2 && IsPurchase(scope))
        {
            yield return Purchase(scope, names, partners);
            yield break;
        }

        FoundObject? subject = objects.After(scope.Statement, scope.Right, needsName: true).FirstOrDefault();
        yield return new EventDraft
        {
            Participants = [.. names.Select((name, index) => new Participant(index == 0 ? "agent" : "partner", name))],
            Object = subject?.Object,
            Spans = [.. Arguments.SpansOf(scope, partners), .. subject is null ? [] : new[] { subject.Span }],
        };
    }

    // 甲与乙签署最终协议，前者将以…买下后者; 甲与乙签订收购协议: the first buys the second.
    private bool IsPurchase(TriggerScope scope)
    {
        string behind = scope.Statement.TextOf(new TextSpan(scope.Trigger.End, scope.Statement.Span.End));
        return words.PurchaseAgreements.Any(word => scope.Statement.TextOf(scope.Clause).Contains(word, StringComparison.Ordinal))
            || (words.PurchaseVerbs.FirstOrDefault(verb => behind.Contains(verb + "后者", StringComparison.Ordinal) || behind.Contains(verb + "对方", StringComparison.Ordinal)) is not null);
    }

    private EventDraft Purchase(TriggerScope scope, ImmutableArray<string> names, ImmutableArray<OrganizationMention> partners) => new()
    {
        Label = StatementLabel.Acquisition,
        Participants = [new Participant("agent", names[0]), new Participant("target", names[1])],
        Object = new EventObject(names[1], "organization", null),
        Amount = Arguments.ToAmount(words.Price(scope.Statement, new TextSpan(scope.Clause.Start, scope.Statement.Span.End))),
        Spans = [.. Arguments.SpansOf(scope, partners)],
    };

    private bool NamesItself(TriggerScope scope) =>
        words.SelfWords.Any(word => word.Length > 1 && new[] { "与", "跟", "和", "同", "向" }.Any(link => scope.Statement.Slice(scope.Clause.Start, scope.Trigger.Start).Contains(link + word, StringComparison.Ordinal)));

    private static bool OpensWithPartner(TriggerScope scope, OrganizationMention first)
    {
        int start = scope.Statement.In<DateMention>(scope.Clause).FirstOrDefault(date => date.Span.End <= first.Span.Start)?.Span.End ?? scope.Clause.Start;
        return scope.Statement.Slice(start, first.Span.Start).ToString().Trim(' ', '　', '，', '•', '-') is "与" or "同" or "和" or "跟" or "又与" or "还与" or "联合" or "携手";
    }

    /// <summary>A person and the organization of the post.</summary>
    internal IEnumerable<EventDraft> ReadAppointment(TriggerScope scope, SubjectMemory subjects)
    {
        (string Name, string? Role, TextSpan Span)? person = persons.Find(scope);
        if (person is not { } found) yield break;
        OrganizationMention? employer = Employer(scope) ?? subjectFinder.CarriedOver(scope, subjects).Organizations.FirstOrDefault() ?? Own(scope, subjects);
        if (employer is null) yield break;
        yield return new EventDraft
        {
            Participants = [new Participant("agent", employer.Name), new Participant("person", found.Name)],
            Object = found.Role is null ? null : new EventObject(found.Role, "position", null),
            Spans = [found.Span, .. Arguments.SpansOf(scope, employer)],
            AllowsDateBehind = true,
        };
    }

    // 聂长风因身体原因辞去首席技术官: whom the text is about.
    private OrganizationMention? Own(TriggerScope scope, SubjectMemory subjects) =>
        words.GenericSubjects.Any(word => scope.Statement.TextOf(scope.Clause).Contains(word, StringComparison.Ordinal)) ? null : subjects.Topic.FirstOrDefault() ?? subjects.Last.FirstOrDefault();

    // 甲任命前乙高管某某为…: who appoints, or whom somebody leaves, stands before; 某某加盟甲, 某某担任甲总裁: behind.
    private OrganizationMention? Employer(TriggerScope scope)
    {
        OrganizationMention? before = agents.Find(scope.Statement, scope.Left).Organizations.LastOrDefault(item => !IsFormer(scope, item));
        OrganizationMention? behind = scope.Statement.In<OrganizationMention>(scope.Right).FirstOrDefault(item => !IsFormer(scope, item));
        bool isBehind = words.PostsBehind.Any(word => scope.Statement.TextOf(scope.Trigger).EndsWith(word, StringComparison.Ordinal));
        return (isBehind ? behind ?? before : before ?? behind)
            ?? scope.Statement.In<OrganizationMention>(scope.Clause).FirstOrDefault(item => !IsFormer(scope, item));
    }

    private bool IsFormer(TriggerScope scope, OrganizationMention organization) => scope.Statement.PrecededByAny(organization.Span.Start, words.FormerWords) || scope.Statement.FollowedByAny(organization.Span.End, words.Origins);

    /// <summary>An agent alone.</summary>
    internal IEnumerable<EventDraft> ReadAgent(TriggerScope scope, SubjectMemory subjects)
    {
        Agents subject = subjectFinder.Find(scope, subjects);
        // 甲的申请获交易所受理
        ImmutableArray<OrganizationMention> acting = subject.IsPassive ? subjectFinder.BeforeOf(scope, subject, subjects) : subject.Organizations;
        string clause = scope.Candidate.Label == StatementLabel.Financial ? scope.Statement.TextOf(scope.Clause) : "";
        // 甲与乙同日上市: each by itself.
        foreach (OrganizationMention organization in acting)
            yield return new EventDraft
            {
                Participants = Arguments.AsAgents([organization]),
                Object = words.DealNouns.FirstOrDefault(noun => clause.Contains(noun, StringComparison.Ordinal)) is { } noun ? new EventObject(noun, "other", null) : null,
                Spans = [.. Arguments.SpansOf(scope, organization), .. Spoken(scope)],
            };
    }

    // 办理上市辅导备案, 实现营业收入142亿元: what is filed or paid stands behind.
    private static IEnumerable<TextSpan> Spoken(TriggerScope scope) =>
        scope.Candidate.Label == StatementLabel.Financial && scope.Right.Length is > 0 and <= LongestRest ? [scope.Right] : [];

    /// <summary>Who proceeds against whom: A起诉B; A对B处以罚款; B被A罚款N元; a ban names its object.</summary>
    internal IEnumerable<EventDraft> ReadLegal(TriggerScope scope, SubjectMemory subjects)
    {
        (ImmutableArray<OrganizationMention> acting, ImmutableArray<OrganizationMention> against) = LegalParties(scope, subjects);
        // 法院判决“某某”停止侵权: the court acts, whatever its opponent.
        if (acting.IsEmpty && !against.IsEmpty && against.All(IsAuthority) && !scope.Statement.PrecededByAny(scope.Trigger.Start, words.Passives)) (acting, against) = (against, acting);
        FoundObject? thing = objects.After(scope.Statement, scope.Right, needsName: true).FirstOrDefault() ?? objects.Before(scope.Statement, scope.Left);
        // 宣布征收反补贴税: what an authority does needs no name.
        if (thing is null && against.IsEmpty && !acting.IsEmpty && acting.All(IsAuthority)) thing = objects.After(scope.Statement, scope.Right, needsName: false).FirstOrDefault();
        // 交易所就甲的占款下发监管函；其财务总监…: the text goes on about who is proceeded against.
        if (!against.IsEmpty && acting.All(IsAuthority)) subjects.Remember(against, scope.Statement.Sentence.Index);
        QuantityMention? sum = Sum(scope, scope.Clause) ?? Sum(scope, new TextSpan(scope.Clause.Start, scope.Statement.Span.End));
        if ((acting.IsEmpty && against.IsEmpty) || (against.IsEmpty && thing is null && sum is null)) yield break;
        // 视频平台“某某”…，被某网信办罚款: marks alone name who is proceeded against.
        FoundObject? quoted = against.IsEmpty ? QuotedNames.Last(scope.Statement, new TextSpan(scope.Statement.Span.Start, scope.Trigger.Start)) : null;
        yield return new EventDraft
        {
            Participants = [.. Arguments.AsAgents(acting), .. Arguments.As("target", against.Where(item => !acting.Any(other => other.Name == item.Name))), .. quoted is null ? [] : new[] { new Participant("target", quoted.Object.Name) }],
            Object = thing?.Object,
            Amount = Arguments.ToAmount(sum),
            Spans = [.. Arguments.SpansOf(scope, acting), .. Arguments.SpansOf(scope, against), .. Arguments.SpansOf(scope, sum), .. thing is null ? [] : new[] { thing.Span }],
        };
    }

    private (ImmutableArray<OrganizationMention> Acting, ImmutableArray<OrganizationMention> Against) LegalParties(TriggerScope scope, SubjectMemory subjects)
    {
        ImmutableArray<OrganizationMention> marked =
            [.. scope.Statement.In<OrganizationMention>(scope.Left).Where(item => scope.Statement.PrecededByAny(item.Span.Start, words.TargetMarkers) && !IsAppealedTo(scope, item))];
        Agents before = agents.Find(scope.Statement, scope.Left);
        if (before.IsPassive) return (before.Organizations, subjectFinder.BeforeOf(scope, before, subjects));
        if (!marked.IsEmpty) return (before.Organizations, marked);
        ImmutableArray<OrganizationMention> behind = [.. scope.Statement.In<OrganizationMention>(scope.Right)];
        ImmutableArray<OrganizationMention> subject = subjectFinder.Find(scope, subjects).Organizations;
        // …被罚款N元 without an authority: the subject is the one that pays.
        return scope.Statement.PrecededByAny(scope.Trigger.Start, words.Passives) || behind.IsEmpty ? ([], subject) : (subject, behind);
    }

    // 向法院起诉乙: the court is no party.
    private bool IsAppealedTo(TriggerScope scope, OrganizationMention organization) => IsAuthority(organization) && scope.Statement.PrecededByAny(organization.Span.Start, ["向"]);

    private bool IsAuthority(OrganizationMention organization) => words.AuthorityTails.Any(tail => organization.Name.EndsWith(tail, StringComparison.Ordinal));

    private static QuantityMention? Sum(TriggerScope scope, TextSpan region) =>
        scope.Statement.In<QuantityMention>(region).FirstOrDefault(item => item.Quantity.Kind == QuantityKind.Money);

    private IEnumerable<OrganizationMention> Parties(TriggerScope scope) =>
        scope.Statement.In<OrganizationMention>(scope.Clause).Where(item => !agents.IsPersonsRole(scope.Statement, item) && !scope.Statement.FollowedByAny(item.Span.End, ["旗下"]));

    private static ImmutableArray<string> Names(IEnumerable<OrganizationMention> organizations) =>
        [.. organizations.Select(item => item.Name).Distinct(StringComparer.Ordinal)];
}

using System.Collections.Immutable;
using Extraction.Classification;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>Reads the arguments of a trigger by its pattern.</summary>
internal sealed class ArgumentReader(ArgumentWords words)
{
    private readonly AgentFinder agents = new(words);
    private readonly ObjectFinder objects = new(words);
    private readonly DealTerms deals = new(words);

    /// <summary>One draft for each event that the trigger states; none where an argument that the pattern needs is missing.</summary>
    /// <param name="scope">The trigger.</param>
    /// <param name="subjects">Who acted before; updated.</param>
    /// <param name="earlier">Drafts of the same sentence.</param>
    internal IEnumerable<EventDraft> Read(TriggerScope scope, SubjectMemory subjects, IReadOnlyList<(TriggerScope Scope, EventDraft Draft)> earlier)
    {
        return scope.Pattern switch
        {
            ArgumentPattern.AgentObject or ArgumentPattern.SubjectObject => ReadObject(scope, subjects, earlier),
            ArgumentPattern.Founding => ReadFounding(scope, subjects),
            ArgumentPattern.Funding => IsInvestors(scope, earlier) ? [] : ReadFunding(scope, subjects),
            ArgumentPattern.Investment => ReadInvestment(scope, subjects),
            ArgumentPattern.Acquisition => ReadAcquisition(scope, subjects),
            ArgumentPattern.Partnership => ReadPartnership(scope, subjects),
            ArgumentPattern.Price => ReadPrice(scope, subjects),
            ArgumentPattern.Appointment => ReadAppointment(scope, subjects),
            ArgumentPattern.Agent => ReadAgent(scope, subjects),
            _ => throw new InvalidOperationException($"Pattern {scope.Pattern} has no reader."),
        };
    }

    // ---- subjects -----------------------------------------------------------------------------------------------

    private Agents Subject(TriggerScope scope, SubjectMemory subjects)
    {
        Agents found = agents.Find(scope.Statement, scope.Left);
        if (found.IsEmpty && scope.Left.Start > scope.Clause.Start) found = agents.Find(scope.Statement, new TextSpan(scope.Clause.Start, scope.Trigger.Start));
        if (found.IsEmpty) found = EarlierClause(scope);
        if (found.IsEmpty && !subjects.Last.IsEmpty) found = new Agents(subjects.Last, false);
        if (found.IsEmpty) found = new Agents(subjects.Topic, false);
        if (!found.IsPassive && !found.IsEmpty) subjects.Last = found.Organizations;
        return found;
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

    private static ImmutableArray<Participant> AsAgents(Agents found) =>
        [.. found.Organizations.Select((organization, index) => new Participant(index == 0 ? "agent" : "co_agent", organization.Name)).Distinct()];

    private static IEnumerable<TextSpan> SpansOf(TriggerScope scope, IEnumerable<Mention> mentions) =>
        mentions.Select(mention => mention.Span).Where(scope.Statement.Span.Contains);

    // ---- agent and object ---------------------------------------------------------------------------------------

    private IEnumerable<EventDraft> ReadObject(
        TriggerScope scope, SubjectMemory subjects, IReadOnlyList<(TriggerScope Scope, EventDraft Draft)> earlier)
    {
        ImmutableArray<FoundObject> found = Objects(scope);
        // …发布了 LLaMA 并开源: the second trigger has no object of its own and adds nothing that the first has not stated.
        if (found.IsEmpty && earlier.Count > 0) yield break;
        Agents subject = OwnAgent(scope, found) ?? Subject(scope, subjects);
        if (found.IsEmpty || subject.IsEmpty) yield break;
        foreach (FoundObject item in found)
            yield return new EventDraft
            {
                Participants = [.. AsAgents(subject), .. People(scope)],
                Object = item.Object,
                IsByAuthority = !subject.Organizations.All(IsFirm),
                Spans = [.. SpansOf(scope, subject.Organizations), item.Span],
                AllowsDateBehind = true,
            };
    }

    private static bool IsFirm(OrganizationMention organization) =>
        organization.Type is OrganizationType.Company or OrganizationType.University or OrganizationType.Institute or OrganizationType.Media;

    private ImmutableArray<FoundObject> Objects(TriggerScope scope)
    {
        FoundObject? before = scope.NeedsNamedObject ? objects.Before(scope.Statement, scope.Left) : objects.BeforeOrQuoted(scope.Statement, scope.Left);
        if (scope.Pattern == ArgumentPattern.SubjectObject && before is not null) return [before];
        ImmutableArray<FoundObject> after = objects.After(scope.Statement, scope.Right, scope.NeedsNamedObject);
        // A product that stands right before the trigger is its object when only an unnamed phrase follows: GPT-4 正式发布.
        if (before is not null && (after.IsEmpty || (after[0].Object.Kind == "other" && scope.Trigger.Start - before.Span.End <= 4))) return [before];
        return after;
    }

    // 展示了特斯拉 FSD V12: nobody before the trigger, so the owner of the object acts.
    private Agents? OwnAgent(TriggerScope scope, ImmutableArray<FoundObject> found)
    {
        if (found.IsEmpty || !agents.Find(scope.Statement, scope.Left).IsEmpty) return null;
        TextSpan region = new(scope.Trigger.End, Math.Max(scope.Trigger.End, found[0].Span.Start + 1));
        OrganizationMention? owner = scope.Statement.In<OrganizationMention>(new TextSpan(scope.Right.Start, scope.Right.End))
            .FirstOrDefault(organization => organization.Span.Start < region.End && organization.Span.Start - scope.Trigger.End <= 2);
        return owner is null ? null : new Agents([owner], false);
    }

    private static IEnumerable<Participant> People(TriggerScope scope) =>
        scope.Statement.In<PersonMention>(scope.Left).Select(person => new Participant("person", person.Name)).Distinct();

    // ---- founding -----------------------------------------------------------------------------------------------

    private IEnumerable<EventDraft> ReadFounding(TriggerScope scope, SubjectMemory subjects)
    {
        OrganizationMention? behind = scope.Statement.In<OrganizationMention>(scope.Right).FirstOrDefault(item => item.Span.Start - scope.Trigger.End <= 6);
        bool createsBehind = behind is not null && !scope.Statement.TextOf(scope.Trigger).EndsWith('于');
        Agents before = Subject(scope, subjects);
        if (!createsBehind && UnknownFounded(scope) is { } unknown)
        {
            if (!before.IsEmpty) yield return FoundingOf(scope, unknown, before);
            yield break;
        }

        Agents founders = createsBehind ? before : before.IsPassive ? before : Agents.None;
        ImmutableArray<OrganizationMention> founded = createsBehind ? [behind!] : before.IsPassive ? subjects.Topic : before.Organizations;
        foreach (OrganizationMention organization in founded)
            yield return new EventDraft
            {
                Participants =
                [
                    new Participant("agent", organization.Name),
                    .. founders.Organizations.Where(founder => founder.Name != organization.Name).Select(founder => new Participant("partner", founder.Name)).Distinct(),
                    .. People(scope),
                ],
                Object = new EventObject(organization.Name, "organization", null),
                Spans = [.. SpansOf(scope, [organization, .. founders.Organizations])],
                AllowsDateBehind = true,
            };
    }

    // 成立了西南分公司: nobody recognized the name, but what is founded stands behind and not before.
    private FoundObject? UnknownFounded(TriggerScope scope) =>
        objects.After(scope.Statement, scope.Right, needsName: false).FirstOrDefault() is { } found
        && words.OrganizationHeads.Any(head => found.Object.Name.EndsWith(head, StringComparison.Ordinal)) ? found : null;

    private static EventDraft FoundingOf(TriggerScope scope, FoundObject founded, Agents founders) => new()
    {
        Participants = [new Participant("agent", founded.Object.Name), .. founders.Organizations.Select(founder => new Participant("partner", founder.Name)).Distinct()],
        Object = founded.Object with { Kind = "organization" },
        Spans = [.. SpansOf(scope, founders.Organizations), founded.Span],
        AllowsDateBehind = false,
    };

    // ---- money --------------------------------------------------------------------------------------------------

    // 高瓴领投甲公司C轮融资: the investment has taken the round up.
    private static bool IsInvestors(TriggerScope scope, IReadOnlyList<(TriggerScope Scope, EventDraft Draft)> earlier) =>
        earlier.Any(entry => entry.Scope.Pattern == ArgumentPattern.Investment && entry.Scope.Clause == scope.Clause);

    private IEnumerable<EventDraft> ReadFunding(TriggerScope scope, SubjectMemory subjects)
    {
        Agents subject = Subject(scope, subjects);
        if (subject.IsEmpty) yield break;
        TextSpan deal = new(scope.Clause.Start, scope.Statement.Span.End);
        QuantityMention? sum = deals.Money(scope.Statement, scope.Clause) ?? deals.Money(scope.Statement, deal);
        ImmutableArray<OrganizationMention> investors = Investors(scope.Statement, subject, deal);
        yield return new EventDraft
        {
            Participants = [.. subject.Organizations.Select(item => new Participant("target", item.Name)).Distinct(), .. investors.Select(item => new Participant("investor", item.Name)).Distinct()],
            Amount = DealTerms.ToAmount(sum),
            Round = DealTerms.Round(scope.Statement.TextOf(scope.Clause)),
            Spans = [.. SpansOf(scope, subject.Organizations), .. SpansOf(scope, investors), .. sum is null ? [] : SpansOf(scope, [sum])],
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

    private IEnumerable<EventDraft> ReadInvestment(TriggerScope scope, SubjectMemory subjects)
    {
        OrganizationMention? target = scope.Statement.In<OrganizationMention>(scope.Right).FirstOrDefault();
        // 完成B轮融资，由红杉领投: the round before it has taken the investor up.
        if (target is null) yield break;
        Agents investors = Subject(scope, subjects);
        if (investors.IsEmpty || investors.Organizations.Any(item => item.Name == target.Name)) yield break;
        QuantityMention? sum = deals.Money(scope.Statement, scope.Clause);
        yield return new EventDraft
        {
            Participants = [new Participant("target", target.Name), .. investors.Organizations.Select(item => new Participant("investor", item.Name)).Distinct()],
            Amount = DealTerms.ToAmount(sum),
            Round = DealTerms.Round(scope.Statement.TextOf(scope.Clause)),
            Spans = [.. SpansOf(scope, investors.Organizations), target.Span, .. sum is null ? [] : SpansOf(scope, [sum])],
        };
    }

    private IEnumerable<EventDraft> ReadAcquisition(TriggerScope scope, SubjectMemory subjects)
    {
        Agents before = agents.Find(scope.Statement, scope.Left);
        if (before.IsPassive)
        {
            Agents target = agents.Find(scope.Statement, new TextSpan(scope.Left.Start, before.Organizations[0].Span.Start));
            if (target.IsEmpty) target = new Agents(subjects.Last.IsEmpty ? subjects.Topic : subjects.Last, false);
            return Acquisition(scope, before.Organizations, target.Organizations);
        }

        Agents buyer = Subject(scope, subjects);
        ImmutableArray<OrganizationMention> behind = [.. scope.Statement.In<OrganizationMention>(scope.Right).Take(1)];
        return Acquisition(scope, buyer.Organizations, behind);
    }

    private static IEnumerable<EventDraft> Acquisition(
        TriggerScope scope, ImmutableArray<OrganizationMention> buyers, ImmutableArray<OrganizationMention> targets)
    {
        if (buyers.IsEmpty || targets.IsEmpty || buyers.Any(buyer => targets.Any(target => target.Name == buyer.Name))) yield break;
        QuantityMention? sum = scope.Statement.In<QuantityMention>(scope.Clause).FirstOrDefault(item => item.Quantity.Kind == QuantityKind.Money);
        yield return new EventDraft
        {
            Participants =
            [
                .. buyers.Select((buyer, index) => new Participant(index == 0 ? "agent" : "co_agent", buyer.Name)).Distinct(),
                .. targets.Select(target => new Participant("target", target.Name)).Distinct(),
            ],
            Object = new EventObject(targets[0].Name, "organization", null),
            Amount = DealTerms.ToAmount(sum),
            Spans = [.. SpansOf(scope, buyers), .. SpansOf(scope, targets)],
        };
    }

    private IEnumerable<EventDraft> ReadPrice(TriggerScope scope, SubjectMemory subjects)
    {
        TextSpan before = new(scope.Clause.Start, scope.Trigger.Start);
        FoundObject? product = objects.Before(scope.Statement, before) ?? objects.After(scope.Statement, scope.Right, needsName: true).FirstOrDefault();
        Agents subject = Subject(scope, subjects);
        QuantityMention? price = scope.Statement.In<QuantityMention>(scope.Right).FirstOrDefault();
        if (subject.IsEmpty || (product is null && price is null)) yield break;
        yield return new EventDraft
        {
            Participants = AsAgents(subject),
            Object = product?.Object,
            Amount = DealTerms.ToAmount(price),
            Spans = [.. SpansOf(scope, subject.Organizations), .. product is null ? [] : new[] { product.Span }, .. price is null ? [] : new[] { price.Span }],
        };
    }

    // ---- others -------------------------------------------------------------------------------------------------

    private IEnumerable<EventDraft> ReadPartnership(TriggerScope scope, SubjectMemory subjects)
    {
        Agents first = Subject(scope, subjects);
        ImmutableArray<OrganizationMention> partners =
        [
            .. first.Organizations,
            .. scope.Statement.In<OrganizationMention>(scope.Clause).Where(item => !agents.IsPersonsRole(scope.Statement, item)),
        ];
        ImmutableArray<string> names = [.. partners.Select(item => item.Name).Distinct(StringComparer.Ordinal)];
        if (names.Length < 2) yield break;
        FoundObject? subject = objects.After(scope.Statement, scope.Right, needsName: true).FirstOrDefault();
        yield return new EventDraft
        {
            Participants = [.. names.Select((name, index) => new Participant(index == 0 ? "agent" : "partner", name))],
            Object = subject?.Object,
            Spans = [.. SpansOf(scope, partners), .. subject is null ? [] : new[] { subject.Span }],
        };
    }

    private IEnumerable<EventDraft> ReadAppointment(TriggerScope scope, SubjectMemory subjects)
    {
        PersonMention? person = scope.Statement.In<PersonMention>(scope.Clause).OrderBy(item => Math.Abs(item.Span.Start - scope.Trigger.Start)).FirstOrDefault();
        Agents subject = agents.Find(scope.Statement, scope.Left);
        OrganizationMention? employer = subject.IsEmpty ? scope.Statement.In<OrganizationMention>(scope.Clause).FirstOrDefault() : subject.Organizations[^1];
        employer ??= subjects.Last.Concat(subjects.Topic).FirstOrDefault();
        if (person is null || employer is null) yield break;
        yield return new EventDraft
        {
            Participants = [new Participant("agent", employer.Name), new Participant("person", person.Name)],
            Object = person.Role is null ? null : new EventObject(person.Role, "position", null),
            Spans = [.. SpansOf(scope, [person, employer])],
        };
    }

    private IEnumerable<EventDraft> ReadAgent(TriggerScope scope, SubjectMemory subjects)
    {
        Agents subject = Subject(scope, subjects);
        if (subject.IsEmpty) yield break;
        yield return new EventDraft { Participants = AsAgents(subject), Spans = [.. SpansOf(scope, subject.Organizations)] };
    }
}

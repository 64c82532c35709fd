using System.Collections.Immutable;
using Extraction.Classification;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>Arguments of what is done to a thing: releases, updates, openings, milestones, approvals.</summary>
internal sealed class ObjectArguments(ArgumentWords words, SubjectFinder subjectFinder)
{
    // Between a product and a trigger that follows it: GPT-4 正式发布.
    private const int AdverbLength = 4;

    private readonly AgentFinder agents = new(words);
    private readonly ObjectFinder objects = new(words);
    private readonly Antecedents antecedents = new(words);
    private readonly ApprovalFinder approvals = new(words);
    private readonly LicenceFinder licences = new(words);

    /// <summary>Agent before the trigger, object behind it or right before it.</summary>
    internal IEnumerable<EventDraft> Read(TriggerScope scope, SubjectMemory subjects, bool isFirst)
    {
        ImmutableArray<FoundObject> found = scope.Candidate.Label == StatementLabel.LicenseChange ? Licensed(scope) : Behind(scope);
        if (isFirst) found = antecedents.Resolve(scope, subjects, found);
        if (found.IsEmpty && !isFirst) return [];
        return found.IsEmpty && scope.Candidate.Label == StatementLabel.Shutdown ? Stopped(scope) : Drafts(scope, subjects, found);
    }

    // 将Terraform的许可证由MPL改为BSL: what stands first is licensed, what stands behind is the licence.
    private ImmutableArray<FoundObject> Licensed(TriggerScope scope) =>
        objects.First(scope.Statement, scope.Left) is { } product ? [product]
        : (licences.Licensed(scope) ?? PhraseBefore(scope)) is { } thing ? [thing]
        : Behind(scope);

    // 宣布停工停产: who acts is what stops.
    private IEnumerable<EventDraft> Stopped(TriggerScope scope)
    {
        Agents subject = subjectFinder.InClause(scope);
        if (subject.IsEmpty || subject.IsPassive || !Arguments.IsDated(scope)) yield break;
        yield return new EventDraft { Participants = Arguments.AsAgents(subject.Organizations), Spans = [.. Arguments.SpansOf(scope, subject.Organizations)] };
    }

    /// <summary>Agent and its product before the trigger; without a named product, the phrase before the trigger if the clause is dated.</summary>
    internal IEnumerable<EventDraft> ReadSubject(TriggerScope scope, SubjectMemory subjects, bool isFirst)
    {
        ImmutableArray<FoundObject> found = objects.ChainBefore(scope.Statement, scope.Left);
        if (found.IsEmpty && scope.Candidate.Label == StatementLabel.Update && QuotedNames.Ending(scope.Statement, scope.Left) is { } quoted) found = [quoted];
        if (found.IsEmpty) found = objects.After(scope.Statement, scope.Right, scope.NeedsNamedObject);
        if (isFirst) found = antecedents.Resolve(scope, subjects, found);
        if (found.IsEmpty && DatedPhrase(scope) is { } phrase) found = [phrase];
        return Drafts(scope, subjects, found);
    }

    private FoundObject? DatedPhrase(TriggerScope scope) => !scope.TakesNamesOnly && Arguments.IsDated(scope) ? PhraseBefore(scope) : null;

    /// <summary>An authority and the product that it lets through, in any order; the product's owner stands beside the product.</summary>
    internal IEnumerable<EventDraft> ReadApproval(TriggerScope scope, SubjectMemory subjects)
    {
        FoundObject? product = objects.Before(scope.Statement, scope.Left) ?? objects.After(scope.Statement, scope.Right, needsName: true).FirstOrDefault();
        product ??= Arguments.IsDated(scope) ? PhraseBefore(scope) ?? approvals.Papers(scope) : null;
        if (product is null) yield break;
        List<OrganizationMention> around = [.. scope.Statement.In<OrganizationMention>(scope.Clause).Where(item => !agents.IsPersonsRole(scope.Statement, item))];
        List<OrganizationMention> owners = [.. around.Where(item => IsOwner(scope, item, product))];
        if (owners.Count == 0) owners = [.. subjectFinder.CarriedOver(scope, subjects).Organizations.Where(item => item.Type != OrganizationType.Government)];
        if (owners.Count == 0 && product.Object.Kind != "other") owners = [.. subjectFinder.OfTopic(scope, subjects, product.Span).Organizations];
        if (owners.Count > 0) subjects.Remember([.. owners], scope.Statement.Sentence.Index);
        if (around.Count + owners.Count == 0 && !Arguments.IsDated(scope)) yield break;
        yield return new EventDraft
        {
            Participants = [.. Arguments.AsAgents(owners), .. Arguments.As("partner", around.Except(owners))],
            Object = product.Object,
            Spans = [.. Arguments.SpansOf(scope, around), .. Arguments.SpansOf(scope, owners), product.Span],
        };
    }

    // 通过某研究院的评测: who stands behind a trigger examines, unless the product is its own or an authority has acted before it.
    private static bool IsOwner(TriggerScope scope, OrganizationMention item, FoundObject product)
    {
        if (item.Type == OrganizationType.Government) return false;
        bool actsBefore = scope.Statement.In<OrganizationMention>(scope.Left).Any(other => other.Type == OrganizationType.Government);
        return item.Span.Start < scope.Trigger.Start || actsBefore || MakerOf(scope.Statement, product) == item;
    }

    private ImmutableArray<FoundObject> Behind(TriggerScope scope)
    {
        ImmutableArray<FoundObject> before = scope.NeedsNamedObject ? objects.ChainBefore(scope.Statement, scope.Left) : objects.ChainBeforeOrQuoted(scope.Statement, scope.Left);
        ImmutableArray<FoundObject> after = objects.After(scope.Statement, scope.Right, scope.NeedsNamedObject);
        // A product that stands right before the trigger is its object when only an unnamed phrase follows.
        if (!before.IsEmpty && (after.IsEmpty || (after[0].Object.Kind == "other" && scope.Trigger.Start - before[^1].Span.End <= AdverbLength))) return before;
        return after.IsEmpty && DatedPhrase(scope) is { } phrase ? [phrase] : after;
    }

    private IEnumerable<EventDraft> Drafts(TriggerScope scope, SubjectMemory subjects, ImmutableArray<FoundObject> found)
    {
        if (found.IsEmpty) yield break;
        Agents subject = SubjectOf(scope, subjects, found);
        if (subject.IsEmpty && !HappensByItself(scope, found[0])) yield break;
        foreach (FoundObject item in found)
        {
            if (found.Length > 1 && MakerOf(scope.Statement, item) is { } maker) subject = new Agents([maker], false);
            yield return new EventDraft
            {
                Participants = [.. Arguments.AsAgents(subject.Organizations), .. Arguments.People(scope)],
                Object = item.Object,
                IsByAuthority = !subject.Organizations.All(IsFirm),
                Spans = [.. Arguments.SpansOf(scope, subject.Organizations), .. scope.Statement.Span.Contains(item.Span) ? [item.Span] : Array.Empty<TextSpan>()],
                AllowsDateBehind = true,
            };
        }
    }

    private Agents SubjectOf(TriggerScope scope, SubjectMemory subjects, ImmutableArray<FoundObject> found)
    {
        Agents subject = OwnAgent(scope, found) ?? Maker(scope, subjects, found[0]) ?? subjectFinder.Find(scope, subjects);
        // 由甲公开 names who acts on, too.
        if (subject.IsPassive) subjects.Remember(subject.Organizations, scope.Statement.Sentence.Index);
        if (subject.IsEmpty) subject = subjectFinder.OfTopic(scope, subjects, found[0].Span);
        if (subject.IsEmpty) subject = subjectFinder.MakerBehind(scope);
        return subject.IsEmpty ? Maker(scope, subjects, found[0]) ?? Agents.None : subject;
    }

    // 问世的Grok 4, GPT-5与公众见面: a thing that comes out by itself is its maker's, not of whom the sentence before tells.
    private Agents? Maker(TriggerScope scope, SubjectMemory subjects, FoundObject thing)
    {
        bool isMakersDeed = scope.Candidate.Label is StatementLabel.Release or StatementLabel.OpenSource or StatementLabel.Update or StatementLabel.Shutdown or StatementLabel.LicenseChange;
        bool comesByItself = scope.Pattern == ArgumentPattern.SubjectObject || thing.Span.End <= scope.Trigger.Start;
        return isMakersDeed && comesByItself && subjectFinder.InClause(scope).IsEmpty && SubjectFinder.KnownMaker(scope, subjects, thing) is { IsEmpty: false } maker ? maker : null;
    }

    // 百度的文心一言、阿里的通义千问: each object has the maker that stands right before it.
    private static OrganizationMention? MakerOf(Statement statement, FoundObject item) =>
        statement.All<OrganizationMention>().LastOrDefault(organization =>
            organization.Span.End <= item.Span.Start && statement.Slice(organization.Span.End, item.Span.Start).Trim("的“「 ").IsEmpty);

    // Nobody acts where a plant goes on line by itself (2024年4月9日，某电站首次并网), and a text may leave out who made what came out
    // (9月26日，PostgreSQL 17发布): then the name itself must open the statement.
    private static bool HappensByItself(TriggerScope scope, FoundObject found)
    {
        if (!Arguments.IsDated(scope)) return false;
        // 短评数据集的协议由CC BY-NC改成CC BY: a licence changes, whoever changes it.
        if (scope.Candidate.Label == StatementLabel.LicenseChange) return found.Object.Kind != "other" || found.Span.End <= scope.Trigger.Start;
        // CentOS 7停止维护: what ends stands before the trigger, whoever ends it.
        if (scope.Candidate.Label == StatementLabel.Shutdown && found.Span.End <= scope.Trigger.Start) return true;
        // “竹简”更新到2.4版: marks make a name of it.
        return found.Object.Kind == "other" ? scope.Pattern != ArgumentPattern.AgentObject || (scope.IsStrong && found.Span.End <= scope.Trigger.Start && QuotedNames.Holds(scope.Statement, found.Span))
            : scope.IsStrong && found.Object.Kind is not ("policy" or "standard" or "report") && found.Span.End <= scope.Trigger.Start;
    }

    private static bool IsFirm(OrganizationMention organization) =>
        organization.Type is OrganizationType.Company or OrganizationType.University or OrganizationType.Institute or OrganizationType.Media;

    // 展示了特斯拉 FSD V12: nobody before the trigger, so the owner of the object acts.
    private Agents? OwnAgent(TriggerScope scope, ImmutableArray<FoundObject> found)
    {
        if (found.IsEmpty || !agents.Find(scope.Statement, scope.Left).IsEmpty) return null;
        OrganizationMention? owner = scope.Statement.In<OrganizationMention>(scope.Right)
            .FirstOrDefault(organization => organization.Span.Start <= found[0].Span.Start && organization.Span.Start - scope.Trigger.End <= 2);
        return owner is null ? null : new Agents([owner], false);
    }

    // The phrase between the last name or date and the trigger; a date or place right before the trigger is no part of it.
    private FoundObject? PhraseBefore(TriggerScope scope)
    {
        int end = objects.WithoutAdverbs(scope.Statement, scope.Left.Start, scope.Trigger.Start);
        // 数据库“衍石磐基”面世: a maker's name inside the marks ends nothing.
        if (QuotedNames.Ending(scope.Statement, new TextSpan(scope.Left.Start, end)) is { } quoted) return quoted;
        while (scope.Statement.In<Mention>(new TextSpan(scope.Left.Start, end)).LastOrDefault(mention => mention is DateMention or PlaceMention && mention.Span.End >= end - 1) is { } adverbial)
            end = objects.WithoutAdverbs(scope.Statement, scope.Left.Start, adverbial.Span.Start);
        int start = scope.Left.Start;
        foreach (Mention mention in scope.Statement.In<Mention>(new TextSpan(start, end)))
            if (mention is DateMention or OrganizationMention) start = Math.Max(start, mention.Span.End);
        return objects.PhraseBefore(scope.Statement, new TextSpan(start, Math.Max(start, end)));
    }
}

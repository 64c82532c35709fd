using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>Arguments of foundings: what is founded stands before the trigger, is the topic, or follows the trigger.</summary>
internal sealed class FoundingArguments(ArgumentWords words, SubjectFinder subjectFinder)
{
    private const int FarthestBehind = 20;

    private const int FarthestModified = 12;
    private const int LongestName = 14;

    private readonly ObjectFinder objects = new(words);
    private readonly AgentFinder agents = new(words);

    internal IEnumerable<EventDraft> Read(TriggerScope scope, SubjectMemory subjects)
    {
        if (Modified(scope) is { } modified)
        {
            yield return Founding(scope, modified.Name, [modified], agents.Find(scope.Statement, scope.Left));
            yield break;
        }

        if ((Written(scope) ?? Quoted(scope)) is { } written)
        {
            yield return Founding(scope, written, [], Agents.None);
            yield break;
        }

        Agents before = subjectFinder.Find(scope, subjects);
        if (Created(scope) is { } created)
        {
            if (created.Length > 0 || !before.IsEmpty) yield return Creation(scope, created, before);
            yield break;
        }

        if (HasObjectBehind(scope)) yield break;
        Agents founders = before.IsPassive ? before : Agents.None;
        ImmutableArray<OrganizationMention> founded = before.IsPassive ? subjectFinder.BeforeOf(scope, before, subjects) : before.Organizations;
        foreach (OrganizationMention organization in founded) yield return Founding(scope, organization.Name, [organization], founders.IsEmpty ? Parent(scope, organization, subjects) : founders);
    }

    // 某地研究院挂牌 in the chronicle of a company: a unit of its own.
    private Agents Parent(TriggerScope scope, OrganizationMention unit, SubjectMemory subjects) =>
        scope.Statement.Span.Contains(unit.Span) && words.UnitTails.Any(tail => unit.Name.EndsWith(tail, StringComparison.Ordinal)) ? new Agents(subjects.Topic, false) : Agents.None;

    // 某某创办于2006年: what stands alone before such a trigger is a name, known or not.
    private string? Written(TriggerScope scope)
    {
        if (!scope.Statement.TextOf(scope.Trigger).EndsWith('于') || scope.Left.Start != scope.Clause.Start) return null;
        if (scope.Statement.In<Mention>(scope.Left).Any(mention => mention is not PlaceMention)) return null;
        string name = scope.Statement.TextOf(scope.Left).Trim(' ', '　', '•', '-', '“', '”', '▶', '·', '*', '—');
        return name.Length is >= 2 and <= LongestName && name.All(char.IsLetterOrDigit) && !StartsOrEnds(name, words.CarryOverStarts) && !StartsOrEnds(name, words.GenericSubjects) && !StartsOrEnds(name, words.ObjectAdverbs) ? name : null;
    }

    // 全资子公司“某某”从甲独立出来: a name in quotation marks behind a noun for organizations, where no recognizer knows it.
    private string? Quoted(TriggerScope scope)
    {
        ReadOnlySpan<char> text = scope.Statement.Slice(scope.Left.Start, scope.Trigger.Start);
        int open = text.IndexOf('“'), close = text.IndexOf('”');
        if (open < 2 || close - open is < 3 or > LongestName) return null;
        string head = text[..open].ToString();
        bool isKnown = scope.Statement.In<OrganizationMention>(new TextSpan(scope.Left.Start + open, scope.Left.Start + close)).Any();
        return !isKnown && words.OrganizationHeads.Any(word => head.EndsWith(word, StringComparison.Ordinal)) ? text[(open + 1)..close].ToString() : null;
    }

    private static bool StartsOrEnds(string name, ImmutableArray<string> words) =>
        words.Any(word => name.StartsWith(word, StringComparison.Ordinal) || (word.Length > 1 && name.EndsWith(word, StringComparison.Ordinal)));

    // 2015年揭牌的某交易所, 成立于2019年的某公司: what is founded follows 的.
    private static OrganizationMention? Modified(TriggerScope scope)
    {
        int at = scope.Trigger.End;
        if (scope.Statement.In<DateMention>(new TextSpan(at, scope.Clause.End)).FirstOrDefault(date => date.Span.Start - scope.Trigger.End <= 1) is { } date) at = date.Span.End;
        if (scope.Statement.Slice(at, at + 1) is not ['的']) return null;
        return scope.Statement.In<OrganizationMention>(new TextSpan(at + 1, scope.Clause.End)).FirstOrDefault(found => found.Span.Start - at <= FarthestModified);
    }

    // 宣布成立合资企业: something is founded behind the trigger, so what stands before it is not.
    private static bool HasObjectBehind(TriggerScope scope) =>
        !scope.Statement.TextOf(scope.Trigger).EndsWith('于')
        && scope.Statement.Slice(scope.Trigger.End, scope.Right.End) is [var next, ..] && (char.IsLetter(next) || next == '“')
        && !scope.Statement.In<DateMention>(scope.Right).Any(date => date.Span.Start - scope.Trigger.End <= 1);

    // What follows the trigger: an organization's name, or a phrase that ends like one. Null where nothing of the kind does.
    private string? Created(TriggerScope scope)
    {
        if (scope.Statement.TextOf(scope.Trigger).EndsWith('于')) return null;
        OrganizationMention? behind = scope.Statement.In<OrganizationMention>(scope.Right).FirstOrDefault();
        if (behind is not null && IsDirect(scope, behind)) return behind.Name;
        FoundObject? phrase = objects.After(scope.Statement, scope.Right, needsName: false).FirstOrDefault();
        return phrase is not null && (words.OrganizationHeads.Any(head => phrase.Object.Name.EndsWith(head, StringComparison.Ordinal)) || IsNamed(scope, phrase)) ? phrase.Object.Name : null;
    }

    // 组建Acme, 成立合资公司“某某”: a Latin name or one in quotation marks directly behind the trigger, or behind its head noun.
    private bool IsNamed(TriggerScope scope, FoundObject phrase)
    {
        string between = scope.Statement.Slice(scope.Trigger.End, phrase.Span.Start).ToString().Trim('了', ' ');
        bool isQuoted = between.EndsWith('“');
        string head = between.TrimEnd('“');
        bool isDirect = head.Length == 0 || words.OrganizationHeads.Any(word => head.EndsWith(word, StringComparison.Ordinal)) || words.ObjectPrefixes.Contains(head);
        return isDirect && phrase.Object.Kind is not ("policy" or "report" or "standard") && (isQuoted || (char.IsAsciiLetterUpper(phrase.Object.Name[0]) && phrase.Object.Name.All(char.IsAscii)));
    }

    // 成立了由甲、乙组成的联盟 is no direct object; 成立某某基金会, 成立合资公司某某 are.
    private bool IsDirect(TriggerScope scope, OrganizationMention behind)
    {
        string between = scope.Statement.Slice(scope.Trigger.End, behind.Span.Start).ToString();
        return between.Length <= FarthestBehind && between.IndexOfAny(['，', '；', '：', '。']) < 0 && !between.Contains('由') && !between.Contains('与') && !words.ClauseConnectors.Any(word => word.Length > 1 && between.Contains(word, StringComparison.Ordinal));
    }

    private static EventDraft Creation(TriggerScope scope, string name, Agents founders) =>
        Founding(scope, name, scope.Statement.In<OrganizationMention>(scope.Right).Where(item => item.Name == name).Take(1), founders);

    private static EventDraft Founding(TriggerScope scope, string name, IEnumerable<OrganizationMention> places, Agents founders) => new()
    {
        Participants =
        [
            new Participant("agent", name),
            .. Arguments.As("partner", founders.Organizations.Where(founder => founder.Name != name)),
            .. Arguments.People(scope),
        ],
        Object = new EventObject(name, "organization", null),
        Spans = [.. Arguments.SpansOf(scope, places), .. Arguments.SpansOf(scope, founders.Organizations)],
        AllowsDateBehind = true,
    };
}

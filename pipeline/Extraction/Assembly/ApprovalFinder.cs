using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>
/// What an approval is about where no product is named: what the line is about (2024年4月7日 EH216-S，生产许可证), the paper that somebody
/// gets (某公司取得运营合格证), or what it allows (三家公司获批复，开展商用试验).
/// </summary>
internal sealed class ApprovalFinder(ArgumentWords words)
{
    private readonly ObjectFinder objects = new(words);

    /// <summary>The object of an approval without a product in its clause; null where there is none.</summary>
    internal FoundObject? Papers(TriggerScope scope)
    {
        if (scope.Trigger == scope.Clause) return OfLine(scope, new TextSpan(scope.Statement.Span.Start, scope.Clause.Start));
        if (!scope.Statement.In<OrganizationMention>(scope.Clause).Any()) return null;
        return objects.After(scope.Statement, scope.Right, needsName: false).FirstOrDefault() ?? Allowed(scope);
    }

    // 某公司某机型，型号合格证: the product, or the paper where only its owner has a name.
    private FoundObject? OfLine(TriggerScope scope, TextSpan before) => objects.First(scope.Statement, before)
        ?? (scope.Statement.In<OrganizationMention>(before).Any() ? new FoundObject(new EventObject(scope.Statement.TextOf(scope.Trigger), "other", null), scope.Trigger) : null);

    // 获批复，开展…
    private FoundObject? Allowed(TriggerScope scope)
    {
        TextSpan next = scope.Statement.Clauses.FirstOrDefault(clause => clause.Start >= scope.Clause.End);
        string? act = words.AllowedActs.FirstOrDefault(word => next.Length > 0 && scope.Statement.FollowedByAny(next.Start, [word]));
        return act is null ? null : objects.After(scope.Statement, new TextSpan(next.Start + act.Length, next.End), needsName: false).FirstOrDefault();
    }
}

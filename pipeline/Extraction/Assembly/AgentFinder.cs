using System.Collections.Immutable;
using Extraction.Classification;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>Who acts: organizations around a trigger.</summary>
/// <param name="Organizations">Joint agents in text order.</param>
/// <param name="IsPassive">Whether they stand behind 被 or 由, so that what comes before them is acted upon.</param>
internal sealed record Agents(ImmutableArray<OrganizationMention> Organizations, bool IsPassive)
{
    internal static readonly Agents None = new([], false);

    internal bool IsEmpty => Organizations.IsEmpty;
}

/// <summary>Finds the organizations that act in a piece of text before a trigger.</summary>
internal sealed class AgentFinder(ArgumentWords words)
{
    /// <summary>The last chain of joint organizations in <paramref name="region"/> that no preposition or role takes away.</summary>
    internal Agents Find(Statement statement, TextSpan region)
    {
        List<OrganizationMention> all = [.. statement.In<OrganizationMention>(region).Where(item => !IsInBrackets(statement, region, item))];
        for (int last = all.Count - 1; last >= 0; last--)
        {
            if (IsPersonsRole(statement, all[last])) continue;
            int first = last;
            while (first > 0 && IsJoint(statement, all[first - 1], all[first]) && !IsPersonsRole(statement, all[first - 1])) first--;
            if (statement.PrecededByAny(all[first].Span.Start, words.Passives)) return new Agents([.. all[first..(last + 1)]], true);
            if (!IsPrepositional(statement, all[first])) return new Agents([.. all[first..(last + 1)]], false);
            last = first;
        }

        return Agents.None;
    }

    /// <summary>Whether an organization only names somebody's post: 微软前全球副总裁.</summary>
    internal bool IsPersonsRole(Statement statement, OrganizationMention organization) =>
        statement.FollowedByAny(organization.Span.End, words.RoleWords) || statement.FollowedByAny(SkipSpace(statement, organization.Span.End), words.RoleWords);

    /// <summary>Whether two neighbours are joined by a connector alone.</summary>
    internal bool IsJoint(Statement statement, Mention left, Mention right)
    {
        string between = statement.Slice(left.Span.End, right.Span.Start).ToString().Trim();
        return words.Connectors.Contains(between);
    }

    // 甲（深圳证券交易所代码：000001）宣布: what brackets add does not act.
    private static bool IsInBrackets(Statement statement, TextSpan region, OrganizationMention organization)
    {
        ReadOnlySpan<char> before = statement.Slice(region.Start, organization.Span.Start), behind = statement.Slice(organization.Span.End, region.End);
        return before.LastIndexOfAny(['（', '(']) > before.LastIndexOfAny(['）', ')']) && behind.IndexOfAny(['）', ')']) is >= 0 and var close && behind[..close].IndexOfAny(['（', '(']) < 0;
    }

    private bool IsPrepositional(Statement statement, OrganizationMention organization) =>
        statement.PrecededByAny(organization.Span.Start, words.AgentPrepositions);

    private static int SkipSpace(Statement statement, int position) =>
        statement.Slice(position, position + 1) is [' '] ? position + 1 : position;
}

using System.Text.RegularExpressions;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>Finds who takes or leaves a post: the recognized person, else the name that the construction gives away.</summary>
internal sealed partial class PersonFinder(ArgumentWords words)
{
    private readonly Regex posts = Posts(words);

    /// <summary>The person, with the post where the text names it; null where there is none.</summary>
    internal (string Name, string? Role, TextSpan Span)? Find(TriggerScope scope)
    {
        bool isBehind = words.PersonsBehind.Any(word => scope.Statement.TextOf(scope.Trigger).EndsWith(word, StringComparison.Ordinal));
        // 方运舟接替张勇, 任命沈斐: on the side where the trigger has its person, else on the other; the nearest there.
        PersonMention? known = scope.Statement.In<PersonMention>(scope.Clause)
            .OrderBy(item => item.Span.Start >= scope.Trigger.End != isBehind).ThenBy(item => Math.Abs(item.Span.Start - scope.Trigger.Start)).FirstOrDefault();
        return known is not null ? (known.Name, known.Role, known.Span) : Appointed(scope) ?? Titled(scope);
    }

    // 聘任谢知遥为行长, 换为童以宁
    private (string Name, string? Role, TextSpan Span)? Appointed(TriggerScope scope)
    {
        Match match = Behind().Match(scope.Statement.TextOf(scope.Right));
        return match.Success && IsName(match) ? Found(scope, scope.Right.Start, match) : null;
    }

    // 总裁蓝若溪辞职, 首席信息官上官云因到龄，已于5月末离任; 李想卸任甲公司CEO
    private (string Name, string? Role, TextSpan Span)? Titled(TriggerScope scope)
    {
        foreach (TextSpan clause in scope.Statement.Clauses.Where(clause => clause.Start <= scope.Trigger.Start).Reverse().Take(2))
        {
            string text = scope.Statement.TextOf(clause);
            foreach (Match role in posts.Matches(text))
                if (Before().Match(text, role.Index + role.Length) is { Success: true } match && IsName(match)) return Named(Found(scope, clause.Start, match), role.Value);
        }

        return Alone(scope);
    }

    private (string Name, string? Role, TextSpan Span)? Alone(TriggerScope scope)
    {
        int start = scope.Statement.In<DateMention>(scope.Left).LastOrDefault()?.Span.End ?? scope.Left.Start;
        while (start < scope.Trigger.Start && scope.Statement.Slice(start, start + 1) is [var c] && !char.IsLetterOrDigit(c)) start++;
        string text = scope.Statement.Slice(start, scope.Trigger.Start).ToString();
        Match match = Name().Match(text) is { Success: true } alone ? alone : Capacity().Match(text) is { Success: true } capacity ? capacity : Holder().Match(text);
        return match.Success && IsName(match) ? Found(scope, start, match) : null;
    }

    private static (string Name, string? Role, TextSpan Span) Named((string Name, string? Role, TextSpan Span) person, string role) => (person.Name, role, person.Span);

    // The posts of rules/arguments.yaml, the longest first, and 首席…官.
    private static Regex Posts(ArgumentWords words) => new(
        "首席[\u4e00-\u9fff]{1,5}?[官家师]|" + string.Join('|', words.RoleWords.Where(role => role.Length > 1 && role != "首席").OrderByDescending(role => role.Length).Select(Regex.Escape)),
        RegexOptions.CultureInvariant);

    private bool IsName(Match match) =>
        match.Groups["name"].Value is var name && (char.IsAsciiLetter(name[0]) || words.Surnames.Contains(name[..1]) || words.Surnames.Contains(name[..2]));

    private static (string Name, string? Role, TextSpan Span) Found(TriggerScope scope, int start, Match match)
    {
        Group name = match.Groups["name"];
        var span = new TextSpan(start + name.Index, start + name.Index + name.Length);
        string? role = match.Groups["role"] is { Success: true } post ? post.Value : null;
        return (scope.Statement.TextOf(span), role, span);
    }

    [GeneratedRegex(@"^了?(?<name>[\u4e00-\u9fff]{2,4}?|[A-Z][A-Za-z.'\-]+(?:\s+[a-z]{2,3})?(?:\s+[A-Z][A-Za-z.'\-]+){1,2})(?:先生|女士|博士|教授)?(?:$|为(?<role>[\u4e00-\u9fff]{2,12})|担任(?<role>[\u4e00-\u9fff]{2,12})|出任(?<role>[\u4e00-\u9fff]{2,12})|任(?<role>[\u4e00-\u9fff]{2,12}))", RegexOptions.CultureInvariant)]
    private static partial Regex Behind();

    [GeneratedRegex(@"^(?<name>[\u4e00-\u9fff]{2,3})(?:先生|女士|博士)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    // 某某以首席科学家身份回归
    [GeneratedRegex(@"^(?<name>[\u4e00-\u9fff]{2,3})以(?<role>[\u4e00-\u9fff]{2,8})(?:的身份|身份)$", RegexOptions.CultureInvariant)]
    private static partial Regex Capacity();

    [GeneratedRegex(@"(?:由|出来的|来的|出身的|核准了?|批准了?|同意|选举|推选|原定)(?<name>[\u4e00-\u9fff]{2,3})(?:先生|女士|博士)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Holder();

    [GeneratedRegex(@"\G(?<name>[\u4e00-\u9fff]{2,3}?|[A-Z][A-Za-z.'\-]+(?:\s+[a-z]{2,3})?(?:\s+[A-Z][A-Za-z.'\-]+){1,2})(?:先生|女士|博士|教授)?(?=$|[，,（(]|因|已|将|于|在|从|自|宣布|正式|离|辞|卸|退|转|改|接|上任|到任|出任|升任|担任|调|请辞|不再|被|走|到|任期|继|兼|暂|加盟|跳槽|[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Before();
}

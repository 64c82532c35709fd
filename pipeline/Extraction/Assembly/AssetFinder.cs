using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>Finds what is bought or sold: an organization, a name in quotation marks, a business, a works, a stake.</summary>
internal sealed class AssetFinder(ArgumentWords words)
{
    private const int LongestName = 24;

    private readonly ObjectFinder objects = new(words);

    /// <summary>What stands behind 把, 将 or 对 before the trigger: 把“澄砂”整个收入囊中, 对乙的收购; null where nothing does.</summary>
    internal FoundObject? Handled(TriggerScope scope)
    {
        ReadOnlySpan<char> text = scope.Statement.Slice(scope.Clause.Start, scope.Trigger.Start);
        int at = text.LastIndexOfAny(['把', '将', '对']);
        if (at < 0) return null;
        var region = new TextSpan(scope.Clause.Start + at + 1, scope.Trigger.Start);
        OrganizationMention? first = scope.Statement.In<OrganizationMention>(region).FirstOrDefault(item => item.Span.Start - region.Start <= 1);
        return Part(scope, region, first) ?? Named(scope, first) ?? Quoted(scope, region) ?? Phrase(scope, region) ?? Written(scope, region);
    }

    /// <summary>What stands behind the trigger and is not the buyer; null where nothing does.</summary>
    internal FoundObject? Behind(TriggerScope scope, OrganizationMention? buyer)
    {
        OrganizationMention? first = scope.Statement.In<OrganizationMention>(scope.Right).FirstOrDefault(item => item != buyer);
        if (first is null && Pointed(scope) is { } pointed) return pointed;
        return Part(scope, scope.Right, first) ?? Named(scope, first) ?? Quoted(scope, scope.Right) ?? Phrase(scope, scope.Right) ?? Latin(scope, scope.Right);
    }

    // 买下后者: the last that the sentence has named before.
    private static FoundObject? Pointed(TriggerScope scope)
    {
        if (!scope.Statement.FollowedByAny(scope.Trigger.End, ["后者", "了后者", "对方", "了对方"])) return null;
        return scope.Statement.In<OrganizationMention>(new TextSpan(scope.Statement.Span.Start, scope.Clause.Start)).LastOrDefault() is { } last
            ? new FoundObject(new EventObject(last.Name, "organization", null), last.Span)
            : null;
    }

    // 乙的机器人业务 is not 乙; 乙的全部股权 is.
    private FoundObject? Part(TriggerScope scope, TextSpan region, OrganizationMention? owner)
    {
        if (owner is null || scope.Statement.Slice(owner.Span.End, owner.Span.End + 1) is not ['的']) return null;
        return Phrase(scope, new TextSpan(owner.Span.End + 1, region.End));
    }

    private static FoundObject? Named(TriggerScope scope, OrganizationMention? organization) =>
        organization is null || !scope.Clause.Contains(organization.Span) ? null : new FoundObject(new EventObject(organization.Name, "organization", null), organization.Span);

    private static FoundObject? Quoted(TriggerScope scope, TextSpan region)
    {
        ReadOnlySpan<char> text = scope.Statement.Slice(region.Start, region.End);
        int open = text.IndexOf('“'), close = text.IndexOf('”');
        if (open < 0 || close - open < 3) return null;
        var span = new TextSpan(region.Start + open + 1, region.Start + close);
        return Organization(scope, span);
    }

    // 对瑞信的收购: what is bought so is a company, known or not.
    private FoundObject? Written(TriggerScope scope, TextSpan region)
    {
        string text = scope.Statement.Slice(region.Start, region.End).ToString();
        bool isName = text.EndsWith('的') && text.IndexOf('的', StringComparison.Ordinal) == text.Length - 1 && text.Length is >= 3 and <= LongestName;
        if (!isName || words.GenericSubjects.Any(word => text.StartsWith(word, StringComparison.Ordinal))) return Latin(scope, region);
        return Organization(scope, new TextSpan(region.Start, region.End - 1));
    }

    // 买下Ampere Computing
    private static FoundObject? Latin(TriggerScope scope, TextSpan region)
    {
        ReadOnlySpan<char> text = scope.Statement.Slice(region.Start, region.End);
        int start = 0;
        while (start < text.Length && text[start] is ' ' or '了') start++;
        if (start >= text.Length || !char.IsAsciiLetterUpper(text[start])) return null;
        int end = start;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is ' ' or '.' or '&' or '-' or ':')) end++;
        while (end > start && text[end - 1] is ' ' or '.' or ':') end--;
        return end - start < 3 ? null : Organization(scope, new TextSpan(region.Start + start, region.Start + end));
    }

    private static FoundObject Organization(TriggerScope scope, TextSpan span) => new(new EventObject(scope.Statement.TextOf(span), "organization", null), span);

    private FoundObject? Phrase(TriggerScope scope, TextSpan region)
    {
        ReadOnlySpan<char> text = scope.Statement.Slice(region.Start, region.End);
        foreach (string head in words.AssetHeads)
            if (text.IndexOf(head, StringComparison.Ordinal) is > 1 and var at)
                return objects.After(scope.Statement, new TextSpan(region.Start, region.Start + at + head.Length), needsName: false) is [var found, ..] && found.Object.Kind == "other" ? found : null;
        return null;
    }
}

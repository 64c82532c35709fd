using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>
/// Whom the people of an interview speak for: 霍某（甲重机创始人） or 甲软件董事长兰某 introduces a speaker, a block that opens with 霍某： is a turn.
/// </summary>
internal sealed partial class Speakers
{
    // A label that so many blocks open with is somebody who speaks.
    private const int Turns = 2;
    // 甲研究院副院长、乙大学教授某某
    private const int IntroductionLength = 24;

    private readonly NormalizedText text;
    private readonly MentionSet mentions;
    private readonly ImmutableHashSet<string> names;
    private readonly ImmutableDictionary<string, OrganizationMention> employers;

    internal Speakers(NormalizedText text, MentionSet mentions)
    {
        (this.text, this.mentions) = (text, mentions);
        names = [.. text.Blocks.Where(block => block is { IsContent: true, Cell: null }).Select(LabelOf).OfType<string>()
            .GroupBy(name => name, StringComparer.Ordinal).Where(turns => turns.Count() >= Turns).Select(turns => turns.Key)];
        employers = names.Select(name => (Name: name, Employer: Introduced(name))).Where(entry => entry.Employer is not null)
            .ToImmutableDictionary(entry => entry.Name, entry => entry.Employer!, StringComparer.Ordinal);
    }

    /// <summary>The organization that a turn speaks for, none where the speaker has none (the host); null where the block is no turn.</summary>
    internal ImmutableArray<OrganizationMention>? Of(Block block)
    {
        if (employers.IsEmpty || LabelOf(block) is not { } label || !names.Contains(label)) return null;
        return employers.TryGetValue(label, out OrganizationMention? employer) ? [employer] : [];
    }

    private string? LabelOf(Block block) => Label().Match(text.TextOf(block)) is { Success: true } match ? match.Groups["name"].Value : null;

    // The first place that tells: brackets behind the name, else the post before it.
    private OrganizationMention? Introduced(string name)
    {
        for (int at = text.Text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.Text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
            if ((Bracketed(at + name.Length) ?? Before(at)) is { } employer) return employer;
        return null;
    }

    private OrganizationMention? Bracketed(int end)
    {
        bool opens = end < text.Text.Length && text.Text[end] is '（' or '(' or '，' or '｜' or '|' or '、' or '：' && Block(end) is { } own && !IsTurn(own);
        if (!opens) return null;
        int close = text.Text.AsSpan(end + 1).IndexOfAny("）)；;。\n");
        return close < 0 ? null : mentions.In<OrganizationMention>(new TextSpan(end, end + 1 + close)).FirstOrDefault();
    }

    private bool IsTurn(Block block) => LabelOf(block) is { } label && names.Contains(label);

    private Block? Block(int position) => text.Blocks.FirstOrDefault(block => block.Span.Start <= position && position < block.Span.End);

    private OrganizationMention? Before(int start)
    {
        if (Block(start) is not { } block) return null;
        int from = Math.Max(block.Span.Start, start - IntroductionLength);
        int stop = text.Text.AsSpan(from, start - from).LastIndexOfAny("。；）)，");
        return mentions.In<OrganizationMention>(new TextSpan(from + stop + 1, start)).LastOrDefault();
    }

    [GeneratedRegex(@"^(?<name>[\u4e00-\u9fff]{2,4}|[A-Z][A-Za-z .]{1,20})[：:]\s*\S", RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}

using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>
/// Whose press release or notice a block belongs to: the paragraph with the dateline names the issuer (（上海4月22日电）甲今天宣布…), or the title
/// of the notice does (甲关于…的说明). It holds up to the next dateline, the next notice or a ruled line.
/// </summary>
internal sealed partial class Releases(NormalizedText text, MentionSet mentions, ArgumentWords words)
{
    private const int LongestHeadline = 48;
    // No release is longer.
    private const int FarthestBlock = 40;
    // What a release adds behind its first paragraphs (about us, outlook) is of other days.
    private const int FarthestParagraph = 5;
    private const string Ruling = "═─━-=*—_＝－~～";

    /// <summary>The issuer; empty where the block belongs to no release.</summary>
    internal ImmutableArray<OrganizationMention> Of(Block block)
    {
        for (int i = block.Index; i >= 0 && i > block.Index - FarthestBlock; i--)
        {
            Block other = text.Blocks[i];
            if (other.Cell is not null || IsBreak(other)) return [];
            if ((Issuer(other) ?? Notifier(other)) is { } issuer) return [issuer];
            if (other.Role == BlockRole.Title) return [];
        }

        return [];
    }

    /// <summary>The day of the release that a paragraph belongs to, or that its headline stands right above; null where there is none.</summary>
    internal DateMention? DayOf(Block block)
    {
        if (block.Cell is not null || block.Role is BlockRole.ListItem or BlockRole.Title) return null;
        if (block.Index + 1 < text.Blocks.Length && Filed(text.Blocks[block.Index + 1]) is { } headed) return headed;
        for (int i = block.Index; i >= 0 && i > block.Index - FarthestParagraph; i--)
        {
            Block other = text.Blocks[i];
            if (other.Cell is not null || other.Parent != block.Parent || IsBreak(other)) return null;
            if (Filed(other) is { } day) return day;
        }

        return null;
    }

    private DateMention? Filed(Block block) => Dateline().Match(text.TextOf(block)) is { Success: true } dateline
        ? mentions.In<DateMention>(new TextSpan(block.Span.Start, block.Span.Start + dateline.Length)).FirstOrDefault(date => date.Date is { Precision: DatePrecision.Day })
        : null;

    /// <summary>Whether a ruled line or a number in brackets of its own (【之二】) stands between a heading and a block, so that the heading is over.</summary>
    internal bool IsBroken(int heading, Block block)
    {
        for (int i = heading + 1; i < block.Index; i++)
            if (IsBreak(text.Blocks[i])) return true;
        return false;
    }

    private bool IsBreak(Block block)
    {
        string line = text.TextOf(block);
        return (line.Length >= 3 && Ruling.Contains(line[0]) && line[1] == line[0] && line[2] == line[0]) || Bracketed().IsMatch(line);
    }

    private OrganizationMention? Issuer(Block block)
    {
        if (Dateline().Match(text.TextOf(block)) is not { Success: true } dateline) return null;
        var body = new TextSpan(block.Span.Start + dateline.Length, block.Span.End);
        List<OrganizationMention> named = [.. mentions.In<OrganizationMention>(body).Where(item => !IsInBrackets(body, item))];
        return named.FirstOrDefault(item => text.Text.AsSpan(item.Span.End).StartsWith("（以下简称", StringComparison.Ordinal))
            ?? named.FirstOrDefault(item => item.Type != OrganizationType.Government) ?? named.FirstOrDefault();
    }

    private bool IsInBrackets(TextSpan body, OrganizationMention item)
    {
        ReadOnlySpan<char> before = text.Text.AsSpan(body.Start, item.Span.Start - body.Start);
        return before.LastIndexOf('（') > before.LastIndexOf('）');
    }

    // 甲关于某事的说明, 甲研究院 | 科研快讯
    private OrganizationMention? Notifier(Block block)
    {
        string title = text.TextOf(block);
        if (title.Length > LongestHeadline || !words.NoticeTitles.Any(kind => title.EndsWith(kind, StringComparison.Ordinal))) return null;
        return mentions.In<OrganizationMention>(block.Span).FirstOrDefault() is { } first && first.Span.Start - block.Span.Start <= 2 ? first : null;
    }

    [GeneratedRegex(@"^(?:[（(][^）)。]{0,24}\d{1,2}月\d{1,2}日[^）)。]{0,10}[）)]|[^，。；：（）]{2,14}[，, ]?\s*(?:\d{4}年)?\d{1,2}月\d{1,2}日\s*(?:——|—|--|/|电|讯|消息))", RegexOptions.CultureInvariant)]
    private static partial Regex Dateline();

    [GeneratedRegex(@"^【[^】]{1,12}】$", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();
}

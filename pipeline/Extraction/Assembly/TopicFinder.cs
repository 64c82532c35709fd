using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>
/// Whom a block is about when its sentences have no subject of their own: the organization before the colon (百川智能：2023年3月成立…),
/// the one in the table row, the only one of the list item, heading or title above, the one that the whole document is about (某公司大事记).
/// </summary>
internal sealed class TopicFinder(NormalizedText text, MentionSet mentions, GridView grids, ArgumentWords words, Releases releases)
{
    private const int LongestTopic = 24;
    private const int LongestTitle = 40;
    private const int LongestNumbering = 3;
    // A card or a list of one organization is no longer.
    private const int FarthestHeadLine = 12;
    // Titles stand among the first blocks: a series, a title, an author.
    private const int TitleBlocks = 4;
    // What may stand between the name and 大事记: years, 十周年, the rest of a legal name. A subject (…云计算年度报告) may not.
    private const string BetweenNameAndKind = "0123456789〇一二三四五六七八九十百年度周发展公司股份有限集团（）()—–-~至· ";
    // 7.25　【旁记】
    private const int AsideReach = 14;

    private readonly Siblings siblings = new(text, mentions);
    private readonly Dictionary<(int Table, int Row), ImmutableArray<OrganizationMention>> rows = [];
    private readonly ImmutableArray<OrganizationMention> protagonist = Protagonist(text, mentions, words);
    private readonly Speakers speakers = new(text, mentions);

    /// <summary>The topic's organizations; empty where there is none.</summary>
    internal ImmutableArray<OrganizationMention> Of(Block block)
    {
        if (!protagonist.IsEmpty && IsAside(block)) return [];
        if (speakers.Of(block) is { } spoken) return spoken;
        ImmutableArray<OrganizationMention> own = block.Cell is { } cell ? Once(cell) : OfOutline(block);
        if (own.IsEmpty && block.Cell is null) own = releases.Of(block);
        return own.IsEmpty ? protagonist : own;
    }

    private ImmutableArray<OrganizationMention> OfOutline(Block block)
    {
        if (OfLead(block) is { IsEmpty: false } lead) return lead;
        if (block.Role == BlockRole.Heading && OfNameAbove(block) is { IsEmpty: false } card) return card;
        if (OfHeadLine(block) is { IsEmpty: false } line) return line;
        for (int? parent = block.Parent; parent is { } index; parent = text.Blocks[index].Parent)
        {
            Block above = text.Blocks[index];
            if (above.Cell is not null || releases.IsBroken(index, block)) return [];
            ImmutableArray<OrganizationMention> found = OfLead(above) is { IsEmpty: false } own ? own : OfShort(above);
            if (found.IsEmpty) found = OfNameAbove(above);
            if (found.IsEmpty) found = OfHeadLine(above);
            if (!found.IsEmpty) return found;
        }

        return [];
    }

    /// <summary>The short line without a date above lines that open with one: a card's name above its dates; null where there is none.</summary>
    internal Block? CardHead(Block block)
    {
        if (!OpensWithDate(block)) return null;
        Block? head = siblings.Undated(block);
        return head is not null && head.Span.Length <= LongestTopic && text.TextOf(head).IndexOfAny(['，', '。', '：', '？', '！', ':']) < 0 ? head : null;
    }

    // 一期 2024.6.28 点亮
    private bool OpensWithDate(Block block) =>
        mentions.In<DateMention>(block.Span).FirstOrDefault() is { } date && date.Span.Start - block.Span.Start <= LongestNumbering;

    // Lines of its own that are above the block in its place of the outline: an organization alone; 某公司今年动静最大： above a list; a card's name.
    private ImmutableArray<OrganizationMention> OfHeadLine(Block block)
    {
        if (CardHead(block) is { } card && Chain(card.Span) is { IsEmpty: false } owners) return owners;
        foreach (Block other in siblings.Before(block).Take(FarthestHeadLine))
        {
            // What another heading names (关于某公司) is told below it.
            if (other.Role == BlockRole.Heading) return [];
            bool announces = block.Role == BlockRole.ListItem && other.Role != BlockRole.ListItem && text.TextOf(other).EndsWith('：');
            if (mentions.In<OrganizationMention>(other.Span).FirstOrDefault() is { } organization
                && (organization.Span.Length >= other.Span.Length - 2 || (announces && organization.Span.Start - other.Span.Start <= 2))) return [organization];
            if (announces) return [];
        }

        return [];
    }

    // The reader may take a card's second line for its heading: the line directly above it that is nothing but a name names the card.
    private ImmutableArray<OrganizationMention> OfNameAbove(Block heading)
    {
        if (heading.Index == 0 || text.Blocks[heading.Index - 1] is not { Cell: null } name || name.Page != heading.Page) return [];
        return mentions.In<OrganizationMention>(name.Span).FirstOrDefault() is { } only && only.Span.Length == name.Span.Length ? [only] : [];
    }

    private ImmutableArray<OrganizationMention> OfLead(Block block)
    {
        string line = text.TextOf(block);
        int colon = line.IndexOfAny(['：', ':', '。']);
        // 5月，某公司上市。 is a sentence.
        bool isSentence = colon > 0 && line[colon] == '。' && line.AsSpan(0, colon).Contains('，');
        return colon is < 0 or > LongestTopic || isSentence ? [] : Chain(new TextSpan(block.Span.Start, block.Span.Start + colon));
    }

    private bool IsAside(Block block)
    {
        string start = text.TextOf(block);
        start = start[..Math.Min(AsideReach, start.Length)];
        return words.AsideMarks.Any(mark => start.Contains(mark, StringComparison.Ordinal));
    }

    // 某公司十年大事记: who opens the title of such a document is meant wherever nobody is named.
    private static ImmutableArray<OrganizationMention> Protagonist(NormalizedText text, MentionSet mentions, ArgumentWords words)
    {
        foreach (Block block in text.Blocks.Where(block => block.IsContent).Take(TitleBlocks))
        {
            string title = text.TextOf(block);
            OrganizationMention? opening = mentions.In<OrganizationMention>(block.Span).FirstOrDefault(found => found.Span.Start - block.Span.Start <= 2);
            if (opening is not { Type: OrganizationType.Company } || title.Length > LongestTitle) continue;
            string rest = title[(opening.Span.End - block.Span.Start)..];
            if (words.TopicTitles.Any(kind => rest.IndexOf(kind, StringComparison.Ordinal) is >= 0 and var at && rest.AsSpan(0, at).Trim(BetweenNameAndKind).IsEmpty)) return [opening];
        }

        return [];
    }

    private ImmutableArray<OrganizationMention> OfShort(Block block) => block.Span.Length > LongestTopic ? [] : Chain(block.Span);

    // One organization, or several joined by connectors; two unrelated ones are no topic.
    private ImmutableArray<OrganizationMention> Chain(TextSpan span)
    {
        ImmutableArray<OrganizationMention> found = [.. mentions.In<OrganizationMention>(span)];
        for (int i = 1; i < found.Length; i++)
        {
            string between = text.Text[found[i - 1].Span.End..found[i].Span.Start].Trim();
            if (!words.Connectors.Contains(between)) return [];
        }

        return found;
    }

    // each cell of a row asks
    private ImmutableArray<OrganizationMention> Once(CellAddress cell)
    {
        if (!rows.TryGetValue((cell.Table, cell.Row), out ImmutableArray<OrganizationMention> found)) rows[(cell.Table, cell.Row)] = found = OfRow(cell);
        return found;
    }

    private ImmutableArray<OrganizationMention> OfRow(CellAddress cell)
    {
        foreach (Block block in grids.Row(cell.Table, cell.Row))
        {
            ImmutableArray<OrganizationMention> found = [.. mentions.In<OrganizationMention>(block.Span)];
            if (found.Length == 1 && found[0].Span.Length >= block.Span.Length - 2) return found;
        }

        return [];
    }
}

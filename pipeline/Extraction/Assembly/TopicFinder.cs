using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>
/// Whom a block is about when its sentences have no subject of their own: the organization before the colon (百川智能：2023年3月成立…),
/// the one in the table row, the only one of the list item, heading or title above.
/// </summary>
internal sealed class TopicFinder(NormalizedText text, MentionSet mentions, GridView grids, ArgumentWords words)
{
    private const int LongestTopic = 24;
    private const int LongestTitle = 40;

    private ImmutableArray<OrganizationMention>? protagonist;

    /// <summary>The topic's organizations; empty where there is none.</summary>
    internal ImmutableArray<OrganizationMention> Of(Block block)
    {
        if (block.Cell is { } cell) return OfRow(cell);
        if (OfLead(block) is { IsEmpty: false } lead) return lead;
        for (int? parent = block.Parent; parent is { } index; parent = text.Blocks[index].Parent)
        {
            Block above = text.Blocks[index];
            if (above.Cell is not null) return [];
            ImmutableArray<OrganizationMention> found = OfLead(above) is { IsEmpty: false } own ? own : OfShort(above);
            if (!found.IsEmpty) return found;
        }

        return protagonist ??= Protagonist();
    }

    // 某公司十年大事记: what names no subject is the company's.
    private ImmutableArray<OrganizationMention> Protagonist()
    {
        Block? title = text.Blocks.FirstOrDefault(block => block.Role == BlockRole.Title);
        if (title is null || title.Span.Length > LongestTitle || !words.TopicTitles.Any(word => text.TextOf(title).Contains(word, StringComparison.Ordinal))) return [];
        ImmutableArray<OrganizationMention> named = [.. mentions.In<OrganizationMention>(title.Span)];
        return named.Length == 1 && named[0].Span.Start - title.Span.Start <= 2 ? named : [];
    }

    private ImmutableArray<OrganizationMention> OfLead(Block block)
    {
        int colon = text.TextOf(block).IndexOfAny(['：', ':']);
        return colon is < 0 or > LongestTopic ? [] : Chain(new TextSpan(block.Span.Start, block.Span.Start + colon));
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

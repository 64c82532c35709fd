using Extraction.Documents;

namespace Extraction.Layout.Text;

/// <summary>Gives every block the title, heading or upper list item that governs it.</summary>
internal sealed class TextOutline
{
    private readonly Dictionary<string, int> markerOrder = new(StringComparer.Ordinal);
    private readonly List<DraftBlock> headings = [];
    private readonly List<DraftBlock> items = [];
    private DraftBlock? title;

    private TextOutline(IEnumerable<DraftBlock> blocks)
    {
        foreach (DraftBlock block in blocks)
            if (block.Marker is { } marker) markerOrder.TryAdd(marker, markerOrder.Count);
    }

    /// <param name="blocks">All blocks of the document in order.</param>
    internal static void Set(IReadOnlyList<DraftBlock> blocks)
    {
        for (int i = 0; i + 1 < blocks.Count; i++)
            if (IsHeading(blocks[i], blocks[i + 1])) blocks[i].Role = BlockRole.Heading;
        var outline = new TextOutline(blocks);
        for (int i = 0; i < blocks.Count; i++)
        {
            outline.Place(blocks[i]);
            if (blocks[i].Role == BlockRole.ListItem && i + 1 < blocks.Count) outline.Promote(blocks[i], blocks[i + 1]);
        }
    }

    /// <summary>A short line of its own directly above a list or running text.</summary>
    private static bool IsHeading(DraftBlock block, DraftBlock next) => block.Role == BlockRole.Paragraph && block.Page == next.Page
        && !IsRuled(next) && TextLine.WidthOf(block.Text) <= 40 && (block.IsShort || block.Text[^1] is '：' or ':') && next.Gap <= 1 && next.Span.Start > block.Span.End
        && (next.Role == BlockRole.ListItem || (next.Role == BlockRole.Paragraph && next.Container == block.Container && TextLine.WidthOf(next.Text) > 60));

    // ═════ 二 ═════ is no running text.
    private static bool IsRuled(DraftBlock block) => block.Text.Length >= 3 && !char.IsLetterOrDigit(block.Text[0]) && block.Text[1] == block.Text[0] && block.Text[2] == block.Text[0];

    /// <summary>A list item that only announces the deeper items below it (科技巨头：) is their heading.</summary>
    private void Promote(DraftBlock block, DraftBlock next)
    {
        if (block.Text[^1] is '：' or ':' && TextLine.WidthOf(block.Text) <= 44 && next.Marker is not null && IsDeeper(next, block))
            (block.Role, block.Level) = (BlockRole.Heading, block.Level + 1);
    }

    private void Place(DraftBlock block)
    {
        switch (block.Role)
        {
            case BlockRole.Title:
                StartPage(block);
                break;
            case BlockRole.Heading:
                PlaceHeading(block);
                break;
            case BlockRole.ListItem:
                PlaceItem(block);
                break;
            case BlockRole.Paragraph:
                block.Parent = headings.FindLast(heading => heading.NumberedLevel > 0 || heading.Container == block.Container) ?? title;
                items.Clear();
                break;
            case BlockRole.Furniture:
                break;
            default:
                block.Parent = headings.FindLast(heading => heading.NumberedLevel > 0) ?? title;
                break;
        }
    }

    /// <summary>A page with the title of the page before it carries that page's list on.</summary>
    private void StartPage(DraftBlock block)
    {
        bool same = title is not null && LineForms.Fold(title.Text) == LineForms.Fold(block.Text);
        title = block;
        headings.RemoveAll(heading => heading.NumberedLevel == 0);
        if (!same) items.Clear();
    }

    private void PlaceHeading(DraftBlock block)
    {
        items.Clear();
        headings.RemoveAll(heading => heading.NumberedLevel == 0 || (block.NumberedLevel > 0 && heading.NumberedLevel >= block.NumberedLevel));
        block.Parent = headings.LastOrDefault() ?? title;
        block.Level = block.NumberedLevel > 0 ? block.NumberedLevel : 1 + (headings.LastOrDefault()?.Level ?? 0);
        headings.Add(block);
    }

    private void PlaceItem(DraftBlock block)
    {
        items.RemoveAll(item => !IsDeeper(block, item));
        block.Parent = items.LastOrDefault() ?? headings.LastOrDefault() ?? title;
        block.Level = items.Count;
        items.Add(block);
    }

    /// <summary>More indented; at the same indent, a hollow marker below a full one, else the marker that the document used later.</summary>
    private bool IsDeeper(DraftBlock block, DraftBlock other)
    {
        if (Math.Abs(block.Indent - other.Indent) > 1) return block.Indent > other.Indent;
        if (IsHollow(block) != IsHollow(other)) return IsHollow(block);
        return markerOrder[block.Marker!] > markerOrder[other.Marker!];
    }

    private static bool IsHollow(DraftBlock block) => block.Marker is "◦" or "○" or "□" or "◇" or "▫";
}

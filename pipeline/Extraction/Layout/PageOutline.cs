using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>Keeps track of the title, headings and items that govern what comes next.</summary>
internal sealed class PageOutline
{
    private readonly List<(int Rank, int Index)> open = [];

    /// <summary>Enters a block and says which earlier block governs it, null at the top.</summary>
    public int? Enter(BlockRole role, int level, int index)
    {
        int rank = role switch
        {
            BlockRole.Title => 0,
            BlockRole.Heading => level,
            BlockRole.ListItem => 100 + level,
            _ => 1000,
        };
        // running text under an item is not the item's: its own wrapped lines are inside the item's block
        int from = role is BlockRole.Paragraph or BlockRole.Cell or BlockRole.Caption ? 100 : rank;
        open.RemoveAll(entry => entry.Rank >= from);
        int? parent = open.Count == 0 ? null : open[^1].Index;
        if (rank < 1000) open.Add((rank, index));
        return parent;
    }
}

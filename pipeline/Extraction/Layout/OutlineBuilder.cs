using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>
/// Adds blocks to a <see cref="RawTextBuilder"/> and gives each its <see cref="Block.Parent"/>: list items hang on the item or
/// paragraph above them, everything else on the nearest heading, headings on upper headings, those on the title.
/// </summary>
public sealed class OutlineBuilder(RawTextBuilder text)
{
    private readonly Stack<(int Level, int Index)> headings = new();
    private readonly Stack<(int Depth, int Index)> items = new();
    private int? title;

    /// <summary>Index of the heading or title that governs what is added now; null where there is none.</summary>
    public int? Governor => headings.Count > 0 ? headings.Peek().Index : title;

    /// <summary>Forgets title, headings and lists: a new page that stands for itself.</summary>
    public void StartPage()
    {
        title = null;
        headings.Clear();
        items.Clear();
    }

    /// <summary>Forgets open lists: a new box, whose items do not hang on those of the box before.</summary>
    public void StartContainer() => items.Clear();

    /// <summary>Ends the reach of open headings at this level and below it (level 1 ends all).</summary>
    public void CloseHeadings(int level)
    {
        while (headings.Count > 0 && headings.Peek().Level >= level) headings.Pop();
        items.Clear();
    }

    /// <summary>Adds a block; its parent is set here.</summary>
    /// <returns>The block's index.</returns>
    public int Add(Block block)
    {
        switch (block.Role)
        {
            case BlockRole.Title: return AddTitle(block);
            case BlockRole.Heading: return AddHeading(block);
            case BlockRole.ListItem: return AddItem(block, block.Level + 1);
            case BlockRole.Paragraph: return AddItem(block, block.Level > 0 ? block.Level + 1 : 0);
            case BlockRole.Furniture: return text.Add(block with { Parent = null });
            case BlockRole.Note or BlockRole.Comment: return text.Add(block with { Parent = title });
            default: return text.Add(block with { Parent = Governor });
        }
    }

    // a title of two lines is one title: the second hangs on the first
    private int AddTitle(Block block)
    {
        headings.Clear();
        items.Clear();
        int index = text.Add(block with { Parent = title });
        title ??= index;
        return index;
    }

    private int AddHeading(Block block)
    {
        CloseHeadings(block.Level);
        int index = text.Add(block with { Parent = Governor });
        headings.Push((block.Level, index));
        return index;
    }

    private int AddItem(Block block, int depth)
    {
        while (items.Count > 0 && items.Peek().Depth >= depth) items.Pop();
        int index = text.Add(block with { Parent = items.Count > 0 ? items.Peek().Index : Governor });
        items.Push((depth, index));
        return index;
    }
}

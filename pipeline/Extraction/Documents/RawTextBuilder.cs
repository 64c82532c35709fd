using System.Text;

namespace Extraction.Documents;

/// <summary>
/// Builds a <see cref="RawText"/>: layouts append runs with their places and open and close blocks around them.
/// Text between blocks (line ends, what a layout leaves aside) belongs to no block.
/// </summary>
public sealed class RawTextBuilder
{
    private readonly StringBuilder text = new();
    private readonly List<int> starts = [];
    private readonly List<Locator> locators = [];
    private readonly List<Block> blocks = [];
    private readonly List<TableGrid> tables = [];

    /// <summary>UTF-16 units appended so far.</summary>
    public int Length => text.Length;

    /// <summary>The blocks added so far; a block's index is its position.</summary>
    public IReadOnlyList<Block> Blocks => blocks;

    /// <summary>Appends characters that stand at one place; empty text adds nothing.</summary>
    public RawTextBuilder Append(string value, Locator locator)
    {
        if (value.Length == 0) return this;
        starts.Add(text.Length);
        locators.Add(locator);
        text.Append(value);
        return this;
    }

    /// <summary>Appends a line end unless the text is empty or ends with one: what separates two blocks.</summary>
    public RawTextBuilder EndLine()
    {
        if (text.Length > 0 && text[^1] != '\n') text.Append('\n');
        return this;
    }

    /// <summary>Adds a block over text that has been appended. Its index is assigned here; <paramref name="block"/>'s own is ignored.</summary>
    /// <returns>The block's index.</returns>
    /// <exception cref="ArgumentException">The span is out of range or not behind the block before it.</exception>
    public int Add(Block block)
    {
        if (block.Span.End > text.Length) throw new ArgumentException($"Block {block.Span} is outside the text.", nameof(block));
        if (blocks.Count > 0 && block.Span.Start < blocks[^1].Span.End)
            throw new ArgumentException($"Block {block.Span} is not behind {blocks[^1].Span}.", nameof(block));
        blocks.Add(block.Index == blocks.Count ? block : block with { Index = blocks.Count });
        return blocks.Count - 1;
    }

    /// <summary>Adds a grid.</summary>
    public void Add(TableGrid table) => tables.Add(table);

    /// <summary>Replaces the block at an index, e.g. to set its parent or role once more is known.</summary>
    public void Update(int index, Func<Block, Block> change) => blocks[index] = change(blocks[index]) with { Index = index };

    /// <summary>The finished text. Blocks that no person writes are cut in pieces of at most four thousand units.</summary>
    public RawText Build(SourceDocument document)
    {
        string all = text.ToString();
        (List<Block> pieces, List<TableGrid> grids) = LongBlocks.Cut(blocks, tables, all);
        return new RawText(document, all, [.. pieces], [.. grids], new SourceMap([.. starts], [.. locators]));
    }
}

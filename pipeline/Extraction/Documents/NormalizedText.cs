using System.Collections.Immutable;

namespace Extraction.Documents;

/// <summary>The repaired text that all rules see. Every span downstream is in its coordinates.</summary>
/// <param name="Raw">What it was made from.</param>
/// <param name="Text">Repaired text; blocks are separated by at least one line end and hold none themselves, cells and headings included.</param>
/// <param name="Blocks">The raw text's blocks, same indices, with spans in <paramref name="Text"/>.</param>
/// <param name="Map">The way back.</param>
public sealed record NormalizedText(RawText Raw, string Text, ImmutableArray<Block> Blocks, OffsetMap Map)
{
    /// <summary>The grids of the raw text; cells are found by <see cref="Block.Cell"/>.</summary>
    public ImmutableArray<TableGrid> Tables => Raw.Tables;

    /// <summary>The only way from a normalized span back to the source.</summary>
    public Quotation Locate(TextSpan span)
    {
        TextSpan raw = Map.ToRaw(span);
        return new Quotation(raw, raw.Of(Raw.Text), Raw.Map.Locate(raw));
    }

    /// <summary>The repaired characters of a block.</summary>
    public string TextOf(Block block) => block.Span.Of(Text);
}

/// <summary>A piece of the raw text with its place.</summary>
/// <param name="Raw">Span in the raw text.</param>
/// <param name="Quote">Exactly the raw text's characters there.</param>
/// <param name="Locator">Where they stand in the file.</param>
public sealed record Quotation(TextSpan Raw, string Quote, Locator Locator);

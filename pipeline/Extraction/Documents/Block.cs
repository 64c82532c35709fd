namespace Extraction.Documents;

/// <summary>What a block is to a reader of the page.</summary>
public enum BlockRole
{
    /// <summary>The title of a page or of the document.</summary>
    Title,

    /// <summary>A heading inside a page, a section's name, a period line or a year that governs what follows.</summary>
    Heading,

    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>A list item.</summary>
    ListItem,

    /// <summary>A table's cell; see <see cref="Block.Cell"/>.</summary>
    Cell,

    /// <summary>A table's or figure's caption, a source line (数据来源：…).</summary>
    Caption,

    /// <summary>Speaker notes.</summary>
    Note,

    /// <summary>A reviewer's remark on the document: never extracted from.</summary>
    Comment,

    /// <summary>Page numbers, headers, footers, template junk: never extracted from.</summary>
    Furniture,

    /// <summary>Text of a page that repeats an earlier page: kept as evidence, not read as a second statement.</summary>
    Repeated,
}

/// <summary>A piece of text that belongs together: a title, a paragraph, a list item, a cell. Wrapped lines are inside one block.</summary>
public sealed record Block
{
    /// <summary>Position in the owner's block list.</summary>
    public required int Index { get; init; }

    /// <summary>What it is.</summary>
    public required BlockRole Role { get; init; }

    /// <summary>Its characters in the owner's text. Blocks are in ascending order and do not overlap.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Page or slide, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>Depth: for headings 1 and up, for list items 0 and up.</summary>
    public int Level { get; init; }

    /// <summary>Number of the box or shape that it stands in, unique in the document; blocks of one box share it.</summary>
    public int Container { get; init; }

    /// <summary>Index of the heading, title or upper list item that governs it; null at the top. Always smaller than <see cref="Index"/>
    /// unless a layout proved that a heading stands after what it governs.</summary>
    public int? Parent { get; init; }

    /// <summary>The number or bullet that the format shows before it without storing it as text; not part of <see cref="Span"/>.</summary>
    public string? Label { get; init; }

    /// <summary>Its place in a table, null outside tables.</summary>
    public CellAddress? Cell { get; init; }

    /// <summary>Whether records may be made from it.</summary>
    public bool IsContent => Role is not (BlockRole.Furniture or BlockRole.Repeated or BlockRole.Comment);
}

/// <summary>A cell's place. Rows and columns count from 1.</summary>
/// <param name="Table">Number of the table in the document, from 1: <see cref="TableGrid.Number"/>.</param>
/// <param name="Row">Top grid row.</param>
/// <param name="Column">Left grid column.</param>
/// <param name="RowSpan">Rows covered.</param>
/// <param name="ColumnSpan">Columns covered.</param>
/// <param name="IsHeader">Whether it names a column (or a row) instead of holding a value.</param>
public sealed record CellAddress(int Table, int Row, int Column, int RowSpan = 1, int ColumnSpan = 1, bool IsHeader = false);

/// <summary>What a grid was on the page.</summary>
public enum TableKind
{
    /// <summary>A table.</summary>
    Table,

    /// <summary>A chart: row 1 holds the series' names (cell 1,1 may be missing), column 1 the categories.</summary>
    Chart,

    /// <summary>Labels and values set freely on the page (商业经济20.74%): two columns, label and value, no header.</summary>
    Infographic,
}

/// <summary>A table, chart or infographic as a grid of blocks. A table that runs on in a second box or page is one grid.</summary>
/// <param name="Number">From 1, in reading order.</param>
/// <param name="Kind">What it was.</param>
/// <param name="Rows">Grid rows.</param>
/// <param name="Columns">Grid columns.</param>
/// <param name="HeaderRows">Leading rows that name the columns, 0 or more.</param>
/// <param name="Caption">Index of the block that names it, null where none does.</param>
public sealed record TableGrid(int Number, TableKind Kind, int Rows, int Columns, int HeaderRows, int? Caption);

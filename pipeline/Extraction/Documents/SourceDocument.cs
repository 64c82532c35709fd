using System.Collections.Immutable;

namespace Extraction.Documents;

/// <summary>What a file says, page by page, before anybody has decided on reading order, titles or repair.</summary>
/// <param name="File">The bytes and their hash.</param>
/// <param name="Format">How the bytes were read.</param>
/// <param name="Title">Title from the file's properties, null where there is none.</param>
/// <param name="Pages">Pages or slides in presentation order; a format without pages has one.</param>
public sealed record SourceDocument(SourceFile File, SourceFormat Format, string? Title, ImmutableArray<SourcePage> Pages)
{
    /// <summary>The file's own table of contents (bookmarks), in order; empty where it has none.</summary>
    public ImmutableArray<OutlineEntry> Outline { get; init; } = [];
}

/// <summary>An entry of a file's own table of contents.</summary>
/// <param name="Level">From 1.</param>
/// <param name="Title">As the file has it.</param>
/// <param name="Page">The page it leads to, null where it leads nowhere.</param>
public sealed record OutlineEntry(int Level, string Title, int? Page);

/// <summary>One page or slide.</summary>
/// <param name="Number">Counts from 1.</param>
/// <param name="Width">In points; null where the format has no geometry.</param>
/// <param name="Height">In points; null where the format has no geometry.</param>
/// <param name="Elements">In the file's own order.</param>
public sealed record SourcePage(int Number, double? Width, double? Height, ImmutableArray<SourceElement> Elements)
{
    /// <summary>A slide that the presentation does not show.</summary>
    public bool Hidden { get; init; }

    /// <summary>Rectangles that the page draws around what belongs together (cards, side bars, frames), in points, from the top; empty where
    /// it draws none, or the format has elements for them.</summary>
    public ImmutableArray<Box> Panels { get; init; } = [];

    /// <summary>Name of the presentation's section that the slide stands in, null outside sections.</summary>
    public string? Section { get; init; }
}

/// <summary>What an element is to the page.</summary>
public enum SourceLayer
{
    /// <summary>The page's own content.</summary>
    Content,

    /// <summary>Header, footer, page number, date, master text: read, never extracted from.</summary>
    Furniture,

    /// <summary>Speaker notes.</summary>
    Notes,

    /// <summary>Remarks that reviewers have attached to the document: read, never extracted from.</summary>
    Comments,
}

/// <summary>A text box, table or chart.</summary>
/// <param name="Locator">Where it stands.</param>
/// <param name="Layer">Whether it is content.</param>
public abstract record SourceElement(Locator Locator, SourceLayer Layer);

/// <summary>Text in one box, shape or body.</summary>
/// <param name="Locator">Where it stands.</param>
/// <param name="Layer">Whether it is content.</param>
/// <param name="IsTitle">Whether the format itself says that it is the page's title (a title placeholder).</param>
/// <param name="Paragraphs">In order.</param>
public sealed record SourceTextBox(Locator Locator, SourceLayer Layer, bool IsTitle, ImmutableArray<SourceParagraph> Paragraphs)
    : SourceElement(Locator, Layer)
{
    /// <summary>Direction of reading on the page, in whole degrees counter-clockwise, 0 to 359: 0 from left to right, 270 from top to bottom
    /// (vertical Chinese and text turned clockwise), 90 from bottom to top.</summary>
    public int Angle { get; init; }
}

/// <summary>A table as rows and columns.</summary>
/// <param name="Locator">Where it stands.</param>
/// <param name="Layer">Whether it is content.</param>
/// <param name="Rows">Number of grid rows.</param>
/// <param name="Columns">Number of grid columns.</param>
/// <param name="Cells">Each once, at its top left grid position, row by row.</param>
public sealed record SourceTable(Locator Locator, SourceLayer Layer, int Rows, int Columns, ImmutableArray<SourceCell> Cells)
    : SourceElement(Locator, Layer)
{
    /// <summary>Leading rows that the format marks as header; 0 where it marks none.</summary>
    public int HeaderRows { get; init; }

    /// <summary>Edges of the grid's columns from left to right, in points, one more than there are columns; empty where the format has no geometry.</summary>
    public ImmutableArray<double> ColumnEdges { get; init; } = [];
}

/// <summary>A cell.</summary>
/// <param name="Row">Grid row, from 1.</param>
/// <param name="Column">Grid column, from 1.</param>
/// <param name="RowSpan">Rows covered, 1 or more.</param>
/// <param name="ColumnSpan">Columns covered, 1 or more.</param>
/// <param name="Paragraphs">The cell's text; may be empty.</param>
public sealed record SourceCell(int Row, int Column, int RowSpan, int ColumnSpan, ImmutableArray<SourceParagraph> Paragraphs);

/// <summary>A native chart's cached data.</summary>
/// <param name="Locator">Where it stands.</param>
/// <param name="Layer">Whether it is content.</param>
/// <param name="Title">The chart's title, null where there is none.</param>
/// <param name="Categories">Category labels.</param>
/// <param name="Series">One value list each, as long as the categories.</param>
public sealed record SourceChart(
    Locator Locator, SourceLayer Layer, string? Title, ImmutableArray<string> Categories, ImmutableArray<ChartSeries> Series)
    : SourceElement(Locator, Layer)
{
    /// <summary>What the categories are (their axis' title), null where the chart does not say.</summary>
    public string? CategoryTitle { get; init; }

    /// <summary>What the values are, often their unit (the value axis' title or display unit), null where the chart does not say.</summary>
    public string? ValueTitle { get; init; }
}

/// <summary>A series of a chart.</summary>
/// <param name="Name">Null where it has none.</param>
/// <param name="Values">The values as a person reads them in the chart (formatted: <c>84.57%</c>), null for a gap.</param>
public sealed record ChartSeries(string? Name, ImmutableArray<string?> Values);

/// <summary>A paragraph.</summary>
/// <param name="Runs">Pieces of text with their own places; joined without anything between them they are the paragraph.
/// A line end that the page shows is a <c>\n</c> at the end of its run.</param>
public sealed record SourceParagraph(ImmutableArray<SourceRun> Runs)
{
    /// <summary>List or outline depth, 0 for none or the first.</summary>
    public int Level { get; init; }

    /// <summary>1 to 9 for a heading that the format declares, 0 otherwise.</summary>
    public int HeadingLevel { get; init; }

    /// <summary>Whether the format declares it a list item.</summary>
    public bool IsListItem { get; init; }

    /// <summary>The number or bullet that the format computes and shows before the paragraph (<c>第三条</c>, <c>2.1</c>) without storing it as text;
    /// null where there is none.</summary>
    public string? Label { get; init; }

    /// <summary>Size of most of its letters, in points; null where unknown.</summary>
    public double? FontSize { get; init; }

    /// <summary>The runs' texts joined.</summary>
    public string Text => string.Concat(Runs.Select(run => run.Text));
}

/// <summary>Characters that share one place.</summary>
/// <param name="Text">As the file has it, damage and all.</param>
/// <param name="Locator">Where it stands.</param>
public sealed record SourceRun(string Text, Locator Locator)
{
    /// <summary>The format's own signs (<c>## </c>, <c>|</c>, <c>](…)</c>) that a reader of the page does not see; kept so that the file's text stays whole.</summary>
    public bool IsMarkup { get; init; }

    /// <summary>How sure the recognizer of a picture's text is, 0 to 1; null where the characters were read and not recognized.</summary>
    public double? Confidence { get; init; }

    /// <summary>The address that a click on the text leads to, as the file has it; null where it is no link.</summary>
    public string? Link { get; init; }
}

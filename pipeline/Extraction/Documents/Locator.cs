namespace Extraction.Documents;

/// <summary>Where in its file a piece of text stands. What a format does not have is null; all numbers count from 1.</summary>
public sealed record Locator
{
    /// <summary>Page or slide, in presentation order.</summary>
    public int? Page { get; init; }

    /// <summary>Part inside the package, e.g. <c>ppt/slides/slide3.xml</c>.</summary>
    public string? Part { get; init; }

    /// <summary>The shape's id in its part.</summary>
    public string? Shape { get; init; }

    /// <summary>Number of the table in the document.</summary>
    public int? Table { get; init; }

    /// <summary>Row of the table's grid.</summary>
    public int? Row { get; init; }

    /// <summary>Column of the table's grid.</summary>
    public int? Column { get; init; }

    /// <summary>Paragraph in its shape or document; for plain text, the line.</summary>
    public int? Paragraph { get; init; }

    /// <summary>Whether the characters were recognized in a picture (by us, or by whoever put an invisible text layer over a scan) instead of read.</summary>
    public bool IsRecognized { get; init; }

    /// <summary>The box on the page, in points, origin top left.</summary>
    public Box? Box { get; init; }
}

using Extraction.Documents;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Docx.Asides;

/// <summary>A note or a comment: a story of its own that the text refers to.</summary>
/// <param name="Part">Where it is stored.</param>
/// <param name="Story">Its paragraphs.</param>
/// <param name="Layer">Notes or comments.</param>
internal sealed record Aside(StoryPart Part, PartElement Story, SourceLayer Layer)
{
    /// <summary>The page of its reference.</summary>
    public int Page { get; init; }

    /// <summary>What stands before it: the note's number, the comment's author.</summary>
    public string? Label { get; init; }

    /// <summary>Depth of an answer below the comment that it answers.</summary>
    public int Level { get; init; }
}

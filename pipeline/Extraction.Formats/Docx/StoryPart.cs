using Extraction.Formats.Docx.Fields;
using Extraction.Formats.Docx.Lists;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Docx;

/// <summary>A part that holds text, and what is counted through the whole of it.</summary>
internal sealed class StoryPart(PackageNode node, PartElement root)
{
    /// <summary>The part in its package.</summary>
    public PackageNode Node => node;

    /// <summary>Its tree.</summary>
    public PartElement Root => root;

    /// <summary>Its fields.</summary>
    public FieldMap Fields { get; } = new(root);

    /// <summary>Its lists; text boxes count for themselves.</summary>
    public ListCounters Lists { get; } = new();

    /// <summary>The lists of its text boxes.</summary>
    public ListCounters BoxLists { get; } = new();

    /// <summary>Paragraphs read so far.</summary>
    public int Paragraphs { get; set; }
}

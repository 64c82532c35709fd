using Extraction.Documents;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Docx;

/// <summary>What paragraphs have anchored beside their own text since it was last asked for.</summary>
internal sealed class Anchored
{
    /// <summary>Text boxes, charts, diagrams, drawn words.</summary>
    public List<PartElement> Floating { get; } = [];

    /// <summary>References to notes and comments.</summary>
    public List<(PartElement Reference, int Page)> References { get; } = [];

    /// <summary>Text that is not shown, a paragraph each.</summary>
    public List<SourceParagraph> Unseen { get; } = [];

    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => Floating.Count == 0 && References.Count == 0 && Unseen.Count == 0;

    /// <summary>Takes over what one reader has met.</summary>
    public void Add(InlineReader inline)
    {
        Floating.AddRange(inline.Floating);
        References.AddRange(inline.References);
        if (inline.Unseen.Exists(run => !string.IsNullOrWhiteSpace(run.Text))) Unseen.Add(new SourceParagraph([.. inline.Unseen]));
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Floating.Clear();
        References.Clear();
        Unseen.Clear();
    }
}

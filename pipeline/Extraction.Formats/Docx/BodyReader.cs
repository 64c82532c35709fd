using System.Collections.Immutable;
using System.Xml.Linq;
using Extraction.Documents;
using Extraction.Formats.Docx.Chunks;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Docx;

/// <summary>
/// Reads a story (body, header, note, text box) block by block: every element below it is visited unless it is known to hold no shown text,
/// so that unknown wrappers (smart tags, custom XML, content controls) never swallow what they wrap.
/// </summary>
internal sealed class BodyReader
{
    private static readonly XName Table = OoxmlNames.W + "tbl";
    private static readonly XName Chunk = OoxmlNames.W + "altChunk";
    private readonly DocxContext context;
    private readonly StoryPart part;
    private readonly PageBook pages;
    private readonly SourceLayer layer;
    private readonly ParagraphReader paragraphs;
    private readonly FloatingReader floating;
    private readonly ImmutableArray<SourceParagraph>.Builder open = ImmutableArray.CreateBuilder<SourceParagraph>();
    private Locator openPlace = new();
    private (SourceLayer Layer, bool IsTitle) openKind;

    private BodyReader(DocxContext context, StoryPart part, PageBook pages, SourceLayer layer, ParagraphReader paragraphs)
    {
        (this.context, this.part, this.pages, this.layer, this.paragraphs) = (context, part, pages, layer, paragraphs);
        floating = new FloatingReader(context, part, pages, layer);
    }

    /// <summary>A reader for a story that is no text box.</summary>
    public BodyReader(DocxContext context, StoryPart part, PageBook pages, SourceLayer layer)
        : this(context, part, pages, layer, new ParagraphReader(context, part, pages, part.Lists)) { }

    /// <summary>The document's sections where the story is its body, null for other stories.</summary>
    public SectionBook? Sections { get; init; }

    /// <summary>A reader for a text box.</summary>
    public static BodyReader OfBox(DocxContext context, StoryPart part, PageBook pages, SourceLayer layer) =>
        new(context, part, pages, layer, new ParagraphReader(context, part, pages, part.BoxLists));

    /// <summary>Reads a story to its end.</summary>
    /// <param name="story">Its paragraphs and tables.</param>
    /// <param name="label">What stands before its first paragraph.</param>
    /// <param name="level">What is added to its paragraphs' depth.</param>
    public void Read(PartElement story, string? label = null, int level = 0)
    {
        paragraphs.Prefix(label, level);
        ReadBlocks(story);
        EndParagraph();
        Close();
    }

    /// <summary>Reads the blocks below an element in order.</summary>
    public void ReadBlocks(PartElement parent)
    {
        foreach (PartElement element in parent.Elements())
        {
            context.Session.Cancellation.ThrowIfCancellationRequested();
            ReadBlock(element);
        }
    }

    private void ReadBlock(PartElement element)
    {
        if (ParagraphReader.IsParagraph(element)) AddParagraph(element);
        else if (element.Name == Table) AddTable(element);
        else if (element.Name == Chunk) AddChunk(element);
        else if (!DocxMarks.IsHidden(element)) ReadBlocks(element);
    }

    /// <summary>Reads the notes and comments that have been referred to, those that notes refer to as well.</summary>
    public static void ReadAsides(DocxContext context, PageBook pages)
    {
        while (context.NextAside() is { } aside)
            new BodyReader(context, aside.Part, pages.Fixed(aside.Page), aside.Layer).Read(aside.Story, aside.Label, aside.Level);
    }

    private void AddParagraph(PartElement element)
    {
        int page = pages.Current;
        Keep(paragraphs.Read(element));
        FlushAnchored();
        if (ParagraphReader.EndsSection(element)) Sections?.Next();
        if (pages.Current != page) Close();
    }

    private void EndParagraph()
    {
        Keep(paragraphs.End());
        FlushAnchored();
    }

    private void Keep(SourceParagraph? paragraph)
    {
        if (paragraph is null) return;
        var kind = (paragraphs.IsContents ? SourceLayer.Furniture : layer, paragraphs.IsTitle && layer == SourceLayer.Content);
        Locator place = paragraph.Runs[0].Locator;
        if (open.Count > 0 && (openPlace.Page != place.Page || openKind != kind)) Close();
        if (open.Count == 0) (openPlace, openKind) = (place, kind);
        open.Add(paragraph);
    }

    private void Close()
    {
        if (open.Count > 0) pages.Add(new SourceTextBox(openPlace, openKind.Layer, openKind.IsTitle, open.ToImmutable()));
        open.Clear();
    }

    // what is anchored in a paragraph follows it; what notes and boxes refer to waits until the body goes on
    private void FlushAnchored()
    {
        if (paragraphs.Anchored.IsEmpty) return;
        Close();
        floating.Read(paragraphs.Anchored);
        if (Sections is not null) ReadAsides(context, pages);
    }

    private void AddTable(PartElement table)
    {
        EndParagraph();
        Close();
        if (DocxTable.FrameCell(table) is { } cell)
        {
            ReadBlocks(cell);
            ReadStrays(table);
            return;
        }
        var reader = new DocxTable(context, part, pages, layer, paragraphs);
        if (reader.Read(table) is { Cells.Length: > 0 } read) pages.Add(read);
        FlushAnchored();
        foreach (PartElement nested in reader.Nested) AddNested(nested);
        ReadStrays(table);
    }

    private void ReadStrays(PartElement table)
    {
        foreach (PartElement stray in DocxTable.Strays(table)) ReadBlock(stray);
        EndParagraph();
        Close();
    }

    private void AddNested(PartElement nested)
    {
        if (nested.Name == Table) AddTable(nested);
        else AddChunk(nested);
    }

    private void AddChunk(PartElement chunk)
    {
        EndParagraph();
        Close();
        foreach (SourceElement element in new ChunkReader(context, part).Read(chunk, pages.Current, layer)) pages.Add(element);
    }
}

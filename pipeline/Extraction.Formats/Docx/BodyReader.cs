using System.Collections.Immutable;
using System.Xml.Linq;
using Extraction.Documents;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Docx;

/// <summary>
/// Reads a story (body, header, note): every element below it is visited unless it is known to hold no shown text,
/// so that unknown wrappers (smart tags, custom XML, content controls) never swallow what they wrap.
/// </summary>
internal sealed class BodyReader
{
    private static readonly XNamespace W = OoxmlNames.W;
    private readonly PartSession session;
    private readonly PackageNode part;
    private readonly DocxStyles styles;
    private readonly PageBook pages;
    private readonly SourceLayer layer;
    private readonly ImmutableArray<SourceParagraph>.Builder open = ImmutableArray.CreateBuilder<SourceParagraph>();
    private readonly List<XElement> floating = [];
    private readonly DocxTable tables;
    private Locator openPlace = new();
    private int paragraphs;

    public BodyReader(PartSession session, PackageNode part, DocxStyles styles, PageBook pages, SourceLayer layer)
    {
        (this.session, this.part, this.styles, this.pages, this.layer) = (session, part, styles, pages, layer);
        tables = new DocxTable(this, layer, session.Limits.MaxGridPositions);
    }

    /// <summary>References to foot- and endnotes met so far, with the page they stand on.</summary>
    public List<(string Kind, string Id, int Page)> NoteReferences { get; } = [];

    /// <summary>Reads a story to its end.</summary>
    public void Read(XElement story)
    {
        ReadBlocks(story);
        Close();
    }

    /// <summary>Reads the blocks below an element in order.</summary>
    public void ReadBlocks(XElement parent)
    {
        foreach (XElement element in parent.Elements())
        {
            session.Cancellation.ThrowIfCancellationRequested();
            if (element.Name == W + "p") AddParagraph(element);
            else if (element.Name == W + "tbl") AddTable(element);
            else if (element.Name == W + "altChunk") ReportChunk();
            else if (!DocxMarks.IsHidden(element)) ReadBlocks(element);
        }
    }

    /// <summary>One paragraph at the current place, null where it is blank. What floats beside it waits for <see cref="FlushFloating"/>.</summary>
    public SourceParagraph? ReadParagraph(XElement paragraph, int? row = null, int? column = null)
    {
        XElement? properties = paragraph.Element(W + "pPr");
        if (DocxMarks.IsOn(properties?.Element(W + "pageBreakBefore"))) pages.ManualBreak();
        var inline = new InlineReader(pages, new Locator { Page = pages.Current, Part = part.Name, Paragraph = ++paragraphs, Row = row, Column = column });
        inline.Read(paragraph);
        floating.AddRange(inline.Floating);
        NoteReferences.AddRange(inline.NoteReferences);
        if (inline.HasRuby) session.Diagnostics.Warning("docx-ruby", "reading", "Reading aids above characters are left out.", inline.Start);
        if (DocxMarks.BreaksPage(properties?.Element(W + "sectPr"))) pages.ManualBreak();
        if (inline.Runs.All(run => string.IsNullOrWhiteSpace(run.Text))) return null;
        ParagraphTraits traits = styles.Of(properties);
        return new SourceParagraph([.. inline.Runs])
        {
            Level = traits.ListLevel ?? 0,
            IsListItem = traits.ListLevel is not null && traits.HeadingLevel == 0,
            HeadingLevel = traits.HeadingLevel,
            FontSize = inline.FontSize ?? traits.FontSize,
        };
    }

    /// <summary>Ends the open text box.</summary>
    public void Close()
    {
        if (open.Count > 0) pages.Add(new SourceTextBox(openPlace, layer, false, open.ToImmutable()));
        open.Clear();
    }

    /// <summary>Where something that starts now stands.</summary>
    public Locator Here(string? shape = null) => new() { Page = pages.Current, Part = part.Name, Shape = shape };

    /// <summary>Adds a finished element.</summary>
    public void Add(SourceElement element) => pages.Add(element);

    /// <summary>Reads the text boxes, charts and diagrams anchored in what has been read, each as an element of its own.</summary>
    public void FlushFloating()
    {
        while (floating.Count > 0)
        {
            XElement[] waiting = [.. floating];
            floating.Clear();
            Close();
            foreach (XElement element in waiting) ReadFloating(element);
        }
    }

    private void AddParagraph(XElement element)
    {
        int page = pages.Current;
        if (ReadParagraph(element) is { } paragraph)
        {
            ParagraphTraits traits = styles.Of(element.Element(W + "pPr"));
            Locator place = paragraph.Runs[0].Locator;
            if (open.Count > 0 && openPlace.Page != place.Page) Close();
            if (traits.IsTitle || traits.IsContents)
            {
                Close();
                pages.Add(new SourceTextBox(place, traits.IsContents ? SourceLayer.Furniture : layer, traits.IsTitle, [paragraph]));
            }
            else
            {
                if (open.Count == 0) openPlace = place;
                open.Add(paragraph);
            }
        }
        FlushFloating();
        if (pages.Current != page) Close();
    }

    private void AddTable(XElement table)
    {
        Close();
        tables.Read(table);
        Close();
    }

    private void ReadFloating(XElement element)
    {
        Locator here = Here(DocxMarks.ShapeId(element));
        string? relationship = (string?)element.Attribute(OoxmlNames.R + "id");
        if (element.Name == W + "txbxContent")
        {
            Read(element);
        }
        else if (element.Name.LocalName == "chart")
        {
            foreach (SourceElement chart in new ChartReader(session).Read(part, relationship, here, layer)) pages.Add(chart);
        }
        else if (element.Name == OoxmlNames.Dgm + "relIds")
        {
            if (new DiagramReader(session).Read(part, (string?)element.Attribute(OoxmlNames.R + "dm"), here, layer) is { } diagram) pages.Add(diagram);
        }
        else
        {
            ImmutableArray<SourceParagraph> texts = DrawingText.Paragraphs(element, here, TextStyles.None);
            if (texts.Length > 0) pages.Add(new SourceTextBox(here, layer, false, texts));
        }
    }

    private void ReportChunk() => session.Diagnostics.Error(
        "docx-embedded-document", "reading", "A document embedded in another format (altChunk) was not read.", Here());
}

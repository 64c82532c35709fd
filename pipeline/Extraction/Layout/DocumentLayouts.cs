using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>The layout of each format.</summary>
public sealed class DocumentLayouts
{
    private readonly SlideLayout slides = new();
    private readonly FlowLayout flow = new();
    private readonly PageLayout pages = new();
    private readonly TextLayout text = new();
    private readonly MarkdownLayout markdown = new();

    /// <summary>The layout for a format.</summary>
    public IDocumentLayout For(SourceFormat format) => format switch
    {
        SourceFormat.Pptx or SourceFormat.Ppt => slides,
        SourceFormat.Docx or SourceFormat.Doc or SourceFormat.Rtf or SourceFormat.Html => flow,
        SourceFormat.Pdf => pages,
        SourceFormat.Text => text,
        SourceFormat.Markdown => markdown,
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no layout for this format."),
    };
}

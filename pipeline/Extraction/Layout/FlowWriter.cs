using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>Writes one flowing document into a text.</summary>
internal sealed class FlowWriter
{
    private const int LongestHeading = 40;
    private const int PeriodLevel = 9;
    private const int SizedHeadingLevel = 4;
    private readonly SourceDocument document;
    private readonly RawTextBuilder text;
    private readonly OutlineBuilder outline;
    private readonly BlockWriter blocks;
    private readonly TableWriter tables;
    private readonly FlowTables continuations;
    private readonly FlowTitle title;
    private readonly double? bodySize;
    private int containers;

    public FlowWriter(RawTextBuilder text, SourceDocument document)
    {
        (this.text, this.document) = (text, document);
        outline = new OutlineBuilder(text);
        blocks = new BlockWriter(text, outline);
        tables = new TableWriter(text, outline);
        continuations = new FlowTables(document);
        SourceTextBox[] boxes = [.. document.Pages.SelectMany(page => page.Elements).OfType<SourceTextBox>().Where(box => box.Layer == SourceLayer.Content)];
        bodySize = MostLetters([.. boxes.SelectMany(box => box.Paragraphs)]);
        title = new FlowTitle(document.Title, boxes, bodySize);
    }

    /// <summary>Writes all pages; comments and furniture follow the content of their page, except in HTML, which has them where a reader meets them.</summary>
    public void Write()
    {
        bool keepsOrder = document.Format == SourceFormat.Html;
        foreach (SourcePage page in document.Pages)
            foreach (SourceElement element in keepsOrder ? page.Elements.AsEnumerable() : page.Elements.OrderBy(Turn)) Write(element, page.Number);
    }

    private static int Turn(SourceElement element) => element.Layer switch
    {
        SourceLayer.Comments => 1,
        SourceLayer.Furniture => 2,
        _ => 0,
    };

    private void Write(SourceElement element, int page)
    {
        containers++;
        switch (element)
        {
            case SourceTextBox box:
                foreach (SourceParagraph paragraph in box.Paragraphs) Write(paragraph, box.Layer, page);
                break;
            case SourceTable { Layer: SourceLayer.Content } table: WriteTable(table, page); break;
            case SourceChart { Layer: SourceLayer.Content } chart: tables.Write(chart, page, containers, CaptionAbove()); break;
            default: // beside the content even a table or a chart is nothing but lines
                foreach (SourceParagraph line in ElementLines.Of(element)) Write(line, element.Layer, page);
                break;
        }
    }

    private void WriteTable(SourceTable table, int page)
    {
        if (continuations.Of(table) is { } continuation) tables.Continue(table, page, containers, continuation.RowsAbove, continuation.Repeated);
        else tables.Write(table, page, containers, CaptionAbove(), continuations.RowsBelow(table));
    }

    private void Write(SourceParagraph paragraph, SourceLayer layer, int page)
    {
        (BlockRole role, int level) = layer switch
        {
            SourceLayer.Furniture => (BlockRole.Furniture, 0),
            SourceLayer.Notes => (BlockRole.Note, 0),
            SourceLayer.Comments => (BlockRole.Comment, 0),
            _ => title.Has(paragraph) ? (BlockRole.Title, 0) : RoleOf(paragraph),
        };
        blocks.Write(paragraph, role, level, page, containers);
    }

    // a number that the list shows makes a heading or a caption as one that was typed does
    private (BlockRole Role, int Level) RoleOf(SourceParagraph paragraph)
    {
        string own = paragraph.Text.Trim();
        string line = paragraph.Label + own;
        if (paragraph.HeadingLevel > 0) return (BlockRole.Heading, paragraph.HeadingLevel);
        if (TextShapes.IsCaption(line)) return (BlockRole.Caption, 0);
        if (TextShapes.NumberedHeadingLevel(line) is > 0 and int level) return (BlockRole.Heading, level);
        if (paragraph.IsListItem) return (BlockRole.ListItem, paragraph.Level);
        if (TextShapes.IsPeriod(own)) return (BlockRole.Heading, PeriodLevel);
        bool isLarge = paragraph.FontSize >= bodySize * 1.15;
        return isLarge && own.Length <= LongestHeading && !TextShapes.EndsSentence(own) ? (BlockRole.Heading, SizedHeadingLevel) : (BlockRole.Paragraph, paragraph.Level);
    }

    private int? CaptionAbove() => text.Blocks is [.., { Role: BlockRole.Caption } last] ? last.Index : null;

    private static double? MostLetters(SourceParagraph[] paragraphs) => paragraphs
        .Where(paragraph => paragraph.FontSize is not null)
        .GroupBy(paragraph => paragraph.FontSize!.Value, paragraph => paragraph.Text.Length)
        .OrderByDescending(sizes => sizes.Sum()).ThenBy(sizes => sizes.Key)
        .Select(sizes => (double?)sizes.Key).FirstOrDefault();
}

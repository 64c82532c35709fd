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
    private readonly double? bodySize;
    private readonly SourceParagraph? title;
    private int containers;

    public FlowWriter(RawTextBuilder text, SourceDocument document)
    {
        (this.text, this.document) = (text, document);
        outline = new OutlineBuilder(text);
        blocks = new BlockWriter(text, outline);
        tables = new TableWriter(text, outline);
        SourceTextBox[] boxes = [.. document.Pages.SelectMany(page => page.Elements).OfType<SourceTextBox>().Where(box => box.Layer == SourceLayer.Content)];
        bodySize = MostLetters([.. boxes.SelectMany(box => box.Paragraphs)]);
        title = TitleOf(boxes);
    }

    /// <summary>Writes all pages; furniture follows the content of its page, except in HTML, which has it where a reader meets it.</summary>
    public void Write()
    {
        bool keepsOrder = document.Format == SourceFormat.Html;
        foreach (SourcePage page in document.Pages)
            foreach (SourceElement element in page.Elements.OrderBy(element => !keepsOrder && element.Layer == SourceLayer.Furniture)) Write(element, page.Number);
    }

    private void Write(SourceElement element, int page)
    {
        containers++;
        switch (element)
        {
            case SourceTable table: WriteTable(table, page); break;
            case SourceChart chart: tables.Write(chart, page, containers, CaptionAbove()); break;
            case SourceTextBox box:
                foreach (SourceParagraph paragraph in box.Paragraphs) Write(paragraph, box, page);
                break;
        }
    }

    // a table in a header or footer is page furniture like the rest of it
    private void WriteTable(SourceTable table, int page)
    {
        if (table.Layer == SourceLayer.Furniture)
        {
            foreach (SourceParagraph paragraph in table.Cells.SelectMany(cell => cell.Paragraphs))
                blocks.Write(paragraph, BlockRole.Furniture, 0, page, containers);
        }
        else
        {
            tables.Write(table, page, containers, CaptionAbove());
        }
    }

    private void Write(SourceParagraph paragraph, SourceTextBox box, int page)
    {
        (BlockRole role, int level) = box.Layer switch
        {
            SourceLayer.Furniture => (BlockRole.Furniture, 0),
            SourceLayer.Notes => (BlockRole.Note, 0),
            SourceLayer.Comments => (BlockRole.Comment, 0),
            _ => ReferenceEquals(paragraph, title) ? (BlockRole.Title, 0) : RoleOf(paragraph),
        };
        blocks.Write(paragraph, role, level, page, containers);
    }

    private (BlockRole Role, int Level) RoleOf(SourceParagraph paragraph)
    {
        string line = paragraph.Text.Trim();
        if (paragraph.HeadingLevel > 0) return (BlockRole.Heading, paragraph.HeadingLevel);
        if (TextShapes.IsCaption(line)) return (BlockRole.Caption, 0);
        if (TextShapes.NumberedHeadingLevel(line) is > 0 and int level) return (BlockRole.Heading, level);
        if (paragraph.IsListItem) return (BlockRole.ListItem, paragraph.Level);
        if (TextShapes.IsPeriod(line)) return (BlockRole.Heading, PeriodLevel);
        bool isLarge = paragraph.FontSize >= bodySize * 1.15;
        return isLarge && line.Length <= LongestHeading && !TextShapes.EndsSentence(line) ? (BlockRole.Heading, SizedHeadingLevel) : (BlockRole.Paragraph, paragraph.Level);
    }

    private int? CaptionAbove() => text.Blocks is [.., { Role: BlockRole.Caption } last] ? last.Index : null;

    private static double? MostLetters(SourceParagraph[] paragraphs) => paragraphs
        .Where(paragraph => paragraph.FontSize is not null)
        .GroupBy(paragraph => paragraph.FontSize!.Value, paragraph => paragraph.Text.Length)
        .OrderByDescending(sizes => sizes.Sum()).ThenBy(sizes => sizes.Key)
        .Select(sizes => (double?)sizes.Key).FirstOrDefault();

    // declared, or else the first line where it is short and clearly larger than the body
    private SourceParagraph? TitleOf(SourceTextBox[] boxes)
    {
        if (boxes.FirstOrDefault(box => box.IsTitle) is { } declared) return declared.Paragraphs.FirstOrDefault();
        SourceParagraph? first = boxes.FirstOrDefault()?.Paragraphs.FirstOrDefault();
        bool isTitle = first is { HeadingLevel: 0, IsListItem: false } && first.Text.Trim().Length <= LongestHeading * 2 && first.FontSize >= bodySize * 1.3;
        return isTitle ? first : null;
    }
}

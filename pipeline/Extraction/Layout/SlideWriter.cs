using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>Writes one slide after the other into a text.</summary>
internal sealed class SlideWriter
{
    private const int LongestLabel = 20;
    private const int LongestTitle = 60;
    private readonly OutlineBuilder outline;
    private readonly BlockWriter blocks;
    private readonly TableWriter tables;
    private int containers;

    public SlideWriter(RawTextBuilder text)
    {
        outline = new OutlineBuilder(text);
        blocks = new BlockWriter(text, outline);
        tables = new TableWriter(text, outline);
    }

    /// <summary>Writes all of a slide.</summary>
    public void Write(SourcePage page)
    {
        outline.StartPage();
        SourceElement[] content = [.. page.Elements.Where(element => element.Layer == SourceLayer.Content)];
        SourceElement[] titles = [.. content.Where(element => element is SourceTextBox { IsTitle: true })];
        if (titles.Length == 0 && LargestOnTop(page, content) is { } found) titles = [found];
        foreach (SourceTextBox title in titles.Cast<SourceTextBox>()) WriteLines(title.Paragraphs, page, _ => (BlockRole.Title, 0));
        WriteContent([.. content.Where(element => Array.IndexOf(titles, element) < 0)], page);
        outline.CloseHeadings(1);
        WriteLayer(page, SourceLayer.Notes, BlockRole.Note);
        WriteLayer(page, SourceLayer.Comments, BlockRole.Comment);
        WriteLayer(page, SourceLayer.Furniture, BlockRole.Furniture);
    }

    // beside the content even a table is nothing but lines
    private void WriteLayer(SourcePage page, SourceLayer layer, BlockRole role)
    {
        foreach (SourceElement element in page.Elements.Where(element => element.Layer == layer))
            WriteLines(ElementLines.Of(element), page, _ => (role, 0));
    }

    private void WriteContent(SourceElement[] elements, SourcePage page)
    {
        PlacedElement[] placed = [.. elements.Select(Placed)];
        foreach (ReadingUnit unit in BoxOrder.Arrange(placed))
        {
            outline.CloseHeadings(1);
            if (unit.Heading is { } heading) WriteLines(((SourceTextBox)elements[heading]).Paragraphs, page, _ => (BlockRole.Heading, 1));
            foreach (int body in unit.Bodies) WriteElement(elements[body], page);
        }
    }

    private static PlacedElement Placed(SourceElement element)
    {
        if (element is not SourceTextBox { Paragraphs: [{ IsListItem: false } only] }) return new PlacedElement(element.Locator.Box, false, false);
        string line = only.Text.Trim();
        bool isLabel = line.Length is > 0 and <= LongestLabel && !line.Contains('\n', StringComparison.Ordinal) && !TextShapes.EndsSentence(line);
        return new PlacedElement(element.Locator.Box, isLabel, isLabel && AxisMarks.IsMark(line));
    }

    private void WriteElement(SourceElement element, SourcePage page)
    {
        switch (element)
        {
            case SourceTextBox box: WriteLines(box.Paragraphs, page, RoleOf); break;
            case SourceTable table: tables.Write(table, page.Number, ++containers, outline.Governor); break;
            case SourceChart chart: tables.Write(chart, page.Number, ++containers, outline.Governor); break;
        }
    }

    private void WriteLines(IEnumerable<SourceParagraph> lines, SourcePage page, Func<SourceParagraph, (BlockRole Role, int Level)> roleOf)
    {
        outline.StartContainer();
        containers++;
        foreach (SourceParagraph paragraph in lines)
        {
            (BlockRole role, int level) = roleOf(paragraph);
            blocks.Write(paragraph, role, level, page.Number, containers);
        }
        // a period inside a box governs the rest of that box only
        outline.CloseHeadings(2);
    }

    private static (BlockRole Role, int Level) RoleOf(SourceParagraph paragraph)
    {
        if (TextShapes.IsPeriod(paragraph.Text)) return (BlockRole.Heading, 2);
        if (TextShapes.IsCaption(paragraph.Text)) return (BlockRole.Caption, 0);
        return (paragraph.IsListItem ? BlockRole.ListItem : BlockRole.Paragraph, paragraph.Level);
    }

    // A slide without a title placeholder often has one all the same: the largest letters, in its upper third.
    private static SourceTextBox? LargestOnTop(SourcePage page, SourceElement[] content)
    {
        ImmutableArray<SourceTextBox> sized = [.. content.OfType<SourceTextBox>().Where(box => Size(box) is not null)];
        if (page.Height is not { } height || sized.Length < 2) return null;
        SourceTextBox largest = sized.MaxBy(box => Size(box))!;
        bool alone = sized.Count(box => Size(box) >= Size(largest)) == 1;
        bool onTop = largest.Locator.Box is { } box && box.Bottom <= height / 3;
        return alone && onTop && largest.Paragraphs is [{ Text.Length: <= LongestTitle }] ? largest : null;
    }

    private static double? Size(SourceTextBox box) => box.Paragraphs.Max(paragraph => paragraph.FontSize);
}

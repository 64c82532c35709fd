using System.Collections.Immutable;
using AngleSharp.Dom;
using Extraction.Documents;
using Extraction.Reading;

namespace Extraction.Formats.Html;

/// <summary>Walks the elements of a page, or of one cell, and writes paragraphs, tables and furniture in the page's order.</summary>
/// <param name="places">Numbers the page's paragraphs.</param>
/// <param name="layer">What all of it is.</param>
/// <param name="isCell">Whether lines stay inside one paragraph, because a cell is one block.</param>
/// <param name="limits">Bounds.</param>
internal sealed class HtmlFlow(HtmlPlaces places, SourceLayer layer, bool isCell, ReadLimits limits)
{
    private readonly ImmutableArray<SourceElement>.Builder elements = ImmutableArray.CreateBuilder<SourceElement>();
    private readonly ImmutableArray<SourceParagraph>.Builder paragraphs = ImmutableArray.CreateBuilder<SourceParagraph>();
    private readonly List<SourceElement> waiting = [];
    private readonly HtmlText text = new();
    private SourceParagraph next = new([]);
    private bool isTitled;

    /// <summary>All elements.</summary>
    internal ImmutableArray<SourceElement> Finish()
    {
        EndParagraph();
        EndBox();
        return elements.ToImmutable();
    }

    internal void VisitChildren(INode parent, HtmlContext context)
    {
        foreach (INode child in parent.ChildNodes)
            if (child is IText words) AppendText(words.Data, context);
            else if (child is IElement element && !HtmlRules.IsUnseen(element)) Visit(element, context);
    }

    private void AppendText(string words, HtmlContext context)
    {
        if (!context.IsPreformatted)
        {
            text.Append(words, context.Link, isPreformatted: false);
            return;
        }

        string[] lines = words.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (i > 0) EndLine(context);
            text.Append(lines[i], context.Link, isPreformatted: true);
        }
    }

    private void Visit(IElement element, HtmlContext context)
    {
        bool isBlock = HtmlRules.IsBlock(element);
        if (isBlock) EndParagraph();
        if (layer == SourceLayer.Content && HtmlRules.IsFurniture(element, context)) VisitFurniture(element, context);
        else VisitShown(element, context);
        if (isBlock) EndParagraph();
    }

    // Furniture inside a paragraph waits for its end: what is hidden in a sentence does not cut it in two.
    private void VisitFurniture(IElement element, HtmlContext context)
    {
        var inner = new HtmlFlow(places, SourceLayer.Furniture, isCell: false, limits);
        inner.VisitShown(element, context);
        waiting.AddRange(inner.Finish());
        if (text.IsEmpty) EndParagraph();
    }

    private void VisitShown(IElement element, HtmlContext context)
    {
        switch (element.LocalName)
        {
            case "br": EndLine(context); break;
            case "img" or "input" or "area": Describe(element); break;
            case "q": VisitQuote(element, context); break;
            case "a": VisitChildren(element, context with { Link = element.GetAttribute("href") ?? context.Link }); break;
            case "ol": VisitList(element, context, new HtmlListNumbers(element)); break;
            case "ul" or "menu" or "dir": VisitList(element, context, null); break;
            case "li": VisitItem(element, context, null); break;
            case "dd": VisitIndented(element, context with { Depth = context.Depth + 1 }); break;
            case "pre" or "listing" or "xmp" or "plaintext": VisitChildren(element, context with { IsPreformatted = true }); break;
            case "article" or "main" or "section": VisitChildren(element, context with { IsInArticle = true }); break;
            case ['h', >= '1' and <= '6'] and var name: VisitHeading(element, context with { Heading = name[1] - '0' }); break;
            case "table": VisitTable(element, context); break;
            default: VisitChildren(element, context); break;
        }
    }

    private void VisitQuote(IElement element, HtmlContext context)
    {
        text.Append("“", context.Link, isPreformatted: false);
        VisitChildren(element, context);
        text.Append("”", context.Link, isPreformatted: false);
    }

    private void VisitList(IElement list, HtmlContext context, HtmlListNumbers? numbers)
    {
        foreach (INode child in list.ChildNodes)
        {
            EndParagraph();
            if (child is IElement { LocalName: "li" } item && !HtmlRules.IsFurniture(item, context)) VisitItem(item, context, numbers?.LabelOf(item));
            // a list that stands beside the items instead of in one hangs on the item before
            else if (child is IElement { LocalName: "ol" or "ul" } inner) Visit(inner, context with { Depth = context.Depth + 1 });
            else if (child is IText words) AppendText(words.Data, context);
            else if (child is IElement other && !HtmlRules.IsUnseen(other)) Visit(other, context);
        }

        EndParagraph();
    }

    private void VisitItem(IElement item, HtmlContext context, string? label)
    {
        next = new SourceParagraph([]) { IsListItem = true, Level = context.Depth, Label = label };
        VisitChildren(item, context with { Depth = context.Depth + 1 });
        EndParagraph();
        next = new SourceParagraph([]) { Level = context.Depth };
    }

    private void VisitIndented(IElement element, HtmlContext context)
    {
        next = new SourceParagraph([]) { Level = context.Depth };
        VisitChildren(element, context);
        EndParagraph();
        next = new SourceParagraph([]) { Level = context.Depth - 1 };
    }

    private void VisitHeading(IElement element, HtmlContext context)
    {
        next = next with { HeadingLevel = context.Heading };
        VisitChildren(element, context);
        EndParagraph();
        next = next with { HeadingLevel = 0 };
    }

    private void VisitTable(IElement table, HtmlContext context)
    {
        var reader = new HtmlTables(places, limits);
        if (HtmlTables.IsLayout(table))
        {
            VisitChildren(table, context);
            return;
        }

        foreach (IElement caption in table.Children.Where(child => child.LocalName == "caption")) Visit(caption, context);
        EndParagraph();
        EndBox();
        elements.AddRange(reader.Read(table, context, layer));
    }

    // A picture's description is not part of the sentence around it.
    private void Describe(IElement element)
    {
        string? described = element.LocalName == "input" ? element.GetAttribute("value") ?? element.GetAttribute("placeholder") : element.GetAttribute("alt");
        bool isShown = element.LocalName != "input" || element.GetAttribute("type")?.ToLowerInvariant() is not ("hidden" or "password" or "checkbox" or "radio");
        if (!isShown || HtmlText.Collapse(described ?? "") is not { Length: > 0 } words) return;
        Locator place = places.Next();
        waiting.Add(new SourceTextBox(place, SourceLayer.Furniture, false, [new SourceParagraph([new SourceRun(words, place)])]));
    }

    // In running text a forced line end starts a paragraph: lists and addresses are written like that.
    private void EndLine(HtmlContext context)
    {
        if (context.Heading > 0 || isCell) text.EndLine();
        else EndParagraph();
    }

    private void EndParagraph()
    {
        if (!text.IsEmpty) AddParagraph(next with { Runs = text.Take(places.Next()) });
        else text.Take(places.Here());
        if (waiting.Count == 0) return;
        EndBox();
        elements.AddRange(waiting);
        waiting.Clear();
    }

    private void AddParagraph(SourceParagraph paragraph)
    {
        bool isTitle = paragraph.HeadingLevel == 1 && !isTitled && layer == SourceLayer.Content && !isCell;
        isTitled |= isTitle;
        if (isTitle) EndBox();
        paragraphs.Add(isTitle ? paragraph with { HeadingLevel = 0 } : paragraph);
        if (isTitle) EndBox(isTitle: true);
        // only the first paragraph of an item is the item; the others hang on it
        if (next.IsListItem) next = new SourceParagraph([]) { Level = next.Level + 1 };
    }

    private void EndBox(bool isTitle = false)
    {
        if (paragraphs.Count == 0) return;
        elements.Add(new SourceTextBox(paragraphs[0].Runs[0].Locator, layer, isTitle, paragraphs.ToImmutable()));
        paragraphs.Clear();
    }
}

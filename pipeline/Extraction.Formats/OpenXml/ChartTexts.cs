using System.Collections.Immutable;
using System.Xml.Linq;
using Extraction.Documents;

namespace Extraction.Formats.OpenXml;

/// <summary>Reads what a chart shows beside its grid: labels typed by hand or taken from cells, names of trend lines, drawn shapes.</summary>
internal sealed class ChartTexts(PartSession session, PackageNode part, PartElement root, Locator place, SourceLayer layer)
{
    private static readonly XNamespace A = OoxmlNames.A;
    private static readonly XNamespace C = OoxmlNames.C;
    private static readonly XNamespace Cx = OoxmlNames.Cx;

    /// <summary>One text box for each kind of text that there is.</summary>
    /// <param name="unplaced">Names of series without a single point.</param>
    public IEnumerable<SourceTextBox> Read(IEnumerable<string> unplaced)
    {
        PartElement[] placeholders = [.. root.Descendants(C + "dLbl").Descendants(A + "p").Where(IsFieldsOnly)];
        foreach (PartElement paragraph in placeholders) paragraph.Remove();
        ImmutableArray<SourceParagraph> written = DrawingText.Paragraphs(root, place, TextStyles.None);
        ImmutableArray<SourceParagraph> named = [.. unplaced.Concat(Named()).Where(text => !string.IsNullOrWhiteSpace(text)).Select((text, i) => Line(text, written.Length + i + 1))];
        if (written.Length + named.Length > 0) yield return new SourceTextBox(place, layer, false, written.AddRange(named));
        ImmutableArray<SourceParagraph> unfilled = DrawingText.Paragraphs(Holding(placeholders), place, TextStyles.None);
        if (unfilled.Length > 0) yield return new SourceTextBox(place, SourceLayer.Furniture, false, unfilled);
        if (Drawn() is { } drawn) yield return drawn;
    }

    private static PartElement Holding(IEnumerable<PartElement> paragraphs)
    {
        var holder = new PartElement(C + "dLbls", []);
        PartElement? last = null;
        foreach (PartElement paragraph in paragraphs)
        {
            holder.Append(paragraph, last);
            last = paragraph;
        }
        return holder;
    }

    // [值], [CELLRANGE]: the chart shows a number or a cell in their place
    private static bool IsFieldsOnly(PartElement paragraph) => paragraph.Elements(A + "fld").Any() && !paragraph.Elements(A + "r").Any();

    private IEnumerable<string> Named()
    {
        foreach (PartElement element in root.Descendants())
        {
            if (element.Name == C + "trendline" && element.Element(C + "name") is { } name) yield return name.Value;
            bool isLabelCache = (element.Name == C + "strCache" && !IsOfSeries(element)) || element.Name.LocalName == "dlblRangeCache";
            if (isLabelCache) foreach (PartElement value in element.Descendants(C + "v")) yield return EscapedText.Decode(value.Value);
            if (element.Name == Cx + "v" && element.Ancestors().Any(e => e.Name == Cx + "title")) yield return element.Value;
        }
    }

    private static bool IsOfSeries(PartElement cache) => cache.Ancestors().TakeWhile(e => e.Name != C + "ser").Any(e =>
        (e.Name.Namespace == C && e.Name.LocalName is "cat" or "xVal" or "val" or "yVal" or "bubbleSize") || (e.Name == C + "tx" && e.Parent?.Name == C + "ser"));

    private SourceTextBox? Drawn()
    {
        if (root.Element(C + "userShapes") is not { } shapes) return null;
        if (session.TryGetPart(part, shapes.Attribute(OoxmlNames.R + "id"), place) is not { } drawing) return null;
        Locator here = place with { Part = drawing.Name };
        ImmutableArray<SourceParagraph> texts = DrawingText.Paragraphs(session.TryLoad(drawing, here), here, TextStyles.None, drawing);
        return texts.IsEmpty ? null : new SourceTextBox(here, layer, false, texts);
    }

    private SourceParagraph Line(string text, int number) => new([new SourceRun(text, place with { Paragraph = number })]);
}

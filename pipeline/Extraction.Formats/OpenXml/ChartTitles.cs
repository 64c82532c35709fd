using System.Xml.Linq;
using Extraction.Documents;

namespace Extraction.Formats.OpenXml;

/// <summary>Reads the titles of a chart and its axes, and remembers which were told, so that the rest of the chart's text leaves them out.</summary>
internal sealed class ChartTitles(ChartPoints points)
{
    private static readonly XNamespace C = OoxmlNames.C;
    private static readonly XNamespace Cx = OoxmlNames.Cx;
    private readonly HashSet<PartElement> claimed = [];

    /// <summary>A title's text, a line for each paragraph; null where it has none of its own.</summary>
    public string? Claim(PartElement? title)
    {
        string text = string.Join('\n', DrawingText.Paragraphs(title, new Locator(), TextStyles.None).Select(paragraph => paragraph.Text));
        if (text.Length == 0) text = string.Join(' ', points.Read(title?.Element(C + "tx")).Where(part => !string.IsNullOrEmpty(part)));
        if (text.Length == 0) text = title?.Descendants(Cx + "v").FirstOrDefault()?.Value ?? "";
        if (text.Length == 0) return null;
        claimed.Add(title!);
        return text;
    }

    /// <summary>Takes the titles that were told out of the tree.</summary>
    public void RemoveClaimed()
    {
        foreach (PartElement title in claimed) title.Remove();
    }
}

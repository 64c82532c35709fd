using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Extraction.Documents;

namespace Extraction.Formats.OpenXml;

/// <summary>Reads DrawingML text bodies (a:p, a:r, a:br, a:fld and formulas) as paragraphs.</summary>
internal static class DrawingText
{
    private static readonly XNamespace A = OoxmlNames.A;

    /// <summary>The paragraphs with text below an element, numbered as the file has them, blank ones counted but left out.</summary>
    public static ImmutableArray<SourceParagraph> Paragraphs(XElement? body, Locator place, TextStyles styles)
    {
        var paragraphs = ImmutableArray.CreateBuilder<SourceParagraph>();
        int number = 0;
        foreach (XElement paragraph in body?.Descendants(A + "p") ?? [])
        {
            Locator here = place with { Paragraph = ++number };
            var runs = ImmutableArray.CreateBuilder<SourceRun>();
            Collect(paragraph, here, runs);
            if (runs.Any(run => !string.IsNullOrWhiteSpace(run.Text))) paragraphs.Add(Paragraph(paragraph, runs.ToImmutable(), styles));
        }
        return paragraphs.ToImmutable();
    }

    private static SourceParagraph Paragraph(XElement paragraph, ImmutableArray<SourceRun> runs, TextStyles styles)
    {
        XElement? properties = paragraph.Element(A + "pPr");
        int level = Math.Clamp((int)(Integer(properties?.Attribute("lvl")) ?? 0), 0, 8);
        return new SourceParagraph(runs)
        {
            Level = level,
            IsListItem = styles.HasBullet(properties, level),
            FontSize = RunSize(paragraph) ?? styles.FontSize(level),
        };
    }

    private static void Collect(XElement parent, Locator place, ImmutableArray<SourceRun>.Builder runs)
    {
        foreach (XElement element in parent.Elements())
        {
            if (element.Name == A + "t" || element.Name == OoxmlNames.M + "t")
            {
                if (element.Value.Length > 0) runs.Add(new SourceRun(element.Value, place));
            }
            else if (element.Name == A + "br")
            {
                runs.Add(new SourceRun("\n", place));
            }
            else if (!element.Name.LocalName.EndsWith("Pr", StringComparison.Ordinal))
            {
                Collect(element, place, runs);
            }
        }
    }

    private static double? RunSize(XElement paragraph) =>
        paragraph.Elements()
            .Select(run => (Size: Integer(run.Element(A + "rPr")?.Attribute("sz")), Letters: run.Element(A + "t")?.Value.Length ?? 0))
            .Where(run => run is { Size: not null, Letters: > 0 })
            .GroupBy(run => run.Size!.Value, run => run.Letters)
            .OrderByDescending(sizes => sizes.Sum()).ThenByDescending(sizes => sizes.Key)
            .Select(sizes => (double?)sizes.Key / 100).FirstOrDefault();

    /// <summary>An attribute's whole number, null where there is none or it is not a number.</summary>
    public static long? Integer(XAttribute? attribute) =>
        long.TryParse(attribute?.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) ? value : null;
}

using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Extraction.Documents;

namespace Extraction.Formats.OpenXml;

/// <summary>Reads DrawingML text bodies (a:p, a:r, a:br, a:fld and formulas) as paragraphs.</summary>
internal static class DrawingText
{
    private static readonly XNamespace A = OoxmlNames.A;
    private static readonly XName ParagraphName = A + "p";
    private static readonly XName TextName = A + "t";
    private static readonly XName BreakName = A + "br";
    private static readonly XName PropertiesName = A + "pPr";
    private static readonly XName RunPropertiesName = A + "rPr";
    private static readonly XName AutoNumberName = A + "buAutoNum";
    private static readonly XName ClickName = A + "hlinkClick";
    private static readonly XName RelationshipName = OoxmlNames.R + "id";
    private static readonly XName FormulaName = OoxmlNames.M + "t";

    /// <summary>The paragraphs with text below an element, numbered as the file has them, blank ones counted but left out. Text that stands
    /// outside of all paragraphs is one of its own.</summary>
    /// <param name="body">What holds the paragraphs.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="styles">What the text inherits.</param>
    /// <param name="owner">The part that hyperlinks are looked up in; without one, links are not told.</param>
    public static ImmutableArray<SourceParagraph> Paragraphs(PartElement? body, Locator place, TextStyles styles, PackageNode? owner = null)
    {
        var paragraphs = ImmutableArray.CreateBuilder<SourceParagraph>();
        var numbers = new AutoNumbers();
        int number = 0;
        foreach (PartElement paragraph in body?.Descendants().Prepend(body).Where(IsParagraph) ?? [])
        {
            var runs = ImmutableArray.CreateBuilder<SourceRun>();
            Collect(paragraph, new SourceRun("", place with { Paragraph = ++number }), owner, runs);
            if (HasLetters(runs)) paragraphs.Add(Paragraph(paragraph, runs.ToImmutable(), styles, numbers));
        }
        return paragraphs.ToImmutable();
    }

    private static bool HasLetters(ImmutableArray<SourceRun>.Builder runs)
    {
        foreach (SourceRun run in runs)
            if (!string.IsNullOrWhiteSpace(run.Text)) return true;
        return false;
    }

    private static bool IsText(PartElement element) => element.Name == TextName || element.Name == FormulaName;

    private static bool IsParagraph(PartElement element) => element.Name == ParagraphName || (element.Name == TextName && !IsInParagraph(element));

    private static bool IsInParagraph(PartElement text)
    {
        for (PartElement? around = text.Parent; around is not null && !IsProperties(around); around = around.Parent)
            if (around.Name == ParagraphName) return true;
        return false;
    }

    private static bool IsProperties(PartElement element) => element.Name.LocalName.EndsWith("Pr", StringComparison.Ordinal);

    private static SourceParagraph Paragraph(PartElement paragraph, ImmutableArray<SourceRun> runs, TextStyles styles, AutoNumbers numbers)
    {
        PartElement? properties = paragraph.Element(PropertiesName);
        int level = Math.Clamp((int)(Integer(properties?.Attribute("lvl")) ?? 0), 0, 8);
        PartElement? bullet = styles.Bullet(properties, level);
        return new SourceParagraph(runs)
        {
            Level = level,
            IsListItem = bullet is not null,
            Label = numbers.Next(level, bullet?.Name == AutoNumberName ? bullet : null),
            FontSize = RunSize(paragraph) ?? styles.FontSize(level),
        };
    }

    // place is an empty run that carries what its texts share
    private static void Collect(PartElement parent, SourceRun place, PackageNode? owner, ImmutableArray<SourceRun>.Builder runs)
    {
        if (IsText(parent))
        {
            if (parent.Value.Length > 0) runs.Add(place with { Text = EscapedText.Decode(parent.Value) });
            return;
        }

        foreach (PartElement element in parent.Elements())
        {
            if (IsText(element))
            {
                Collect(element, place, owner, runs);
            }
            else if (element.Name == BreakName)
            {
                runs.Add(place with { Text = "\n" });
            }
            else if (!IsProperties(element) && element.Name != ParagraphName)
            {
                string? link = owner is null ? null : Link(element.Element(RunPropertiesName), owner);
                Collect(element, link is null ? place : place with { Link = link }, owner, runs);
            }
        }
    }

    /// <summary>The address outside the package that a click on an element with these properties leads to; null where it leads nowhere or to a slide.</summary>
    public static string? Link(PartElement? properties, PackageNode owner) =>
        properties?.Element(ClickName)?.Attribute(RelationshipName) is { Length: > 0 } id ? owner.ExternalTarget(id) : null;

    private static double? RunSize(PartElement paragraph)
    {
        var sized = new List<(long Size, int Letters)>();
        foreach (PartElement run in paragraph.Elements())
        {
            int letters = run.Element(TextName)?.Value.Length ?? 0;
            if (letters > 0 && Integer(run.Element(RunPropertiesName)?.Attribute("sz")) is { } size) sized.Add((size, letters));
        }
        if (sized.TrueForAll(run => run.Size == sized[0].Size)) return sized.Count == 0 ? null : sized[0].Size / 100d;
        return sized.GroupBy(run => run.Size, run => run.Letters)
            .OrderByDescending(sizes => sizes.Sum()).ThenByDescending(sizes => sizes.Key)
            .First().Key / 100d;
    }

    /// <summary>An attribute's whole number, null where there is none or it is not a number.</summary>
    public static long? Integer(string? attribute) =>
        long.TryParse(attribute, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) ? value : null;
}

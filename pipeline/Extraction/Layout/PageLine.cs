using System.Text.RegularExpressions;
using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>A visual line of a page, or a whole turned text box, which no rule here takes apart.</summary>
/// <param name="Paragraphs">The source's paragraphs; one, but for a turned box.</param>
/// <param name="Box">In the page's frame.</param>
/// <param name="Size">Font size in points; the box's height where the source names none.</param>
/// <param name="Layer">What the source says about it.</param>
internal sealed partial record PageLine(IReadOnlyList<SourceParagraph> Paragraphs, Box Box, double Size, SourceLayer Layer)
{
    /// <summary>The text without the last line end.</summary>
    public string Text { get; } = string.Concat(Paragraphs.Select(paragraph => paragraph.Text)).TrimEnd('\n');

    /// <summary>Whether the text does not stand upright in the page's frame.</summary>
    public bool IsTurned { get; private init; }

    /// <summary>Whether it is turned by something else than quarters, as watermarks are.</summary>
    public bool IsAskew { get; private init; }

    /// <summary>Whether it is a line of a table of contents: a title, a leader, a page.</summary>
    public bool IsEntry => Leader().IsMatch(Text);

    /// <summary>Whether it begins with a bullet or an item number.</summary>
    public bool StartsItem => IsBulleted || Numbered().IsMatch(Text);

    /// <summary>Whether it begins with a bullet. Symbol fonts without a character table show theirs as a letter: l, n, u, Ø.</summary>
    public bool IsBulleted => Bullet().IsMatch(Text);

    /// <summary>Whether it begins with a chapter or section number (第一章, 一、, （二）, 1.2).</summary>
    public bool IsSectionNumbered => Section().IsMatch(Text);

    /// <summary>Whether it ends a sentence.</summary>
    public bool EndsSentence => Text.Length > 0 && "。！？；：!?;:".Contains(Text[^1], StringComparison.Ordinal);

    /// <summary>All lines of a page's boxes, turned boxes as one item each, in the source's order.</summary>
    public static List<PageLine> Of(SourcePage page, PageFrame frame)
    {
        List<PageLine> lines = [];
        foreach (SourceTextBox box in page.Elements.OfType<SourceTextBox>())
        {
            if (box.Paragraphs.IsEmpty) continue;
            if (frame.IsUpright(box.Angle)) lines.AddRange(box.Paragraphs.Select(paragraph => From([paragraph], box, frame)));
            else lines.Add(From([.. box.Paragraphs], box, frame) with { IsTurned = true, IsAskew = PageFrame.IsAskew(box.Angle) });
        }
        return lines;
    }

    /// <summary>Paragraphs of a box or table as one item.</summary>
    public static PageLine From(IReadOnlyList<SourceParagraph> paragraphs, SourceElement owner, PageFrame frame)
    {
        Box whole = owner.Locator.Box ?? default;
        IEnumerable<Box> boxes = paragraphs.SelectMany(paragraph => paragraph.Runs).Select(run => run.Locator.Box ?? whole);
        Box box = frame.Turned(boxes.DefaultIfEmpty(whole).Aggregate((left, right) => left.Union(right)));
        double size = paragraphs.Count > 0 && paragraphs[0].FontSize is > 0 and { } given ? given : Math.Max(1, box.Height);
        return new PageLine(paragraphs, box, size, owner.Layer);
    }

    [GeneratedRegex(@"(?:[.．·…‥]\s?){4,}\s*\d{1,4}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Leader();

    [GeneratedRegex(@"^\s*(?:[•◦●○■□▪▫◆◇►▶➢➤✓✔❖·\uF06C\uF06E\uF0B7\uF0D8\uF0FC]|[–—-]\s|[lnupqüØ²]\s+(?=[\u4E00-\u9FFF“《]))", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^\s*(?:\d{1,2}[.、)）](?!\d)|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|[①-⑳]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十\d]{1,3}[章节篇部])", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^\s*(?:第[一二三四五六七八九十\d]{1,3}[章节篇部]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}(?:\.\d{1,2}){1,3}\s*\D)", RegexOptions.CultureInvariant)]
    private static partial Regex Section();
}

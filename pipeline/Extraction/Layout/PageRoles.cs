using System.Text.RegularExpressions;
using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>Says what a block of lines is: the page's title, a heading, an item, a caption, running text.</summary>
internal static partial class PageRoles
{
    private const double TitleSize = 1.15;
    private const double HeadingSize = 1.12;
    private const int MaxHeadingLetters = 40;
    private const int MaxTitleLetters = 80;

    // a title stands in the upper part of its page; a cover's may stand in the middle
    private const double TitlePart = 0.35;

    /// <summary>Position of the page's title among its blocks, -1 where it has none.</summary>
    /// <param name="blocks">Blocks in reading order.</param>
    /// <param name="bodySize">The usual size of the document.</param>
    /// <param name="pageHeight">In points.</param>
    /// <param name="isCover">Whether this is the first page.</param>
    public static int TitleOf(IReadOnlyList<IReadOnlyList<PageLine>> blocks, double bodySize, double pageHeight, bool isCover)
    {
        int best = -1;
        for (int i = 0; i < blocks.Count; i++)
        {
            PageLine first = blocks[i][0];
            bool canBe = !first.IsTurned && !first.IsBulleted && Letters(blocks[i]) is > 1 and <= MaxTitleLetters
                && first.Size >= TitleSize * bodySize && first.Text.Any(char.IsLetter) && !IsQuantity(first.Text)
                && (isCover || first.Box.Top <= TitlePart * pageHeight);
            if (canBe && (best < 0 || first.Size > 1.02 * blocks[best][0].Size)) best = i;
        }
        return best;
    }

    /// <summary>The role of a block that is not the title.</summary>
    public static BlockRole Of(IReadOnlyList<PageLine> block, double bodySize)
    {
        PageLine first = block[0];
        int letters = Letters(block);
        bool isShort = letters <= MaxHeadingLetters && !block[^1].EndsSentence && first.Text.Any(char.IsLetter);
        if (IsQuantity(first.Text) || first.IsEntry) isShort = false;
        if (first.IsTurned) return isShort && first.Size >= HeadingSize * bodySize ? BlockRole.Heading : BlockRole.Paragraph;
        if (Caption().IsMatch(first.Text) && letters <= MaxTitleLetters) return BlockRole.Caption;
        if (first.IsSectionNumbered && isShort && first.Size >= bodySize) return BlockRole.Heading;
        if (first.StartsItem) return BlockRole.ListItem;
        return isShort && first.Size >= HeadingSize * bodySize ? BlockRole.Heading : BlockRole.Paragraph;
    }

    /// <summary>A number with its unit in large type (326万家) says something and names nothing; a year does.</summary>
    private static bool IsQuantity(string text) => Quantity().IsMatch(text) && !TextShapes.IsPeriod(text);

    private static int Letters(IReadOnlyList<PageLine> block) => block.Sum(line => line.Text.Length);

    [GeneratedRegex(@"^\s*[+\-–~≈<>≥≤¥￥$]?\s*\d[\d.,]*(?:\p{L}{0,3}|\s+[万亿千百元家个人次台套吨米倍项条种户辆座天月名所件例只]\p{L}{0,2}|\s*[%‰])[/+]?\p{L}{0,3}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Quantity();

    [GeneratedRegex(@"^\s*(?:(?:数据|资料|图片|信息)?来源\s*[:：]|(?:图表?|表格?)\s*\d{1,3}(?:[-.]\d{1,3})?\s*[:：.、 ]|注\s*[:：])", RegexOptions.CultureInvariant)]
    private static partial Regex Caption();
}

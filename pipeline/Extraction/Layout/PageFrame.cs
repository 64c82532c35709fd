using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>A page as its reader holds it: pages whose text runs down (vertical Chinese, from right to left) or up (a wide table on an upright
/// page) are arranged as if they were turned back.</summary>
/// <param name="Angle">Direction of most letters: 0, 90, 180 or 270 degrees counter-clockwise.</param>
/// <param name="PageWidth">In points, as the file has it.</param>
/// <param name="PageHeight">In points, as the file has it.</param>
internal readonly record struct PageFrame(int Angle, double PageWidth, double PageHeight)
{
    // a scan may lie askew by that many degrees
    private const int MaxSkew = 10;

    /// <summary>In points.</summary>
    public double Width => IsQuarter ? PageHeight : PageWidth;

    /// <summary>In points.</summary>
    public double Height => IsQuarter ? PageWidth : PageHeight;

    private bool IsQuarter => Angle is 90 or 270;

    /// <summary>The frame that most of a page's letters stand upright in.</summary>
    public static PageFrame Of(SourcePage page)
    {
        int[] letters = new int[4];
        foreach (SourceTextBox box in page.Elements.OfType<SourceTextBox>())
            if (Quarter(box.Angle) is { } quarter) letters[quarter / 90] += box.Paragraphs.Sum(paragraph => paragraph.Text.Length);
        // tables are turned by the reader, and say nothing about what is around them
        return new PageFrame(90 * Array.IndexOf(letters, letters.Max()), page.Width ?? 0, page.Height ?? 0);
    }

    /// <summary>Whether text of this direction stands upright in the frame.</summary>
    public bool IsUpright(int angle) => Quarter(angle) == Angle;

    /// <summary>Whether text of this direction runs along no side of the page.</summary>
    public static bool IsAskew(int angle) => Quarter(angle) is null;

    /// <summary>A box of the page in the frame.</summary>
    public Box Turned(Box box) => Angle switch
    {
        90 => new Box(PageHeight - box.Bottom, box.Left, PageHeight - box.Top, box.Right),
        180 => new Box(PageWidth - box.Right, PageHeight - box.Bottom, PageWidth - box.Left, PageHeight - box.Top),
        270 => new Box(box.Top, PageWidth - box.Right, box.Bottom, PageWidth - box.Left),
        _ => box,
    };

    private static int? Quarter(int angle)
    {
        int nearest = (angle + 45) / 90 * 90;
        return Math.Abs(angle - nearest) <= MaxSkew ? nearest % 360 : null;
    }
}

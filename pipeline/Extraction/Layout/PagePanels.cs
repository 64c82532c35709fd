using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>The panels that part a page's lines: drawn rectangles with more than a row of text in them, and those with one row beside them.</summary>
internal static class PagePanels
{
    // in points
    private const double SamePlace = 3;

    /// <summary>A page's panels, the largest first, in its frame.</summary>
    public static List<Box> Of(SourcePage page, PageFrame frame, IReadOnlyList<PageLine> lines)
    {
        if (page.Panels.IsEmpty) return [];
        List<Box> drawn = [.. page.Panels.Select(frame.Turned)], high = drawn.FindAll(panel => HoldsRows(panel, lines));
        List<Box> panels = drawn.FindAll(panel => high.Exists(other => panel == other || (IsSameRow(panel, other) && lines.Any(line => Holds(panel, line.Box)))));
        return [.. panels.Where(panel => !IsStripe(panel, panels, lines)).OrderByDescending(panel => panel.Width * panel.Height)];
    }

    /// <summary>Position of the smallest panel around the middle of a box, -1 outside all.</summary>
    public static int InnermostAt(IReadOnlyList<Box> panels, Box box)
    {
        for (int i = panels.Count - 1; i >= 0; i--)
            if (Holds(panels[i], box)) return i;
        return -1;
    }

    /// <summary>Whether the middle of a box lies in a panel.</summary>
    public static bool Holds(Box panel, Box box)
    {
        double x = (box.Left + box.Right) / 2, y = (box.Top + box.Bottom) / 2;
        return panel.Left <= x && x < panel.Right && panel.Top <= y && y < panel.Bottom;
    }

    private static bool IsSameRow(Box panel, Box other) => Math.Abs(panel.Top - other.Top) <= SamePlace && Math.Abs(panel.Bottom - other.Bottom) <= SamePlace;

    private static bool HoldsRows(Box panel, IReadOnlyList<PageLine> lines)
    {
        PageLine? first = lines.FirstOrDefault(line => Holds(panel, line.Box));
        return first is not null && lines.Any(line => Holds(panel, line.Box) && (line.Box.Top >= first.Box.Bottom || line.Box.Bottom <= first.Box.Top));
    }

    /// <summary>Every other row of a table may lie on a stripe: text stands between two panels of one width.</summary>
    private static bool IsStripe(Box panel, List<Box> panels, IReadOnlyList<PageLine> lines) => panels.Exists(other =>
    {
        bool isSameWidth = Math.Abs(panel.Left - other.Left) <= SamePlace && Math.Abs(panel.Right - other.Right) <= SamePlace;
        if (!isSameWidth || Math.Max(panel.Top, other.Top) <= Math.Min(panel.Bottom, other.Bottom)) return false;
        var between = new Box(panel.Left, Math.Min(panel.Bottom, other.Bottom), panel.Right, Math.Max(panel.Top, other.Top));
        return between.Height < 2 * panel.Height && lines.Any(line => Holds(between, line.Box));
    });
}

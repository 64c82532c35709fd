using Extraction.Documents;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;

namespace Extraction.Formats.Pdf;

/// <summary>Finds the rectangles, with or without round corners, that a page draws around what belongs together: cards, side bars, frames.
/// Boxes side by side without a gap are a table's cells, and none.</summary>
internal static class PdfPanels
{
    // four sides and four corners, begun and closed
    private const int MaxCommands = 14;

    // a page draws that many cards at most; more are a chart or a picture
    private const int MaxPanels = 200;

    // in points: room for two lines of text and a few words
    private const double LeastHeight = 24;
    private const double LeastWidth = 50;

    // share of the page; more is its background
    private const double MostOfPage = 0.85;

    // in points
    private const double SamePlace = 3;

    /// <summary>The page's panels from the top, each once.</summary>
    public static List<Box> Of(IReadOnlyList<PdfPath> paths, double pageWidth, double pageHeight)
    {
        HashSet<Box> found = [];
        foreach (PdfPath path in paths)
        {
            if (!path.IsFilled && !path.IsStroked) continue;
            foreach (PdfSubpath subpath in path)
                if (PanelOf(subpath, pageWidth, pageHeight) is { } box) found.Add(box);
            if (found.Count > MaxPanels) return [];
        }
        List<Box> panels = [];
        foreach (Box box in found.OrderBy(box => box.Top).ThenBy(box => box.Left).ThenBy(box => box.Right).ThenBy(box => box.Bottom))
            if (!panels.Exists(other => IsSame(box, other))) panels.Add(box);
        return panels.FindAll(box => !panels.Exists(other => Touches(box, other)));
    }

    private static Box? PanelOf(PdfSubpath subpath, double pageWidth, double pageHeight)
    {
        if (subpath.Commands.Count > MaxCommands || subpath.GetBoundingRectangle() is not { } bounds) return null;
        if (!double.IsFinite(bounds.Left + bounds.Bottom + bounds.Width + bounds.Height)) return null;
        if (bounds.Width < LeastWidth || bounds.Height < LeastHeight || bounds.Width * bounds.Height > MostOfPage * pageWidth * pageHeight) return null;
        var box = new Box(bounds.Left, pageHeight - bounds.Top, bounds.Right, pageHeight - bounds.Bottom);
        return HasItsSides(subpath, bounds) ? PdfBoxes.Rounded(box) : null;
    }

    /// <summary>Whether the outline's straight parts run along the sides of its bounds: arrows, circles and diamonds do not.</summary>
    private static bool HasItsSides(PdfSubpath subpath, PdfRectangle bounds)
    {
        double along = 0;
        PdfPoint? start = null, last = null;
        foreach (PdfSubpath.IPathCommand command in subpath.Commands)
        {
            if (command is PdfSubpath.Move move) start = last = move.Location;
            else if (command is PdfSubpath.Line line)
            {
                along += OnSide(line.From, line.To, bounds);
                last = line.To;
            }
            else if (command is PdfSubpath.CubicBezierCurve curve) last = curve.EndPoint;
        }
        if (start is { } first && last is { } end) along += OnSide(end, first, bounds);
        return along >= bounds.Width + bounds.Height;
    }

    private static double OnSide(PdfPoint from, PdfPoint to, PdfRectangle bounds)
    {
        bool upright = Math.Abs(from.X - to.X) < SamePlace && (Math.Abs(from.X - bounds.Left) < SamePlace || Math.Abs(from.X - bounds.Right) < SamePlace);
        bool level = Math.Abs(from.Y - to.Y) < SamePlace && (Math.Abs(from.Y - bounds.Top) < SamePlace || Math.Abs(from.Y - bounds.Bottom) < SamePlace);
        return upright || level ? Math.Abs(from.X - to.X) + Math.Abs(from.Y - to.Y) : 0;
    }

    private static bool IsSame(Box one, Box other) =>
        Math.Abs(one.Left - other.Left) <= SamePlace && Math.Abs(one.Top - other.Top) <= SamePlace
        && Math.Abs(one.Right - other.Right) <= SamePlace && Math.Abs(one.Bottom - other.Bottom) <= SamePlace;

    private static bool Touches(Box one, Box other)
    {
        bool sameRow = Math.Abs(one.Top - other.Top) <= SamePlace && Math.Abs(one.Bottom - other.Bottom) <= SamePlace;
        bool sameColumn = Math.Abs(one.Left - other.Left) <= SamePlace && Math.Abs(one.Right - other.Right) <= SamePlace;
        return (sameRow && (Math.Abs(one.Right - other.Left) <= SamePlace || Math.Abs(other.Right - one.Left) <= SamePlace))
            || (sameColumn && (Math.Abs(one.Bottom - other.Top) <= SamePlace || Math.Abs(other.Bottom - one.Top) <= SamePlace));
    }
}

using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;

namespace Extraction.Formats.Pdf;

/// <summary>A straight line that the page draws along an axis. Points, origin top left.</summary>
/// <param name="IsHorizontal">Whether it runs from left to right, not from top to bottom.</param>
/// <param name="At">Its y if horizontal, else its x.</param>
/// <param name="From">Its left or upper end.</param>
/// <param name="To">Its right or lower end.</param>
internal readonly record struct PdfRuling(bool IsHorizontal, double At, double From, double To);

/// <summary>Reads drawn paths as ruling lines: stroked lines and rectangles, and the thin filled rectangles that many writers draw instead.
/// Pieces of one line, drawn cell by cell, become one ruling.</summary>
internal static class PdfRulings
{
    /// <summary>What still counts as the same place, in points: rulings are up to that thick, and their ends miss each other by that much.</summary>
    public const double Tolerance = 2;

    private const double MaxThickness = 3;
    private const double MaxSkew = 0.5;

    // a drawing, not a table; its lines would be compared with each other
    private const int MaxPieces = 20_000;
    private const int MaxRulings = 2_000;

    /// <summary>The page's rulings; none where there are more than any table has.</summary>
    public static List<PdfRuling> Of(IReadOnlyList<PdfPath> paths, double pageHeight)
    {
        List<PdfRuling> pieces = [.. paths.Where(path => path.IsFilled || path.IsStroked).SelectMany(path => PiecesOf(path, pageHeight)).Take(MaxPieces + 1)];
        return pieces.Count > MaxPieces ? [] : Whole(pieces);
    }

    /// <summary>Lines of which the pieces are pieces, at one place or one after the other; none where there are more than any table has.</summary>
    public static List<PdfRuling> Whole(IReadOnlyList<PdfRuling> pieces)
    {
        List<PdfRuling> rulings = [.. Merged(pieces.Where(piece => piece.IsHorizontal)), .. Merged(pieces.Where(piece => !piece.IsHorizontal))];
        return rulings.Count > MaxRulings ? [] : rulings;
    }

    private static IEnumerable<PdfRuling> PiecesOf(PdfPath path, double pageHeight)
    {
        foreach (PdfSubpath subpath in path)
        {
            if (path.IsStroked)
            {
                foreach ((PdfPoint from, PdfPoint to) in Sides(subpath))
                    if (Straight(from, to, pageHeight) is { } piece) yield return piece;
            }
            else if (subpath.GetBoundingRectangle() is { } bounds && Thin(bounds, pageHeight) is { } line) yield return line;
        }
    }

    private static IEnumerable<(PdfPoint From, PdfPoint To)> Sides(PdfSubpath subpath)
    {
        PdfPoint? start = null, last = null;
        foreach (PdfSubpath.IPathCommand command in subpath.Commands)
        {
            if (command is PdfSubpath.Move move) start = last = move.Location;
            else if (command is PdfSubpath.Line line)
            {
                yield return (line.From, line.To);
                last = line.To;
            }
            else if (command is PdfSubpath.Close && start is { } first && last is { } end) yield return (end, first);
        }
    }

    private static PdfRuling? Straight(PdfPoint from, PdfPoint to, double pageHeight)
    {
        double width = Math.Abs(from.X - to.X), height = Math.Abs(from.Y - to.Y);
        if (!double.IsFinite(width + height) || Math.Min(width, height) > MaxSkew) return null;
        return Ruling(Math.Min(from.X, to.X), Math.Min(from.Y, to.Y), width, height, pageHeight);
    }

    private static PdfRuling? Thin(PdfRectangle bounds, double pageHeight)
    {
        if (!double.IsFinite(bounds.Width + bounds.Height) || Math.Min(bounds.Width, bounds.Height) > MaxThickness) return null;
        return Ruling(bounds.Left, bounds.Bottom, bounds.Width, bounds.Height, pageHeight);
    }

    private static PdfRuling Ruling(double left, double bottom, double width, double height, double pageHeight) => width >= height
        ? new PdfRuling(true, pageHeight - bottom - (height / 2), left, left + width)
        : new PdfRuling(false, left + (width / 2), pageHeight - bottom - height, pageHeight - bottom);

    private static IEnumerable<PdfRuling> Merged(IEnumerable<PdfRuling> pieces)
    {
        List<PdfRuling> place = [];
        foreach (PdfRuling piece in pieces.OrderBy(piece => piece.At))
        {
            if (place.Count > 0 && piece.At - place[0].At > Tolerance)
            {
                foreach (PdfRuling ruling in Joined(place)) yield return ruling;
                place = [];
            }
            place.Add(piece);
        }
        foreach (PdfRuling ruling in Joined(place)) yield return ruling;
    }

    private static IEnumerable<PdfRuling> Joined(List<PdfRuling> place)
    {
        if (place.Count == 0) yield break;
        double at = place.Average(piece => piece.At);
        PdfRuling? open = null;
        foreach (PdfRuling piece in place.OrderBy(piece => piece.From).ThenBy(piece => piece.To))
        {
            if (open is { } ruling && piece.From <= ruling.To + Tolerance) open = ruling with { To = Math.Max(ruling.To, piece.To) };
            else
            {
                if (open is { } done) yield return done;
                open = piece with { At = at };
            }
        }
        if (open is { } last) yield return last;
    }
}

using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;

namespace Extraction.Formats.Pdf.Content;

/// <summary>Collects paths as they will stand on the page.</summary>
internal sealed class PdfPathPen(PdfPageContent content)
{
    // a drawing of more pieces than that is no table
    private const int MostPieces = 100_000;

    private PdfPath? path;
    private PdfSubpath? open;
    private int pieces;

    public void MoveTo(in PdfMatrix matrix, double x, double y)
    {
        Close();
        open = new PdfSubpath();
        (double left, double top) = matrix.Map(x, y);
        open.MoveTo(left, top);
    }

    public void LineTo(in PdfMatrix matrix, double x, double y)
    {
        if (open is null || ++pieces > MostPieces) return;
        (double left, double top) = matrix.Map(x, y);
        open.LineTo(left, top);
    }

    /// <summary>A curve, as the jump to its end: no ruling line is one.</summary>
    public void CurveTo(in PdfMatrix matrix, double x, double y)
    {
        if (open is null || ++pieces > MostPieces) return;
        (double left, double top) = matrix.Map(x, y);
        open.MoveTo(left, top);
    }

    public void Rectangle(in PdfMatrix matrix, double x, double y, double width, double height)
    {
        Close();
        if (++pieces > MostPieces) return;
        (double left, double bottom) = matrix.Map(x, y);
        (double right, double top) = matrix.Map(x + width, y + height);
        open = new PdfSubpath();
        open.Rectangle(left, bottom, right - left, top - bottom);
        Close();
    }

    public void CloseSubpath()
    {
        open?.CloseSubpath();
        Close();
    }

    /// <summary>Ends the path and draws it.</summary>
    public void Paint(bool isFilled, bool isStroked, bool isHidden)
    {
        Close();
        if (path is { } drawn && (isFilled || isStroked) && !isHidden)
        {
            content.HasMarks = true;
            if (isFilled) drawn.SetFilled(FillingRule.EvenOdd);
            if (isStroked) drawn.SetStroked();
            if (pieces <= MostPieces) content.Paths.Add(drawn);
            else content.Paths.Clear();
        }
        path = null;
    }

    private void Close()
    {
        if (open is null) return;
        (path ??= []).Add(open);
        open = null;
    }
}

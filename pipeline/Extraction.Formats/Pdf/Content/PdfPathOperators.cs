namespace Extraction.Formats.Pdf.Content;

/// <summary>The operators of paths.</summary>
internal static class PdfPathOperators
{
    /// <summary>Runs the operator; any other does nothing.</summary>
    public static void Run(ReadOnlySpan<char> name, PdfOperands operands, in PdfMatrix matrix, PdfPathPen pen, bool isHidden)
    {
        switch (name)
        {
            case "m": pen.MoveTo(matrix, operands.Number(2), operands.Number(1)); break;
            case "l": pen.LineTo(matrix, operands.Number(2), operands.Number(1)); break;
            case "c" or "v" or "y": pen.CurveTo(matrix, operands.Number(2), operands.Number(1)); break;
            case "re": pen.Rectangle(matrix, operands.Number(4), operands.Number(3), operands.Number(2), operands.Number(1)); break;
            case "h": pen.CloseSubpath(); break;
            case "n": pen.Paint(false, false, isHidden); break;
            case "S": pen.Paint(false, true, isHidden); break;
            case "f" or "F" or "f*": pen.Paint(true, false, isHidden); break;
            case "B" or "B*": pen.Paint(true, true, isHidden); break;
            case "s":
                pen.CloseSubpath();
                pen.Paint(false, true, isHidden);
                break;
            case "b" or "b*":
                pen.CloseSubpath();
                pen.Paint(true, true, isHidden);
                break;
        }
    }
}

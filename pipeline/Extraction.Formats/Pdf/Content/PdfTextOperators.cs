namespace Extraction.Formats.Pdf.Content;

/// <summary>The operators of text.</summary>
internal static class PdfTextOperators
{
    /// <summary>Runs the operator; false where it is none of text.</summary>
    public static bool Run(
        ReadOnlySpan<char> name, PdfOperands operands, PdfResources resources, ref PdfGraphicsState state, PdfTextPen pen, bool isHidden)
    {
        switch (name)
        {
            case "BT": pen.BeginText(); return true;
            case "ET": return true;
            case "Tc": state.LetterSpacing = operands.Number(1); return true;
            case "Tw": state.WordSpacing = operands.Number(1); return true;
            case "Tz": state.Scale = operands.Number(1) / 100; return true;
            case "TL": state.Leading = operands.Number(1); return true;
            case "Ts": state.Rise = operands.Number(1); return true;
            case "Tr": state.Mode = (int)operands.Number(1); return true;
            case "Td": pen.Move(operands.Number(2), operands.Number(1)); return true;
            case "Tm": pen.Set(PdfContentReader.MatrixOf(operands)); return true;
            case "T*": pen.Move(0, -state.Leading); return true;
            case "TD":
                state.Leading = -operands.Number(1);
                pen.Move(operands.Number(2), operands.Number(1));
                return true;
            case "Tf":
                if (operands.Name(operands.Count - 2) is { } font) state.Font = resources.Font(font);
                state.Size = operands.Number(1);
                return true;
            case "Tj" or "TJ": Show(operands, state, pen, isHidden); return true;
            case "'": ShowOnNextLine(operands, state, pen, isHidden); return true;
            case "\"":
                (state.WordSpacing, state.LetterSpacing) = (operands.Number(3), operands.Number(2));
                ShowOnNextLine(operands, state, pen, isHidden);
                return true;
            default: return false;
        }
    }

    private static void ShowOnNextLine(PdfOperands operands, in PdfGraphicsState state, PdfTextPen pen, bool isHidden)
    {
        pen.Move(0, -state.Leading);
        pen.Begin();
        if (operands.Count > 0 && operands[^1].Kind == PdfLexeme.Text) pen.Show(state, operands.Bytes(operands[^1]), isHidden);
    }

    private static void Show(PdfOperands operands, in PdfGraphicsState state, PdfTextPen pen, bool isHidden)
    {
        pen.Begin();
        for (int i = 0; i < operands.Count; i++)
        {
            PdfOperand operand = operands[i];
            if (operand.Kind == PdfLexeme.Text) pen.Show(state, operands.Bytes(operand), isHidden);
            else if (operand.Kind == PdfLexeme.Number) pen.Adjust(state, operand.Number);
        }
    }
}

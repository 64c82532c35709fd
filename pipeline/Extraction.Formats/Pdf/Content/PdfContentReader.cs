using System.Text;
using Extraction.Formats.Pdf.Fonts;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Extraction.Formats.Pdf.Content;

/// <summary>
/// Reads a page's drawing instructions: letters, paths, and whether there is anything else. Nothing else is looked at: no colour, no picture, no
/// outline of a letter, which is most of what a page costs.
/// </summary>
internal sealed class PdfContentReader(PdfObjects objects, PdfFonts fonts, PdfLayers layers, PdfPageBudget budget, double pageHeight)
{
    // states that a content saves without bringing them back
    private const int MostSaved = 100_000;

    private readonly PdfPageContent content = new();
    private readonly HashSet<IndirectReference> drawing = [];
    private readonly Dictionary<IndirectReference, PdfXObject> known = [];
    private PdfTextPen? textPen;
    private PdfPathPen? pathPen;
    private PdfMarkedContent? marks;

    /// <summary>What has been drawn so far.</summary>
    public PdfPageContent Content => content;

    private PdfTextPen Text => textPen ??= new PdfTextPen(content, budget, pageHeight);

    private PdfPathPen Path => pathPen ??= new PdfPathPen(content);

    private PdfMarkedContent Marks => marks ??= new PdfMarkedContent(content);

    /// <summary>Draws instructions.</summary>
    /// <param name="instructions">A content stream's bytes, unpacked.</param>
    /// <param name="resources">What its names mean.</param>
    /// <param name="matrix">From its space to the page, in points, y upwards.</param>
    /// <exception cref="PdfTooComplexException">They cost more than is allowed.</exception>
    public void Draw(ReadOnlySpan<byte> instructions, PdfResources resources, in PdfMatrix matrix) =>
        Draw(instructions, resources, new PdfGraphicsState(matrix), 0);

    /// <summary>Draws a form, as a page or an annotation calls it.</summary>
    /// <exception cref="PdfTooComplexException">It costs more than is allowed.</exception>
    public void DrawForm(StreamToken form, PdfResources resources, in PdfMatrix matrix) =>
        Draw(PdfXObject.Of(objects, form), resources, new PdfGraphicsState(matrix), 1);

    private void Draw(ReadOnlySpan<byte> instructions, PdfResources resources, PdfGraphicsState state, int depth)
    {
        budget.Draw(instructions.Length, depth);
        int openMarks = Marks.Count;
        var operands = new PdfOperands();
        var saved = new Stack<PdfGraphicsState>();
        var lexer = new PdfLexer(instructions);
        for (PdfLexeme kind = lexer.Next(); kind != PdfLexeme.End; kind = lexer.Next())
        {
            if (kind != PdfLexeme.Word)
            {
                operands.Add(kind, lexer.Number, lexer.Bytes);
                continue;
            }
            if (lexer.Bytes.SequenceEqual("ID"u8)) SkipImage(ref lexer);
            else Run(lexer.Bytes, operands, resources, ref state, saved, depth);
            if (!lexer.Bytes.SequenceEqual("BI"u8)) operands.Clear();
        }
        Marks.EndTo(openMarks);
    }

    private void SkipImage(ref PdfLexer lexer)
    {
        lexer.SkipImage();
        content.HasMarks |= !Marks.IsHidden;
    }

    private void Run(ReadOnlySpan<byte> word, PdfOperands operands, PdfResources resources, ref PdfGraphicsState state, Stack<PdfGraphicsState> saved, int depth)
    {
        Span<char> name = stackalloc char[3];
        if (word.Length > name.Length) return;
        int length = Encoding.Latin1.GetChars(word, name);
        switch ((ReadOnlySpan<char>)name[..length])
        {
            case "q" when saved.Count < MostSaved:
                saved.Push(state);
                break;
            case "Q":
                if (saved.TryPop(out PdfGraphicsState before)) state = before;
                break;
            case "cm":
                state.Matrix = MatrixOf(operands).Then(state.Matrix);
                break;
            case "Do":
                if (operands.Name(operands.Count - 1) is { } called) Call(resources.Find("XObject", called), resources, state, depth);
                break;
            case "gs":
                if (operands.Name(operands.Count - 1) is { } graphics) SetGraphics(graphics, resources, ref state, depth);
                break;
            case "sh":
                content.HasMarks |= !Marks.IsHidden;
                break;
            case "BMC":
                Marks.Begin(false, null);
                break;
            case "BDC":
                Begin(operands, resources);
                break;
            case "EMC":
                Marks.End();
                break;
            default:
                if (!PdfTextOperators.Run(name[..length], operands, resources, ref state, Text, Marks.IsHidden))
                    PdfPathOperators.Run(name[..length], operands, state.Matrix, Path, Marks.IsHidden);
                break;
        }
    }

    internal static PdfMatrix MatrixOf(PdfOperands operands) => new(
        operands.Number(6), operands.Number(5), operands.Number(4), operands.Number(3), operands.Number(2), operands.Number(1));

    private void SetGraphics(string name, PdfResources resources, ref PdfGraphicsState state, int depth)
    {
        if (objects.DictionaryOf(resources.Find("ExtGState", name)) is not { } graphics) return;
        // letters in a mask are seen as what shines through them: text filled with a picture or a gradient
        if (objects.Dictionary(graphics, "SMask") is { } mask && mask.Data.TryGetValue("G", out IToken? form)) Call(form, resources, state, depth);
        if (objects.Array(graphics, "Font") is not [var font, var size]) return;
        state.Font = fonts.Of(font);
        state.Size = objects.NumberOf(size) ?? state.Size;
    }

    private void Begin(PdfOperands operands, PdfResources resources)
    {
        bool isLayer = operands.Name(0) == "OC";
        if (operands.Count == 2 && operands.Name(1) is { } name)
        {
            IToken? properties = resources.Find("Properties", name);
            DictionaryToken? named = objects.DictionaryOf(properties);
            Marks.Begin(isLayer && layers.Hides(properties), named is null ? null : objects.Text(named, "ActualText"));
            return;
        }
        string? actual = operands.ValueOf("ActualText") is { Kind: PdfLexeme.Text } text ? PdfObjects.TextOf(operands.Bytes(text)) : null;
        Marks.Begin(false, actual);
    }

    private void Call(IToken? called, PdfResources resources, in PdfGraphicsState state, int depth)
    {
        if (!Marks.IsHidden && called is IndirectReferenceToken reference) Call(reference, resources, state, depth);
    }

    private void Call(IndirectReferenceToken reference, PdfResources resources, in PdfGraphicsState state, int depth)
    {
        if (Known(reference.Data) is not { } called || layers.Hides(called.Membership)) return;
        content.HasMarks = true;
        if (called.IsDamaged) content.Damage.Add("a form that it draws is cut off or changed");
        // what draws itself would never end, and has nothing new to show
        if (!drawing.Add(reference.Data)) return;
        Draw(called, resources, state, depth + 1);
        drawing.Remove(reference.Data);
    }

    private void Draw(PdfXObject called, PdfResources resources, PdfGraphicsState state, int depth)
    {
        if (called.Instructions is not { } instructions) return;
        state.Matrix = called.Matrix.Then(state.Matrix);
        Draw(instructions.Span, called.Resources is { } own ? new PdfResources(objects, fonts, own, resources) : resources, state, depth);
    }

    /// <summary>The called object, null where it is missing or damaged.</summary>
    private PdfXObject? Known(IndirectReference reference)
    {
        if (known.TryGetValue(reference, out PdfXObject? called)) return called;
        try
        {
            called = objects.Resolve(new IndirectReferenceToken(reference)) is StreamToken stream ? PdfXObject.Of(objects, stream) : null;
            if (called is null) content.Damage.Add("an object that it draws is missing");
        }
        catch (Exception error) when (error is not (OperationCanceledException or PdfTooComplexException))
        {
            content.Damage.Add($"an object that it draws: {error.GetType().Name}");
        }
        return called is null ? null : known[reference] = called;
    }
}

using System.Text;

namespace Extraction.Formats.Pdf.Content;

/// <summary>A piece that waits for its operator.</summary>
internal readonly record struct PdfOperand(PdfLexeme Kind, double Number, int Start, int Length);

/// <summary>The pieces before an operator, in order. Arrays and dictionaries lie flat between their marks.</summary>
internal sealed class PdfOperands
{
    // an array of a whole page's letters has some thousands
    private const int Most = 1 << 21;

    private readonly List<PdfOperand> items = [];
    private byte[] bytes = new byte[1024];
    private int used;

    public int Count => items.Count;

    public PdfOperand this[int index] => items[index];

    /// <exception cref="PdfTooComplexException">More than any operator takes.</exception>
    public void Add(PdfLexeme kind, double number, ReadOnlySpan<byte> text)
    {
        if (items.Count == Most) throw new PdfTooComplexException($"The page has an operator with more than {Most} operands.");
        bool hasBytes = kind is PdfLexeme.Name or PdfLexeme.Text or PdfLexeme.Word;
        int length = hasBytes ? text.Length : 0;
        if (used + length > bytes.Length) Array.Resize(ref bytes, Math.Max(used + length, bytes.Length * 2));
        if (hasBytes) text.CopyTo(bytes.AsSpan(used));
        items.Add(new PdfOperand(kind, number, used, length));
        used += length;
    }

    public void Clear()
    {
        items.Clear();
        used = 0;
    }

    public ReadOnlySpan<byte> Bytes(PdfOperand operand) => bytes.AsSpan(operand.Start, operand.Length);

    /// <summary>The number <paramref name="fromEnd"/> places before the operator, 1 being the last; 0 where there is none.</summary>
    public double Number(int fromEnd) => fromEnd <= items.Count && items[^fromEnd].Kind == PdfLexeme.Number ? items[^fromEnd].Number : 0;

    /// <summary>The name at the place, null where there is none.</summary>
    public string? Name(int index) =>
        index >= 0 && index < items.Count && items[index].Kind == PdfLexeme.Name ? Encoding.Latin1.GetString(Bytes(items[index])) : null;

    /// <summary>The value behind a name of the flat dictionary, null where the dictionary does not have it.</summary>
    public PdfOperand? ValueOf(string key)
    {
        for (int i = 0; i + 1 < items.Count; i++)
            if (items[i].Kind == PdfLexeme.Name && Name(i) == key) return items[i + 1];
        return null;
    }
}

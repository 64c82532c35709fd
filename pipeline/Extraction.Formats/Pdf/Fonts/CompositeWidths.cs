using UglyToad.PdfPig.Tokens;

namespace Extraction.Formats.Pdf.Fonts;

/// <summary>How far a composite font's glyphs move the pen, in ems.</summary>
internal sealed class CompositeWidths
{
    private const double Em = 1000;
    private const int MostRange = 70_000;

    private readonly Dictionary<uint, double> widths = [];
    private readonly Dictionary<uint, (double Drop, double X, double Y)> falls = [];
    private readonly double usual;
    private readonly (double Y, double Drop) usualFall = (880, -1000);

    public CompositeWidths(PdfFontParts parts, DictionaryToken font)
    {
        usual = parts.Number(font, "DW", Em);
        if (parts.Numbers(font, "DW2") is [var y, var drop]) usualFall = (y, drop);
        ReadItems(parts, parts.Items(parts.Entry(font, "W")), 1, (cid, values) => widths[cid] = values[0]);
        ReadItems(parts, parts.Items(parts.Entry(font, "W2")), 3, (cid, values) => falls[cid] = (values[0], values[1], values[2]));
    }

    public double Of(uint cid) => (widths.TryGetValue(cid, out double width) ? width : usual) / Em;

    public double DropOf(uint cid) => (falls.TryGetValue(cid, out (double Drop, double X, double Y) fall) ? fall.Drop : usualFall.Drop) / Em;

    /// <summary>From the pen to the glyph's left end on its baseline.</summary>
    public (double X, double Y) OriginOf(uint cid, double width) =>
        falls.TryGetValue(cid, out (double Drop, double X, double Y) fall) ? (-fall.X / Em, -fall.Y / Em) : (-width / 2, -usualFall.Y / Em);

    /// <summary>Reads <c>c [v…]</c> and <c>first last v…</c>.</summary>
    private static void ReadItems(PdfFontParts parts, IToken?[] items, int size, Action<uint, double[]> add)
    {
        for (int i = 0; i + 1 < items.Length;)
        {
            if (items[i] is not NumericToken first) return;
            if (items[i + 1] is ArrayToken list)
            {
                double[] values = [.. parts.Items(list).Select(item => (item as NumericToken)?.Double ?? 0)];
                for (int k = 0; (k + 1) * size <= values.Length; k++) add((uint)Math.Max(0, first.Double) + (uint)k, values[(k * size)..((k + 1) * size)]);
                i += 2;
                continue;
            }
            if (items[i + 1] is not NumericToken last || i + 2 + size > items.Length) return;
            double[] shared = [.. items[(i + 2)..(i + 2 + size)].Select(item => (item as NumericToken)?.Double ?? 0)];
            double end = Math.Min(last.Double, first.Double + MostRange);
            for (double cid = Math.Max(0, first.Double); cid <= end; cid++) add((uint)cid, shared);
            i += 2 + size;
        }
    }
}

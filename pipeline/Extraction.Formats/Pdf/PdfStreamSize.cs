using System.IO.Compression;
using System.Runtime.InteropServices;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Extraction.Formats.Pdf;

/// <summary>What a packed stream costs unpacked, found without keeping what it unpacks to.</summary>
internal static class PdfStreamSize
{
    // the most that the formats allow: a match of 258 bytes in two bits; 128 bytes in two; a full table of twelve-bit codes
    private const int DeflateRatio = 1032;
    private const int RunLengthRatio = 64;
    private const int LzwRatio = 2560;
    private const int LzwCodes = 4096;
    private const int LzwClear = 256;
    private const int LzwEnd = 257;

    /// <summary>Whether the filter makes more than <paramref name="most"/> bytes of its input.</summary>
    public static bool Exceeds(IFilter filter, Memory<byte> input, long most) => filter switch
    {
        FlateFilter => (long)input.Length * DeflateRatio > most && InflatesBeyond(input, most),
        RunLengthFilter => (long)input.Length * RunLengthRatio > most && RunsBeyond(input.Span, most),
        LzwFilter => (long)input.Length * LzwRatio > most && LzwBeyond(input.Span, most),
        _ => false,
    };

    /// <summary>Bytes of a predictor's row as the stream declares it; 0 without one, infinite for rows without bytes, of which there is no end.</summary>
    public static double RowBytes(DictionaryToken stream)
    {
        if (!stream.TryGet(NameToken.DecodeParms, out IToken parameters)) return 0;
        return parameters switch
        {
            DictionaryToken one => RowOf(one),
            ArrayToken several => several.Data.OfType<DictionaryToken>().Select(RowOf).DefaultIfEmpty().Max(),
            _ => 0,
        };
    }

    private static double RowOf(DictionaryToken parameters)
    {
        if (Number(parameters, NameToken.Predictor, 1) < 2) return 0;
        double bits = Number(parameters, NameToken.Columns, 1) * Number(parameters, NameToken.Colors, 1) * Number(parameters, NameToken.BitsPerComponent, 8);
        double bytes = Math.Abs(Math.Truncate((bits + 7) / 8));
        return bytes == 0 ? double.PositiveInfinity : bytes;
    }

    private static double Number(DictionaryToken parameters, NameToken name, double otherwise) =>
        parameters.TryGet(name, out NumericToken number) ? number.Double : otherwise;

    private static bool InflatesBeyond(Memory<byte> input, long most)
    {
        if (!MemoryMarshal.TryGetArray(input, out ArraySegment<byte> array)) array = input.ToArray();
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        try
        {
            // the first two bytes are the zlib header, which damaged files get wrong
            using var packed = new MemoryStream(array.Array!, array.Offset + 2, array.Count - 2, writable: false);
            using var inflating = new DeflateStream(packed, CompressionMode.Decompress);
            for (int read; total <= most && (read = inflating.Read(buffer)) > 0;) total += read;
        }
        catch (InvalidDataException)
        {
            // damage ends the stream for the library too; what was unpacked before it counts
        }
        return total > most;
    }

    private static bool RunsBeyond(ReadOnlySpan<byte> input, long most)
    {
        long total = 0;
        for (int i = 0; i < input.Length && input[i] != 128 && total <= most;)
        {
            int length = input[i] < 128 ? input[i] + 1 : 257 - input[i];
            i += input[i] < 128 ? length + 1 : 2;
            total += length;
        }
        return total > most;
    }

    /// <summary>Follows the codes with the lengths of what they stand for, which is all that the size needs.</summary>
    private static bool LzwBeyond(ReadOnlySpan<byte> input, long most)
    {
        int[] lengths = new int[LzwCodes];
        lengths.AsSpan(0, 256).Fill(1);
        (int next, int width, int before) = (258, 9, 0);
        long total = 0, bits = input.Length * 8L;
        for (long at = 0; at + width <= bits && total <= most; at += width)
        {
            int code = CodeAt(input, at, width);
            if (code == LzwEnd) break;
            if (code == LzwClear)
            {
                at += width - 9;
                (next, width, before) = (258, 9, 0);
                continue;
            }
            if (before > 0 && next < LzwCodes) lengths[next++] = before + 1;
            before = lengths[code];
            total += before;
            int grown = next >= 2047 ? 12 : next >= 1023 ? 11 : next >= 511 ? 10 : 9;
            at += width - grown;
            width = grown;
        }
        return total > most;
    }

    private static int CodeAt(ReadOnlySpan<byte> input, long at, int width)
    {
        int code = 0;
        for (long bit = at; bit < at + width; bit++) code = (code << 1) | ((input[(int)(bit >> 3)] >> (7 - (int)(bit & 7))) & 1);
        return code;
    }
}

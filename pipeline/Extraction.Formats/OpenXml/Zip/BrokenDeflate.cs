using System.Buffers;

namespace Extraction.Formats.OpenXml.Zip;

/// <summary>
/// Unpacks deflated data (RFC 1951) that is damaged or cut off: everything up to the damage, and what the rest still gives. Prefix
/// codes find their step again after a wrong bit, so that text behind it comes out with a few wrong characters.
/// </summary>
internal sealed class BrokenDeflate
{
    private const int MostWrongCodes = 64; // data that goes wrong more often than this is not text any more
    private const int MostTrailingBytes = 24; // a descriptor of sizes may stand behind the data
    private const byte Lost = (byte)' ';
    private static readonly int[] LengthBase = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
    private static readonly int[] LengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
    private static readonly int[] DistanceBase =
        [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
    private static readonly int[] CodeLengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
    private readonly ReadOnlyMemory<byte> packed;
    private readonly int most;
    private readonly CancellationToken cancellation;
    private readonly ArrayBufferWriter<byte> output = new();
    private long bit;
    private int wrongCodes;
    private bool isLast;

    private BrokenDeflate(ReadOnlyMemory<byte> packed, int most, CancellationToken cancellation) =>
        (this.packed, this.most, this.cancellation) = (packed, most, cancellation);

    /// <summary>What can be unpacked, at most <paramref name="most"/> bytes.</summary>
    public static byte[] Read(ReadOnlyMemory<byte> packed, int most, CancellationToken cancellation)
    {
        var reader = new BrokenDeflate(packed, most, cancellation);
        while (reader.ReadBlock()) { }
        return reader.output.WrittenSpan.ToArray();
    }

    private bool IsFull => output.WrittenCount >= most || bit >= packed.Length * 8L || wrongCodes > MostWrongCodes;

    private bool ReadBlock()
    {
        if (IsFull) return false;
        isLast = Bits(1) == 1;
        int type = Bits(2);
        bool isRead = type switch
        {
            0 => ReadStored(),
            1 => ReadCodes(PrefixCode.FixedLiterals, PrefixCode.FixedDistances),
            2 => ReadTables() is { } tables && ReadCodes(tables.Literals, tables.Distances),
            _ => false,
        };
        return isRead && !isLast;
    }

    private bool ReadStored()
    {
        bit = (bit + 7) & ~7L;
        int length = Bits(16), inverse = Bits(16);
        if ((length ^ inverse) != 0xFFFF) return false;
        int at = (int)(bit / 8);
        length = Math.Min(Math.Min(length, packed.Length - at), most - output.WrittenCount);
        if (length <= 0) return false;
        output.Write(packed.Span.Slice(at, length));
        bit += length * 8L;
        return true;
    }

    private (PrefixCode Literals, PrefixCode Distances)? ReadTables()
    {
        int literals = Bits(5) + 257, distances = Bits(5) + 1, codes = Bits(4) + 4;
        byte[] own = new byte[19];
        for (int i = 0; i < codes; i++) own[CodeLengthOrder[i]] = (byte)Bits(3);
        var code = new PrefixCode(own);
        if (literals > 286 || distances > 30 || !code.IsComplete) return null;
        byte[] lengths = new byte[literals + distances];
        for (int i = 0; i < lengths.Length;)
        {
            int symbol = Symbol(code);
            if (symbol < 0 || (symbol == 16 && i == 0)) return null;
            int repeats = symbol switch { 16 => 3 + Bits(2), 17 => 3 + Bits(3), 18 => 11 + Bits(7), _ => 1 };
            byte value = symbol == 16 ? lengths[i - 1] : symbol > 16 ? (byte)0 : (byte)symbol;
            for (; repeats > 0 && i < lengths.Length; repeats--) lengths[i++] = value;
        }
        return lengths[256] == 0 ? null : (new PrefixCode(lengths.AsSpan(0, literals)), new PrefixCode(lengths.AsSpan(literals)));
    }

    /// <summary>Whether a block can end here: behind it stands another one, or the end of the data. A wrong bit makes ends where there are none.</summary>
    private bool CanEnd()
    {
        if (isLast) return packed.Length - bit / 8 <= MostTrailingBytes;
        long here = bit;
        int type = Bits(3) >> 1;
        bool canEnd = type switch
        {
            0 => HasStoredLength(),
            1 => true,
            2 => ReadTables() is { Literals.IsComplete: true },
            _ => false,
        };
        bit = here;
        return canEnd;
    }

    private bool HasStoredLength()
    {
        bit = (bit + 7) & ~7L;
        return (Bits(16) ^ Bits(16)) == 0xFFFF;
    }

    private bool ReadCodes(PrefixCode literals, PrefixCode distances)
    {
        for (int count = 0; !IsFull; count++)
        {
            if ((count & 0xFFFF) == 0) cancellation.ThrowIfCancellationRequested();
            int symbol = Symbol(literals);
            bool isCopy = symbol is > 256 and <= 285;
            (int length, int distance) = isCopy ? (LengthBase[symbol - 257] + Bits(LengthBits[symbol - 257]), Distance(Symbol(distances))) : (0, 0);
            if (bit > packed.Length * 8L) return false; // a code that the end cuts through means nothing
            if (symbol == 256 && CanEnd()) return true;
            if (isCopy) Copy(length, distance);
            else if (symbol >= 0 && symbol < 256) Put((byte)symbol);
            else if (symbol == 256) wrongCodes++;
            else Skip();
        }
        return false;
    }

    private void Skip()
    {
        wrongCodes++;
        bit++;
    }

    private int Distance(int symbol) => symbol is >= 0 and < 30 ? DistanceBase[symbol] + Bits(Math.Max(0, (symbol >> 1) - 1)) : int.MaxValue;

    private void Copy(int length, int distance)
    {
        if (distance > output.WrittenCount) wrongCodes++;
        for (int i = 0; i < length && output.WrittenCount < most; i++)
            Put(distance <= output.WrittenCount ? output.WrittenSpan[output.WrittenCount - distance] : Lost);
    }

    private void Put(byte value)
    {
        output.GetSpan(1)[0] = value;
        output.Advance(1);
    }

    private int Symbol(PrefixCode code)
    {
        (int symbol, int length) = code.Find(Peek());
        bit += length;
        return symbol;
    }

    private int Bits(int count)
    {
        int value = Peek() & ((1 << count) - 1);
        bit += count;
        return value;
    }

    /// <summary>At least the next 16 bits, lowest first; zeros behind the end.</summary>
    private int Peek()
    {
        ReadOnlySpan<byte> bytes = packed.Span;
        int at = (int)(bit >> 3), value = 0;
        for (int i = 0; i < 3; i++)
            if (at + i < bytes.Length) value |= bytes[at + i] << (8 * i);
        return value >> (int)(bit & 7);
    }

    /// <summary>A canonical prefix code (RFC 1951, 3.2.2), which need not be complete.</summary>
    private sealed class PrefixCode
    {
        public static readonly PrefixCode FixedLiterals = new(
            [.. Enumerable.Range(0, 288).Select(i => (byte)(i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8))]);

        public static readonly PrefixCode FixedDistances = new([.. Enumerable.Repeat((byte)5, 30)]);

        private readonly int[] counts = new int[16];
        private readonly int[] symbols;

        public PrefixCode(ReadOnlySpan<byte> lengths)
        {
            foreach (byte length in lengths) counts[length]++;
            counts[0] = 0;
            int[] next = new int[17];
            int left = 1;
            for (int i = 1; i < 16; i++) (next[i + 1], left) = (next[i] + counts[i], left * 2 - counts[i]);
            IsComplete = left == 0;
            symbols = new int[lengths.Length];
            for (int i = 0; i < lengths.Length; i++)
                if (lengths[i] != 0) symbols[next[lengths[i]]++] = i;
        }

        /// <summary>Whether every sequence of bits means something, as all packers make it.</summary>
        public bool IsComplete { get; }

        /// <summary>The symbol that the bits begin with, and its length; -1 and 0 where there is none.</summary>
        public (int Symbol, int Length) Find(int bits)
        {
            int code = 0, first = 0, index = 0;
            for (int length = 1; length < 16; length++, bits >>= 1)
            {
                code |= bits & 1;
                if (code - counts[length] < first) return (symbols[index + code - first], length);
                index += counts[length];
                first = (first + counts[length]) << 1;
                code <<= 1;
            }
            return (-1, 0);
        }
    }
}

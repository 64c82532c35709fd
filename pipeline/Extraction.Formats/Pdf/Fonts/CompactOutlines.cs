using System.Buffers.Binary;

namespace Extraction.Formats.Pdf.Fonts;

/// <summary>
/// Takes the outlines out of a compact font program. Nothing is drawn here, and the library would follow them: outlines that call each other
/// in a circle have no end.
/// </summary>
internal static class CompactOutlines
{
    private const byte EndOfOutline = 14;
    private const int OutlinesOperator = 17;
    private const int HeaderSizeAt = 2;

    /// <summary>A copy whose outlines are empty; names, order and encoding of the glyphs stay. Of a damaged program what can be followed.</summary>
    public static byte[] Without(byte[] program)
    {
        byte[] copy = [.. program];
        (int Start, int End) names = Data(program, program[HeaderSizeAt]);
        (int start, int end) = Data(program, names.End);
        foreach (int outlines in Offsets(program.AsSpan(start, end - start)))
        {
            (int first, int last) = Data(program, outlines);
            copy.AsSpan(first, last - first).Fill(EndOfOutline);
        }
        return copy;
    }

    /// <summary>Where the data of an index begin and end; empty for an index that is empty or outside of the program.</summary>
    private static (int Start, int End) Data(ReadOnlySpan<byte> program, int at)
    {
        if (at < 0 || at > program.Length - 3) return (program.Length, program.Length);
        int count = BinaryPrimitives.ReadUInt16BigEndian(program[at..]);
        if (count == 0) return (at + 2, at + 2);
        int size = program[at + 2];
        int offsets = at + 3;
        long last = offsets + ((long)count * size);
        if (size is < 1 or > 4 || last + size > program.Length) return (program.Length, program.Length);
        long length = 0;
        foreach (byte each in program.Slice((int)last, size)) length = (length << 8) | each;
        long start = last + size;
        return ((int)start, (int)Math.Clamp(start + length - 1, start, program.Length));
    }

    /// <summary>What the fonts' dictionaries say about where outlines are.</summary>
    private static List<int> Offsets(ReadOnlySpan<byte> dictionaries)
    {
        var found = new List<int>();
        int number = -1;
        for (int at = 0; at < dictionaries.Length;)
        {
            byte first = dictionaries[at];
            if (first == OutlinesOperator) found.Add(number);
            int length = Length(dictionaries[at..]);
            if (at + length > dictionaries.Length) break;
            if (first >= 28) number = Number(dictionaries.Slice(at, length));
            at += length;
        }
        return found;
    }

    private static int Length(ReadOnlySpan<byte> item) => item[0] switch
    {
        12 => 2,
        28 => 3,
        29 => 5,
        30 => RealLength(item),
        >= 247 and < 255 => 2,
        _ => 1,
    };

    // a real number ends with a half byte of ones
    private static int RealLength(ReadOnlySpan<byte> item)
    {
        int at = 1;
        while (at < item.Length && (item[at] & 0xF) != 0xF && item[at] >> 4 != 0xF) at++;
        return at + 1;
    }

    private static int Number(ReadOnlySpan<byte> item) => item[0] switch
    {
        28 => BinaryPrimitives.ReadInt16BigEndian(item[1..]),
        29 => BinaryPrimitives.ReadInt32BigEndian(item[1..]),
        >= 247 and < 251 => ((item[0] - 247) * 256) + item[1] + 108,
        >= 251 and < 255 => (-(item[0] - 251) * 256) - item[1] - 108,
        _ => item[0] - 139,
    };
}

using System.Buffers.Binary;
using System.Text;

namespace Extraction.Formats.Pdf.Fonts;

/// <summary>
/// The two tables of a TrueType or OpenType program that say what its glyphs mean: the character map, read backwards, and the glyphs' names.
/// Outlines are never looked at.
/// </summary>
internal sealed class TrueTypeTables
{
    private const int MostGlyphs = 65_536;
    private const int SymbolArea = 0xF000;

    private readonly Dictionary<int, int> points = [];
    private readonly Dictionary<int, int> symbols = [];
    private readonly Dictionary<int, int> macCodes = [];
    private Dictionary<int, string> names = [];

    /// <summary>Where a code drawn by a font without an encoding leads to: the symbol map, else the Macintosh one; 0 for nowhere.</summary>
    public int GlyphOfCode(int code) =>
        symbols.TryGetValue(SymbolArea + code, out int glyph) || symbols.TryGetValue(code, out glyph) || macCodes.TryGetValue(code, out glyph) ? glyph : 0;

    /// <summary>What the glyph means, null where the program does not say.</summary>
    public string? TextOf(int glyph)
    {
        if (points.TryGetValue(glyph, out int point)) return new Rune(point).ToString();
        return names.TryGetValue(glyph, out string? name) ? GlyphNames.TextOf(name) : null;
    }

    /// <summary>Reads what is there of the tables; null where the bytes are no such program.</summary>
    public static TrueTypeTables? Read(ReadOnlySpan<byte> program)
    {
        if (program.Length < 12) return null;
        var tables = new TrueTypeTables();
        int count = Unsigned16(program, 4);
        for (int i = 0; i < count; i++)
        {
            int at = 12 + (16 * i);
            if (at + 16 > program.Length) break;
            ReadOnlySpan<byte> tag = program.Slice(at, 4);
            ReadOnlySpan<byte> table = Part(program, Unsigned32(program, at + 8), Unsigned32(program, at + 12));
            if (tag.SequenceEqual("cmap"u8)) tables.ReadMaps(table);
            else if (tag.SequenceEqual("post"u8)) tables.names = TrueTypeNames.Read(table);
        }
        return tables;
    }

    public static int Unsigned16(ReadOnlySpan<byte> bytes, int at) => at >= 0 && at + 2 <= bytes.Length ? BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]) : 0;

    private static long Unsigned32(ReadOnlySpan<byte> bytes, int at) => at >= 0 && at + 4 <= bytes.Length ? BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]) : 0;

    private static ReadOnlySpan<byte> Part(ReadOnlySpan<byte> whole, long start, long length) =>
        start >= whole.Length ? [] : whole.Slice((int)start, (int)Math.Min(length, whole.Length - start));

    private void ReadMaps(ReadOnlySpan<byte> table)
    {
        int count = Math.Min(Unsigned16(table, 2), 64);
        for (int i = 0; i < count; i++)
        {
            (int platform, int encoding) = (Unsigned16(table, 4 + (8 * i)), Unsigned16(table, 6 + (8 * i)));
            ReadOnlySpan<byte> map = Part(table, Unsigned32(table, 8 + (8 * i)), long.MaxValue);
            Action<int, int>? add = (platform, encoding) switch
            {
                (3, 0) => (code, glyph) => symbols.TryAdd(code, glyph),
                (3, 1) or (3, 10) or (0, _) => AddPoint,
                (1, 0) => (code, glyph) => macCodes.TryAdd(code, glyph),
                _ => null,
            };
            if (add is not null) ReadMap(map, add);
        }
    }

    /// <summary>Several characters can share a glyph: the plainest of them is meant.</summary>
    private void AddPoint(int point, int glyph)
    {
        if (!Rune.IsValid(point) || point == 0) return;
        if (!points.TryGetValue(glyph, out int known) || (Oddness(point), point).CompareTo((Oddness(known), known)) < 0) points[glyph] = point;
    }

    private static int Oddness(int point) => point switch
    {
        >= 0xE000 and <= 0xF8FF => 3,
        < 0x20 or (>= 0x7F and <= 0x9F) => 3,
        (>= 0x2E80 and <= 0x2FDF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x2F800 and <= 0x2FA1F) => 2,
        0xA0 or 0xAD or (>= 0x31C0 and <= 0x31EF) => 1,
        _ => 0,
    };

    private static void ReadMap(ReadOnlySpan<byte> map, Action<int, int> add)
    {
        switch (Unsigned16(map, 0))
        {
            case 0:
                for (int code = 0; code < 256 && 6 + code < map.Length; code++) Add(code, map[6 + code]);
                break;
            case 4:
                ReadSegments(map, Add);
                break;
            case 6:
                for (int i = 0; i < Unsigned16(map, 8); i++) Add(Unsigned16(map, 6) + i, Unsigned16(map, 10 + (2 * i)));
                break;
            case 12:
                ReadGroups(map, Add);
                break;
        }

        void Add(int code, int glyph)
        {
            if (glyph != 0) add(code, glyph);
        }
    }

    private static void ReadSegments(ReadOnlySpan<byte> map, Action<int, int> add)
    {
        int doubled = Unsigned16(map, 6) & ~1, most = MostGlyphs;
        for (int i = 0; i < doubled; i += 2)
        {
            int end = Unsigned16(map, 14 + i), start = Unsigned16(map, 16 + doubled + i), delta = Unsigned16(map, 16 + (2 * doubled) + i);
            int offsetAt = 16 + (3 * doubled) + i, offset = Unsigned16(map, offsetAt);
            for (int code = start; code <= end && code < 0xFFFF && most-- > 0; code++)
            {
                int glyph = offset == 0 ? code : Unsigned16(map, offsetAt + offset + (2 * (code - start)));
                if (glyph != 0) add(code, (glyph + delta) & 0xFFFF);
            }
        }
    }

    private static void ReadGroups(ReadOnlySpan<byte> map, Action<int, int> add)
    {
        long count = Math.Min(Unsigned32(map, 12), map.Length / 12), most = 4 * MostGlyphs;
        for (int i = 0; i < count; i++)
        {
            long start = Unsigned32(map, 16 + (12 * i)), end = Unsigned32(map, 20 + (12 * i)), glyph = Unsigned32(map, 24 + (12 * i));
            for (long code = start; code <= end && code <= 0x10FFFF && most-- > 0; code++) add((int)code, (int)Math.Min(glyph + (code - start), int.MaxValue));
        }
    }
}

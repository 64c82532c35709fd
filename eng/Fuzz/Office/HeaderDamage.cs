using System.Buffers.Binary;
using Extraction.Fuzz.Texts;

namespace Extraction.Fuzz.Office;

/// <summary>Damages what a package says about its entries, never their bytes: sizes, offsets, checksums, methods, counts.</summary>
internal static class HeaderDamage
{
    private static readonly (string Name, int At, int Size)[] Local =
        [("flags", 6, 2), ("method", 8, 2), ("checksum", 14, 4), ("packed size", 18, 4), ("size", 22, 4), ("name length", 26, 2), ("extra length", 28, 2), ("name", 30, 1), ("mark", 0, 4)];

    private static readonly (string Name, int At, int Size)[] Central =
    [
        ("flags", 8, 2), ("method", 10, 2), ("checksum", 16, 4), ("packed size", 20, 4), ("size", 24, 4), ("name length", 28, 2), ("extra length", 30, 2),
        ("comment length", 32, 2), ("offset", 42, 4), ("name", 46, 1), ("mark", 0, 4),
    ];

    private static readonly (string Name, int At, int Size)[] End =
        [("entries here", 8, 2), ("entries", 10, 2), ("directory size", 12, 4), ("directory offset", 16, 4), ("comment length", 20, 2), ("mark", 0, 4)];

    internal static Mutant Of(byte[] package, Random random)
    {
        byte[] bytes = [.. package];
        (string, List<int>, (string, int, int)[])[] records =
            [("local", Find(bytes, "PK\u0003\u0004"u8), Local), ("central", Find(bytes, "PK\u0001\u0002"u8), Central), ("end", Find(bytes, "PK\u0005\u0006"u8), End)];
        var damage = new List<string>();
        for (int rounds = random.Next(1, 4); rounds > 0; rounds--)
        {
            (string kind, List<int> places, (string, int, int)[] fields) = Pick.From(records, random);
            if (places.Count == 0) continue;
            (string name, int at, int size) = Pick.From(fields, random);
            int place = Pick.From(places, random) + at;
            if (place + size > bytes.Length) continue;
            damage.Add($"{kind} {name} at {place}");
            Change(bytes.AsSpan(place, size), random);
        }
        return new Mutant(bytes, string.Join("; ", damage), Promise.Whole);
    }

    private static void Change(Span<byte> field, Random random)
    {
        switch (random.Next(5))
        {
            case 0: field.Clear(); break;
            case 1: field.Fill(0xFF); break;
            case 2: field[random.Next(field.Length)] ^= (byte)(1 << random.Next(8)); break;
            case 3: random.NextBytes(field); break;
            default: BinaryPrimitives.WriteUInt16LittleEndian(field.Length > 1 ? field : new byte[2], (ushort)random.Next(ushort.MaxValue)); break;
        }
    }

    private static List<int> Find(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> mark)
    {
        var places = new List<int>();
        for (int at = 0, next; (next = bytes[at..].IndexOf(mark)) >= 0; at += next + mark.Length) places.Add(at + next);
        return places;
    }
}

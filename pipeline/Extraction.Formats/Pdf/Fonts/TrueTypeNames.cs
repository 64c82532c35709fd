using System.Text;

namespace Extraction.Formats.Pdf.Fonts;

/// <summary>The glyph names of a TrueType program's <c>post</c> table. Of its fixed first 258 names only those in the font's own list are kept:
/// the others are Latin letters, which the character map has as well.</summary>
internal static class TrueTypeNames
{
    private const int Fixed = 258;
    private const int Version2 = 2;

    public static Dictionary<int, string> Read(ReadOnlySpan<byte> table)
    {
        Dictionary<int, string> names = [];
        if (TrueTypeTables.Unsigned16(table, 0) != Version2) return names;
        int count = TrueTypeTables.Unsigned16(table, 32);
        List<string> own = Strings(table, 34 + (2 * count));
        for (int glyph = 0; glyph < count; glyph++)
        {
            int index = TrueTypeTables.Unsigned16(table, 34 + (2 * glyph)) - Fixed;
            if (index >= 0 && index < own.Count) names[glyph] = own[index];
        }
        return names;
    }

    private static List<string> Strings(ReadOnlySpan<byte> table, int at)
    {
        List<string> strings = [];
        while (at < table.Length)
        {
            int length = Math.Min(table[at], table.Length - at - 1);
            strings.Add(Encoding.Latin1.GetString(table.Slice(at + 1, length)));
            at += 1 + length;
        }
        return strings;
    }
}

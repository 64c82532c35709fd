using System.Text;

namespace Extraction.Formats.Pdf.Fonts;

/// <summary>Encodings whose codes are Unicode itself (<c>UniGB-UTF16-H</c>): their text needs no table, whichever the character collection.</summary>
internal static class UnicodeCodes
{
    /// <summary>What a code means, null for another encoding or no character.</summary>
    /// <param name="encoding">Its name.</param>
    /// <param name="code">The code's bytes as a number.</param>
    /// <param name="length">How many they are.</param>
    public static string? TextOf(string encoding, uint code, int length)
    {
        if (!encoding.StartsWith("Uni", StringComparison.Ordinal)) return null;
        if (Has(encoding, "UTF32")) return Of(code);
        if (Has(encoding, "UTF8")) return Single(Encoding.UTF8, code, length);
        if (Has(encoding, "UTF16")) return Single(Encoding.BigEndianUnicode, code, length);
        return Has(encoding, "UCS2") && length == 2 ? Of(code) : null;
    }

    /// <summary>How such strings are cut where no map is at hand; null for other encodings.</summary>
    public static CharacterMap? SpacesOf(string encoding)
    {
        if (!encoding.StartsWith("Uni", StringComparison.Ordinal)) return null;
        var map = new CharacterMap();
        if (Has(encoding, "UTF32")) map.AddSpace(4, 0, 0x0010FFFF);
        else if (Has(encoding, "UTF8")) AddUtf8(map);
        else if (Has(encoding, "UTF16"))
        {
            map.AddSpace(2, 0x0000, 0xD7FF);
            map.AddSpace(4, 0xD800DC00, 0xDBFFDFFF);
            map.AddSpace(2, 0xE000, 0xFFFF);
        }
        else return null;
        return map;
    }

    private static void AddUtf8(CharacterMap map)
    {
        map.AddSpace(1, 0x00, 0x7F);
        map.AddSpace(2, 0xC280, 0xDFBF);
        map.AddSpace(3, 0xE08080, 0xEFBFBF);
        map.AddSpace(4, 0xF0808080, 0xF4BFBFBF);
    }

    private static bool Has(string encoding, string form) => encoding.Contains(form, StringComparison.Ordinal);

    private static string? Of(uint point) => point > 0 && Rune.IsValid(point) ? new Rune(point).ToString() : null;

    private static string? Single(Encoding form, uint code, int length)
    {
        Span<byte> bytes = stackalloc byte[4];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bytes, code);
        string text = form.GetString(bytes[(4 - length)..]);
        return text.Contains('\uFFFD', StringComparison.Ordinal) || text == "\0" ? null : text;
    }
}

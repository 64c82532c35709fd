using System.Text;
using UglyToad.PdfPig.Fonts.CompactFontFormat;

namespace Extraction.Formats.Pdf.Fonts;

/// <summary>An embedded font program, asked only what its glyphs and codes mean.</summary>
internal sealed class FontProgram
{
    private readonly TrueTypeTables? tables;
    private readonly CompactFontFormatFont? compact;
    private readonly Dictionary<int, string> codes = [];

    private FontProgram(TrueTypeTables? tables, CompactFontFormatFont? compact) => (this.tables, this.compact) = (tables, compact);

    /// <summary>Reads the program; null where there is none, or none of a kind that is known.</summary>
    public static FontProgram? Read(byte[]? program)
    {
        if (program is not { Length: > 12 }) return null;
        if (program[0] == 1 && program[1] == 0 && program[2] <= 16) return new FontProgram(null, Compact(program));
        if (program[0] is (byte)'%' or 0x80) return new FontProgram(null, null).WithType1Codes(program);
        return TrueTypeTables.Read(program) is { } tables ? new FontProgram(tables, null) : null;
    }

    /// <summary>What a glyph of a composite font means, null where the program does not say.</summary>
    public string? TextOfGlyph(int glyph)
    {
        if (tables is not null) return tables.TextOf(glyph);
        // only programs with glyph names have an encoding; in the others glyphs are mere numbers
        return compact?.Encoding is not null && compact.GetCharacterName(glyph, true) is { } name ? GlyphNames.TextOf(name) : null;
    }

    /// <summary>What a code of a simple font without an encoding of its own leads to.</summary>
    public string? TextOfCode(int code) =>
        tables is not null ? tables.GlyphOfCode(code) is > 0 and var glyph ? tables.TextOf(glyph) : null
            : NameOfCode(code) is { } name ? GlyphNames.TextOf(name) : null;

    /// <summary>The glyph's name in the program's own encoding, null where it has none.</summary>
    public string? NameOfCode(int code)
    {
        if (codes.TryGetValue(code, out string? name)) return name;
        return compact?.Encoding?.CodeToNameMap.TryGetValue(code, out name) ?? false ? name : null;
    }

    private static CompactFontFormatFont? Compact(byte[] program)
    {
        try
        {
            return CompactFontFormatParser.Parse(new CompactFontFormatData(CompactOutlines.Without(program))).FirstFont;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // a damaged program only says nothing about its letters
            return null;
        }
    }

    /// <summary>Reads <c>dup 65 /A put</c> of the part that is not encrypted.</summary>
    private FontProgram WithType1Codes(byte[] program)
    {
        int end = program.AsSpan().IndexOf("eexec"u8);
        string[] words = Encoding.Latin1.GetString(program, 0, end < 0 ? Math.Min(program.Length, 1 << 16) : end)
            .Replace("/", " /", StringComparison.Ordinal).Split([' ', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i + 3 < words.Length; i++)
            if (words[i] == "dup" && words[i + 3] == "put" && words[i + 2][0] == '/' && int.TryParse(words[i + 1], out int code) && code is >= 0 and < 256)
                codes[code] = words[i + 2][1..];
        return this;
    }
}

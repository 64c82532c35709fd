using System.Text;
using UglyToad.PdfPig.Tokens;

namespace Extraction.Formats.Pdf.Fonts;

/// <summary>Reads a font of many bytes a code (Type0). What a code means is asked of the file's own table first, then of the encoding if it is
/// Unicode's, of the character collection's public table, and of the embedded program.</summary>
internal sealed class CompositeFont
{
    private readonly PdfFontParts parts;
    private readonly DictionaryToken font;
    private readonly DictionaryToken descendant;
    private readonly string name;
    private readonly string encodingName;
    private readonly CharacterMap? encoding;
    private readonly CharacterMap? toUnicode;
    private readonly CharacterMap? collection;
    private readonly CompositeWidths widths;
    private readonly Lazy<FontProgram?> program;
    private readonly Lazy<byte[]?> glyphOfCid;

    public CompositeFont(PdfFontParts parts, DictionaryToken font)
    {
        (this.parts, this.font) = (parts, font);
        descendant = parts.First(font, "DescendantFonts") ?? font;
        name = parts.Name(font, "BaseFont") ?? "";
        encodingName = parts.Name(font, "Encoding") ?? "";
        encoding = encodingName.StartsWith("Identity", StringComparison.Ordinal) ? null : parts.Map(font, "Encoding");
        toUnicode = parts.Entry(font, "ToUnicode") is StreamToken ? parts.Map(font, "ToUnicode") : null;
        collection = Ordering() is { } ordering ? PredefinedMaps.TextOf(ordering) : null;
        widths = new CompositeWidths(parts, descendant);
        program = new Lazy<FontProgram?>(() => FontProgram.Read(parts.Program(parts.Dictionary(descendant, "FontDescriptor"))));
        glyphOfCid = new Lazy<byte[]?>(() => parts.Bytes(descendant, "CIDToGIDMap"));
    }

    private bool IsIdentity => encoding is null && (encodingName.Length == 0 || encodingName.StartsWith("Identity", StringComparison.Ordinal));

    public PdfFont Read()
    {
        CharacterMap cut = encoding is { HasSpaces: true } ? encoding : UnicodeCodes.SpacesOf(encodingName) ?? TwoBytes();
        bool isVertical = encoding?.IsVertical ?? encodingName.EndsWith("-V", StringComparison.Ordinal);
        return new PdfFont(name, cut, isVertical, Describe) { Second = OfProgram, IsDamaged = () => parts.IsDamaged };
    }

    private static CharacterMap TwoBytes()
    {
        var map = new CharacterMap();
        map.AddSpace(2, 0, 0xFFFF);
        return map;
    }

    private string? Ordering()
    {
        string? declared = parts.Dictionary(descendant, "CIDSystemInfo") is { } info ? parts.Text(info, "Ordering") : null;
        if (declared is null or "Identity" or "UCS") declared = PredefinedMaps.OrderingOf(encoding?.Name ?? encodingName);
        return declared;
    }

    private PdfCharacter Describe(uint code, int length)
    {
        uint cid = IsIdentity ? code : encoding?.NumberOf(code) ?? 0;
        double width = widths.Of(cid);
        return new PdfCharacter(code, length, TextOf(code, length, cid), width) { Drop = widths.DropOf(cid), Origin = widths.OriginOf(cid, width) };
    }

    private string? TextOf(uint code, int length, uint cid)
    {
        if (Usable(toUnicode?.TextOf(code)) is { } own) return own;
        if (UnicodeCodes.TextOf(encodingName, code, length) is { } direct) return direct;
        if ((encoding is not null || IsIdentity) && cid > 0 && Usable(collection?.TextOf(cid)) is { } shared) return shared;
        return OfProgram(code) ?? OfName(code);
    }

    private string? OfProgram(uint code)
    {
        uint cid = IsIdentity ? code : encoding?.NumberOf(code) ?? 0;
        if (cid == 0 || program.Value is not { } known) return null;
        int glyph = (int)cid;
        if (glyphOfCid.Value is { } map) glyph = TrueTypeTables.Unsigned16(map, (int)Math.Min(cid, int.MaxValue / 4) * 2);
        return Usable(known.TextOfGlyph(glyph));
    }

    /// <summary>A table that is only named says that codes are code points.</summary>
    private string? OfName(uint code) =>
        IsIdentity && (parts.Name(font, "ToUnicode")?.StartsWith("Identity", StringComparison.Ordinal) ?? false) && Rune.IsValid(code) && code > 0x20
            ? new Rune(code).ToString() : null;

    /// <summary>Tables say U+0000 or U+FFFD for "unknown".</summary>
    private static string? Usable(string? text) => string.IsNullOrEmpty(text) || text is "\0" or "\uFFFD" or "\uFFFF" ? null : text;
}

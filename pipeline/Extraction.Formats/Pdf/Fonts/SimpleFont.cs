using UglyToad.PdfPig.Fonts.AdobeFontMetrics;
using UglyToad.PdfPig.Fonts.Encodings;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Tokens;

namespace Extraction.Formats.Pdf.Fonts;

/// <summary>Reads a font of one byte a code (Type1, TrueType, Type3). What a code means is asked of the file's own table first, then of the
/// name that the encoding gives it, and of the embedded program; what nothing says is taken for Latin, which is a guess.</summary>
internal sealed class SimpleFont
{
    private const double Em = 1000;
    private const double UsualWidth = 500;
    private const int SymbolicFlag = 4;

    private readonly PdfFontParts parts;
    private readonly DictionaryToken font;
    private readonly string name;
    private readonly string kind;
    private readonly CharacterMap? toUnicode;
    private readonly Dictionary<int, string> differences = [];
    private readonly Encoding? encoding;
    private readonly FontProgram? program;
    private readonly DictionaryToken? descriptor;
    private readonly Lazy<AdobeFontMetrics?> metrics;

    public SimpleFont(PdfFontParts parts, DictionaryToken font)
    {
        (this.parts, this.font) = (parts, font);
        name = parts.Name(font, "BaseFont") ?? parts.Name(font, "Name") ?? "";
        kind = parts.Name(font, "Subtype") ?? "";
        toUnicode = parts.Entry(font, "ToUnicode") is StreamToken ? parts.Map(font, "ToUnicode") : null;
        descriptor = parts.Dictionary(font, "FontDescriptor");
        ReadDifferences();
        bool isEncoded = NamedEncoding() is not null;
        program = isEncoded && toUnicode is { IsEmpty: false } ? null : FontProgram.Read(parts.Program(descriptor));
        encoding = NamedEncoding() ?? BuiltIn();
        metrics = new Lazy<AdobeFontMetrics?>(() => Standard14.GetAdobeFontMetrics(Plain(name)) ?? Standard14.GetAdobeFontMetrics("Helvetica"));
    }

    public PdfFont Read()
    {
        double[] widths = parts.Numbers(font, "Widths");
        int first = (int)parts.Number(font, "FirstChar", 0);
        double unit = kind == "Type3" ? UnitOfType3() : 1 / Em;
        double missing = parts.Number(descriptor, "MissingWidth", widths.Length > 0 ? 0 : UsualWidth);
        return new PdfFont(name, null, false, Describe)
        {
            MayHoldPairs = toUnicode is not { IsEmpty: false } && differences.Count == 0 && kind != "Type3",
            IsDamaged = () => parts.IsDamaged,
            Second = code => program?.TextOfCode((int)code),
        };

        PdfCharacter Describe(uint code, int length)
        {
            string? text = TextOf((int)code) ?? (IsBlank((int)code) ? " " : null);
            int at = (int)code - first;
            double width = (at >= 0 && at < widths.Length ? widths[at] : widths.Length > 0 ? missing : StandardWidth((int)code)) * unit;
            return new PdfCharacter(code, length, text ?? Guess((int)code), width) { IsGuess = text is null };
        }
    }

    /// <summary>Whether the code draws nothing: one that the font calls so, beside others that it names, and a tab or line end that a writer
    /// has left in text of an encoding that people write in.</summary>
    private bool IsBlank(int code) => differences.TryGetValue(code, out string? own)
        ? own == ".notdef" && differences.Values.Any(glyph => GlyphNames.TextOf(glyph) is not null)
        : code is '\t' or '\n' or '\r' && encoding is not null && kind != "Type3";

    private static string Plain(string name)
    {
        int plus = name.IndexOf('+', StringComparison.Ordinal);
        return plus == 6 ? name[7..] : name;
    }

    private double UnitOfType3() => parts.Numbers(font, "FontMatrix") is [var a, _, _, _, _, _] && a != 0 ? Math.Abs(a) : 1 / Em;

    private double StandardWidth(int code) =>
        NameOf(code) is { } glyph && metrics.Value is { } known && known.CharacterMetrics.TryGetValue(glyph, out AdobeFontMetricsIndividualCharacterMetric? metric)
            ? metric.Width.X : UsualWidth;

    private void ReadDifferences()
    {
        if (parts.Entry(font, "Encoding") is not DictionaryToken own) return;
        int code = 0;
        foreach (IToken? item in parts.Items(parts.Entry(own, "Differences")))
        {
            if (item is NumericToken number) code = number.Int;
            else if (item is NameToken glyph) differences[code++] = glyph.Data;
        }
    }

    private Encoding? NamedEncoding()
    {
        IToken? entry = parts.Entry(font, "Encoding");
        string? named = entry is DictionaryToken own ? parts.Name(own, "BaseEncoding") : (entry as NameToken)?.Data;
        if (named == "PDFDocEncoding") return PdfDocEncoding.Instance;
        return named is not null && Encoding.TryGetNamedEncoding(NameToken.Create(named), out Encoding? known) ? known : null;
    }

    /// <summary>What holds where no encoding is named: the symbol fonts have their own, an embedded symbolic program decides itself.</summary>
    private Encoding? BuiltIn()
    {
        string plain = Plain(name);
        if (plain.StartsWith("Symbol", StringComparison.Ordinal)) return SymbolEncoding.Instance;
        if (plain.StartsWith("ZapfDingbats", StringComparison.Ordinal)) return ZapfDingbatsEncoding.Instance;
        bool isSymbolic = ((int)parts.Number(descriptor, "Flags", 0) & SymbolicFlag) != 0;
        if (kind == "Type3" || (isSymbolic && program is not null)) return null;
        return kind == "TrueType" ? WinAnsiEncoding.Instance : StandardEncoding.Instance;
    }

    private string? NameOf(int code)
    {
        if (differences.TryGetValue(code, out string? own)) return own;
        if (program?.NameOfCode(code) is { } built && NamedEncoding() is null) return built;
        return encoding is not null && encoding.CodeToNameMap.TryGetValue(code, out string? glyph) ? glyph : null;
    }

    private string? TextOf(int code)
    {
        if (toUnicode?.TextOf((uint)code) is { Length: > 0 } own && own is not ("\0" or "\uFFFD" or "\uFFFF")) return own;
        if (NameOf(code) is { } glyph)
        {
            string? named = (encoding is ZapfDingbatsEncoding ? GlyphNames.DingbatOf(glyph) : null) ?? GlyphNames.TextOf(glyph) ?? GlyphNames.LetterOf(glyph);
            if (named is not null) return named;
        }
        return program?.TextOfCode(code);
    }

    /// <summary>The Latin letter of that code, as viewers copy it; U+FFFD where there is none.</summary>
    private static string Guess(int code) =>
        WinAnsiEncoding.Instance.CodeToNameMap.TryGetValue(code, out string? glyph) && GlyphNames.TextOf(glyph) is { } text ? text : "\uFFFD";
}

using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Extraction.Formats.Pdf.Fonts;

/// <summary>The fonts of a file, each read once.</summary>
internal sealed class PdfFonts(PdfObjects objects)
{
    private readonly Dictionary<IndirectReference, PdfFont?> known = [];

    /// <summary>The font, null where there is none. Damage in its parts costs what those parts say, never the font.</summary>
    public PdfFont? Of(IToken? token)
    {
        if (token is not IndirectReferenceToken reference) return Read(token);
        if (!known.TryGetValue(reference.Data, out PdfFont? font)) known[reference.Data] = font = Read(token);
        return font;
    }

    private PdfFont? Read(IToken? token)
    {
        var parts = new PdfFontParts(objects);
        if (parts.Try(() => objects.DictionaryOf(token)) is not { } dictionary) return null;
        return parts.Name(dictionary, "Subtype") == "Type0" || parts.First(dictionary, "DescendantFonts") is not null
            ? new CompositeFont(parts, dictionary).Read()
            : new SimpleFont(parts, dictionary).Read();
    }
}

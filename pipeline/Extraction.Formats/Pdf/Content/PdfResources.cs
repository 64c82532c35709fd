using Extraction.Formats.Pdf.Fonts;
using UglyToad.PdfPig.Tokens;

namespace Extraction.Formats.Pdf.Content;

/// <summary>What the names of a content mean. A name that the content's own resources do not have is looked for in those around it.</summary>
internal sealed class PdfResources(PdfObjects objects, PdfFonts fonts, DictionaryToken? own, PdfResources? outer)
{
    private readonly Dictionary<string, PdfFont?> known = new(StringComparer.Ordinal);

    /// <summary>The value of a name, a reference where the file has one; null where nothing has the name.</summary>
    public IToken? Find(string category, string name) =>
        own is not null && objects.Dictionary(own, category) is { } entries && entries.Data.TryGetValue(name, out IToken? token)
            ? token : outer?.Find(category, name);

    /// <summary>The font of that name, null where there is none.</summary>
    public PdfFont? Font(string name)
    {
        if (!known.TryGetValue(name, out PdfFont? font)) known[name] = font = fonts.Of(Find("Font", name));
        return font;
    }
}

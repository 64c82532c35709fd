using Extraction.Formats.Pdf.Content;
using Extraction.Formats.Pdf.Fonts;
using Extraction.Reading;
using UglyToad.PdfPig.Tokens;

namespace Extraction.Formats.Pdf;

/// <summary>Draws the pages of a file, with what they share.</summary>
internal sealed class PdfPageDrawing
{
    private readonly ReadLimits limits;
    private readonly PdfFonts fonts;
    private readonly PdfLayers layers;

    public PdfPageDrawing(PdfObjects objects, ReadLimits limits)
    {
        this.limits = limits;
        Objects = objects;
        fonts = new PdfFonts(Objects);
        layers = LayersOf(Objects);
    }

    public PdfObjects Objects { get; }

    /// <summary>A reader for one page and its annotations, which share what they may cost.</summary>
    /// <param name="sheet">The page's geometry.</param>
    public PdfContentReader Reader(PdfSheet sheet) => new(Objects, fonts, layers, new PdfPageBudget(limits), sheet.Height);

    /// <summary>The page's resources, inherited ones included.</summary>
    public PdfResources Resources(PdfPageSource page)
    {
        PdfResources? all = null;
        foreach (DictionaryToken inherited in page.Resources) all = new PdfResources(Objects, fonts, inherited, all);
        return new PdfResources(Objects, fonts, Objects.Dictionary(page.Dictionary, "Resources"), all);
    }

    /// <summary>The form's own resources, else those around it.</summary>
    public PdfResources Resources(StreamToken form, PdfResources outer) =>
        Objects.Dictionary(form.StreamDictionary, "Resources") is { } own ? new PdfResources(Objects, fonts, own, outer) : outer;

    /// <summary>The page's instructions, one after the other: a part may end inside of an operator's operands.</summary>
    /// <param name="page">The page.</param>
    /// <param name="damage">Gets what could not be read.</param>
    public ReadOnlyMemory<byte> Contents(PdfPageSource page, List<string> damage)
    {
        if (!page.Dictionary.Data.TryGetValue("Contents", out IToken? entry)) return default;
        if (Objects.Resolve(entry) is not ArrayToken several) return Decode(entry, damage);
        using var joined = new MemoryStream();
        foreach (IToken part in several.Data)
        {
            joined.Write(Decode(part, damage).Span);
            joined.WriteByte((byte)'\n');
            if (joined.Length > limits.MaxContentBytesPerPage) break;
        }
        return joined.ToArray();
    }

    private ReadOnlyMemory<byte> Decode(IToken part, List<string> damage)
    {
        try
        {
            if (Objects.Resolve(part) is StreamToken stream)
            {
                ReadOnlyMemory<byte> bytes = Objects.Decode(stream, out bool isWhole);
                if (!isWhole) damage.Add("a part of its content is cut off or changed");
                return bytes;
            }
            if (Objects.Resolve(part) is not NullToken) damage.Add("a part of its content is missing");
        }
        catch (Exception error) when (error is not (OperationCanceledException or PdfTooComplexException))
        {
            damage.Add($"a part of its content: {error.GetType().Name}");
        }
        return default;
    }

    private static PdfLayers LayersOf(PdfObjects objects)
    {
        try
        {
            return PdfLayers.Of(objects);
        }
        catch (Exception error) when (error is not (OperationCanceledException or PdfTooComplexException))
        {
            // a damaged list of layers hides nothing
            return PdfLayers.None(objects);
        }
    }
}

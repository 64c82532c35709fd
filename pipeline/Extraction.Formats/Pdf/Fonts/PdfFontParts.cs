using UglyToad.PdfPig.Tokens;

namespace Extraction.Formats.Pdf.Fonts;

/// <summary>Reads the parts of fonts. A part that is damaged counts as missing: the others may still say what the letters are.</summary>
internal sealed class PdfFontParts(PdfObjects objects)
{
    private const int DeepestUse = 4;

    /// <summary>Whether a part that was asked for turned out damaged.</summary>
    public bool IsDamaged { get; private set; }

    /// <summary>The result, null where the library throws over damage.</summary>
    public T? Try<T>(Func<T?> part) where T : class
    {
        try
        {
            return part();
        }
        catch (Exception error) when (error is not (OperationCanceledException or PdfTooComplexException))
        {
            IsDamaged = true;
            return null;
        }
    }

    public string? Name(DictionaryToken owner, string key) => Try(() => objects.Name(owner, key));

    public IToken? Entry(DictionaryToken owner, string key) => Try(() => objects.Entry(owner, key));

    public DictionaryToken? Dictionary(DictionaryToken owner, string key) => Try(() => objects.Dictionary(owner, key));

    public DictionaryToken? First(DictionaryToken owner, string key) =>
        Try(() => Entry(owner, key) is ArrayToken { Length: > 0 } array ? objects.DictionaryOf(array.Data[0]) : objects.Dictionary(owner, key));

    public string? Text(DictionaryToken owner, string key) => Try(() => objects.Text(owner, key));

    public double Number(DictionaryToken? owner, string key, double otherwise) =>
        owner is null ? otherwise : Try<object>(() => objects.Number(owner, key)) as double? ?? otherwise;

    public double[] Numbers(DictionaryToken owner, string key) => Try(() => objects.Numbers(owner, key)) ?? [];

    /// <summary>An array's items, resolved.</summary>
    public IToken?[] Items(IToken? array) => Try(() => objects.Resolve(array)) is ArrayToken items ? [.. items.Data.Select(item => Try(() => objects.Resolve(item)))] : [];

    /// <summary>A stream's bytes, null where there are none.</summary>
    public byte[]? Bytes(DictionaryToken owner, string key) =>
        Entry(owner, key) is StreamToken stream ? Bytes(stream) : null;

    private byte[]? Bytes(StreamToken stream) => Try(() =>
    {
        byte[] bytes = objects.Decode(stream, out bool isWhole).ToArray();
        IsDamaged |= !isWhole;
        return bytes;
    });

    /// <summary>The map that an entry holds or names, null where there is none that can be read.</summary>
    public CharacterMap? Map(DictionaryToken owner, string key) => Map(Entry(owner, key), 0);

    private CharacterMap? Map(IToken? token, int depth)
    {
        if (token is NameToken name) return PredefinedMaps.Find(name.Data);
        if (token is not StreamToken stream || depth > DeepestUse || Bytes(stream) is not { } content) return null;
        CharacterMap map = CharacterMapParser.Parse(content, PredefinedMaps.Find);
        map.Base ??= Map(Entry(stream.StreamDictionary, "UseCMap"), depth + 1);
        map.IsVertical ??= stream.StreamDictionary.Data.ContainsKey("WMode") ? Number(stream.StreamDictionary, "WMode", 0) == 1 : null;
        return map;
    }

    /// <summary>The embedded program's bytes, whatever its kind; null where none is embedded.</summary>
    public byte[]? Program(DictionaryToken? descriptor) =>
        descriptor is null ? null : Bytes(descriptor, "FontFile2") ?? Bytes(descriptor, "FontFile3") ?? Bytes(descriptor, "FontFile");
}

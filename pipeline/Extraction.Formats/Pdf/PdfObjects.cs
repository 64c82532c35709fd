using System.Text;
using Extraction.Reading;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Extraction.Formats.Pdf;

/// <summary>Looks objects up. What is missing or of another kind is null; a damaged object makes the library throw.</summary>
internal sealed class PdfObjects(PdfDocument pdf, ReadLimits limits)
{
    private const int LongestChain = 16;

    /// <summary>The file's root dictionary.</summary>
    public DictionaryToken Catalog => pdf.Structure.Catalog.CatalogDictionary;

    /// <summary>The object behind references.</summary>
    public IToken? Resolve(IToken? token)
    {
        for (int i = 0; i < LongestChain && token is IndirectReferenceToken reference; i++) token = pdf.Structure.TokenScanner.Get(reference.Data)?.Data;
        return token is ObjectToken whole ? whole.Data : token;
    }

    public IToken? Entry(DictionaryToken owner, string key) => owner.Data.TryGetValue(key, out IToken? token) ? Resolve(token) : null;

    /// <summary>The dictionary, or a stream's dictionary.</summary>
    public DictionaryToken? Dictionary(DictionaryToken owner, string key) => DictionaryOf(Entry(owner, key));

    public DictionaryToken? DictionaryOf(IToken? token) => Resolve(token) switch
    {
        DictionaryToken dictionary => dictionary,
        StreamToken stream => stream.StreamDictionary,
        _ => null,
    };

    public StreamToken? Stream(DictionaryToken owner, string key) => Entry(owner, key) as StreamToken;

    public string? Name(DictionaryToken owner, string key) => (Entry(owner, key) as NameToken)?.Data;

    public double? Number(DictionaryToken owner, string key) => NumberOf(Entry(owner, key));

    public double? NumberOf(IToken? token) => Resolve(token) is NumericToken number && double.IsFinite(number.Double) ? number.Double : null;

    /// <summary>An array's items, each as it stands; none where there is no array.</summary>
    public IReadOnlyList<IToken> Array(DictionaryToken owner, string key) => Entry(owner, key) is ArrayToken array ? array.Data : [];

    /// <summary>An array's numbers; none where it holds anything else.</summary>
    public double[] Numbers(DictionaryToken owner, string key)
    {
        double?[] numbers = [.. Array(owner, key).Select(NumberOf)];
        return System.Array.TrueForAll(numbers, number => number is not null) ? [.. numbers.Select(number => number!.Value)] : [];
    }

    /// <summary>Text as people read it, null where there is none.</summary>
    public string? Text(DictionaryToken owner, string key) => TextOf(Entry(owner, key));

    public string? TextOf(IToken? token) => Resolve(token) switch
    {
        StringToken text => text.Data,
        HexToken hex => TextOf([.. hex.Bytes]),
        NameToken name => name.Data,
        _ => null,
    };

    /// <summary>A text string's bytes: UTF-16 or UTF-8 behind their marks, else Latin.</summary>
    public static string TextOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Encoding.Unicode.GetString(bytes[2..]);
        return bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? Encoding.UTF8.GetString(bytes[3..]) : Encoding.Latin1.GetString(bytes);
    }

    /// <summary>A stream's bytes, unpacked.</summary>
    /// <exception cref="PdfTooComplexException">They unpack to more than is allowed.</exception>
    public ReadOnlyMemory<byte> Decode(StreamToken stream) => Decode(stream, out _);

    /// <summary>A stream's bytes, unpacked.</summary>
    /// <param name="stream">The stream; no picture.</param>
    /// <param name="isWhole">False where it is known to be cut off or changed.</param>
    /// <exception cref="PdfTooComplexException">They unpack to more than is allowed.</exception>
    public ReadOnlyMemory<byte> Decode(StreamToken stream, out bool isWhole)
    {
        stream = WithoutCrypt(stream);
        DictionaryToken dictionary = stream.StreamDictionary;
        IToken? filter = Entry(dictionary, "Filter");
        if (filter is ArrayToken { Length: 1 } single) filter = Resolve(single.Data[0]);
        if (filter is NameToken { Data: "FlateDecode" or "Fl" } && !dictionary.Data.ContainsKey("DecodeParms"))
            return PdfFlate.Unpack(stream.Data, Math.Min(limits.MaxStreamBytes, limits.MaxContentBytesPerPage), out isWhole);
        isWhole = true;
        return stream.Decode(pdf.Structure.FilterProvider, pdf.Structure.TokenScanner);
    }

    /// <summary>The stream without the filter that only names how it is encrypted: decryption is done, and the library has no such filter.</summary>
    private StreamToken WithoutCrypt(StreamToken stream)
    {
        if (Entry(stream.StreamDictionary, "Filter") is not ArrayToken { Length: > 0 } filters || Resolve(filters.Data[0]) is not NameToken { Data: "Crypt" }) return stream;
        DictionaryToken entries = stream.StreamDictionary.With(NameToken.Filter, new ArrayToken([.. filters.Data.Skip(1)]));
        if (Entry(entries, "DecodeParms") is ArrayToken parameters) entries = entries.With(NameToken.DecodeParms, new ArrayToken([.. parameters.Data.Skip(1)]));
        return new StreamToken(entries, stream.Data);
    }
}

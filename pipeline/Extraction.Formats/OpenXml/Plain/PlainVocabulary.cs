using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Xml.Linq;

namespace Extraction.Formats.OpenXml.Plain;

/// <summary>The names and the short values that parts repeat: each is made into a string once, and packages repeat those of the ones before.</summary>
internal sealed class PlainVocabulary
{
    private const int Buckets = 512;
    private const int MostNames = 4096; // real packages have some hundred; beyond, looking them up here would cost more and more
    private const int LongestValue = 96;
    private static readonly SearchValues<byte> NameBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-."u8);
    private static readonly SearchValues<byte> NameStarts = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_"u8);
    private readonly PlainName?[] names = new PlainName?[Buckets];
    private readonly string?[] values = new string?[Buckets];
    private readonly PartAttribute[]?[] single = new PartAttribute[]?[Buckets];
    private readonly Dictionary<string, PlainPrefix> prefixes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Prefix, string Uri), XNamespace> namespaces = [];
    [ThreadStatic]
    private static PlainVocabulary? ofThread;
    private int count;

    public PlainVocabulary() => Elements = new PlainElements(this);

    /// <summary>The elements of the part that is being parsed.</summary>
    public PlainElements Elements { get; }

    /// <summary>The calling thread's, a new one where the last one holds as much as it may.</summary>
    public static PlainVocabulary OfThread() => ofThread is { } known && known.count < MostNames / 2 && known.namespaces.Count < MostNames ? known : ofThread = new PlainVocabulary();

    /// <summary>The tags that parts repeat.</summary>
    public PlainTags Tags { get; } = new();

    /// <summary>Forgets what the prefixes of another part stood for.</summary>
    public void StartPart()
    {
        Tags.StartPart();
        Elements.StartPart();
        foreach (PlainPrefix prefix in prefixes.Values) prefix.Namespace = null;
        Prefix("").Namespace = XNamespace.None;
        Prefix("xml").Namespace = XNamespace.Xml;
    }

    /// <summary>A name by its bytes; null where it is none, has letters beyond ASCII, or is one too many.</summary>
    public PlainName? Name(ReadOnlySpan<byte> bytes)
    {
        uint hash = PlainHash.Of(bytes);
        for (PlainName? name = names[hash % Buckets]; name is not null; name = name.Following)
            if (name.Hash == hash && name.Bytes.SequenceEqual(bytes)) return name;
        return Add(bytes, hash);
    }

    /// <summary>The characters of a value.</summary>
    public string Value(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return "";
        if (bytes.Length > LongestValue) return Encoding.UTF8.GetString(bytes);
        ref string? known = ref values[PlainHash.Of(bytes) % Buckets];
        if (known is not null && Ascii.Equals(bytes, known)) return known;
        return known = Encoding.UTF8.GetString(bytes);
    }

    /// <summary>The attributes of an element that has one only; most elements do, and most of them say the same.</summary>
    public PartAttribute[] Only(XName name, string value)
    {
        ref PartAttribute[]? known = ref single[(uint)(RuntimeHelpers.GetHashCode(name) ^ RuntimeHelpers.GetHashCode(value)) % Buckets];
        if (known is not null && known[0].Name == name && ReferenceEquals(known[0].Value, value)) return known;
        return known = [new PartAttribute(name, value)];
    }

    /// <summary>What a prefix stands for after a declaration.</summary>
    public XNamespace Namespace(PlainPrefix prefix, string uri)
    {
        if (namespaces.TryGetValue((prefix.Text, uri), out XNamespace? known)) return known;
        return namespaces[(prefix.Text, uri)] = XNamespace.Get(OoxmlNames.Transitional(uri, prefix.Text));
    }

    private PlainName? Add(ReadOnlySpan<byte> bytes, uint hash)
    {
        int colon = bytes.IndexOf((byte)':');
        ReadOnlySpan<byte> local = bytes[(colon + 1)..];
        if (count >= MostNames || !IsName(local) || (colon >= 0 && !IsName(bytes[..colon]))) return null;
        string prefix = colon < 0 ? "" : Encoding.ASCII.GetString(bytes[..colon]), name = Encoding.ASCII.GetString(local);
        count++;
        ref PlainName? bucket = ref names[hash % Buckets];
        return bucket = new PlainName(bytes.ToArray(), hash, Prefix(prefix), name, bucket)
        {
            Declares = prefix == "xmlns" ? Prefix(name) : prefix.Length == 0 && name == "xmlns" ? Prefix("") : null,
        };
    }

    private PlainPrefix Prefix(string text) => prefixes.TryGetValue(text, out PlainPrefix? known) ? known : prefixes[text] = new PlainPrefix(text);

    private static bool IsName(ReadOnlySpan<byte> bytes) => !bytes.IsEmpty && NameStarts.Contains(bytes[0]) && !bytes.ContainsAnyExcept(NameBytes);
}

using System.Collections.Concurrent;
using UglyToad.PdfPig;

namespace Extraction.Formats.Pdf.Fonts;

/// <summary>The maps that every PDF reader has to know, as the library ships them; each is read once and shared.</summary>
internal static class PredefinedMaps
{
    private const string Prefix = "UglyToad.PdfPig.Resources.CMap.";
    private const int DeepestUse = 8;

    private static readonly ConcurrentDictionary<string, CharacterMap?> Known = new(StringComparer.Ordinal);

    /// <summary>The map of that name, null where there is none.</summary>
    public static CharacterMap? Find(string name) => Find(name, 0);

    /// <summary>From the numbers of an Adobe character collection (<c>GB1</c>) to text; null where the collection is unknown.</summary>
    public static CharacterMap? TextOf(string ordering) => ordering is "GB1" or "CNS1" or "Japan1" or "Korea1" ? Find($"Adobe-{ordering}-UCS2") : null;

    /// <summary>The character collection that a predefined map leads to (<c>GB1</c> for <c>GBK-EUC-H</c>), null where its name does not say.</summary>
    public static string? OrderingOf(string map)
    {
        if (map.StartsWith("GB", StringComparison.Ordinal) || map.StartsWith("UniGB", StringComparison.Ordinal)) return "GB1";
        if (IsOneOf(map, "B5", "HKscs", "ETen", "CNS", "UniCNS")) return "CNS1";
        if (IsOneOf(map, "KSC", "UniKS")) return "Korea1";
        if (map is "H" or "V" || map.Contains("RKSJ", StringComparison.Ordinal) || IsOneOf(map, "EUC", "UniJIS")) return "Japan1";
        return null;
    }

    private static bool IsOneOf(string map, params ReadOnlySpan<string> starts)
    {
        foreach (string start in starts)
            if (map.StartsWith(start, StringComparison.Ordinal)) return true;
        return false;
    }

    private static CharacterMap? Find(string name, int depth)
    {
        if (Known.TryGetValue(name, out CharacterMap? known)) return known;
        if (depth > DeepestUse || Load(name) is not { } content) return null;
        CharacterMap map = CharacterMapParser.Parse(content, used => Find(used, depth + 1));
        // concurrent readers must not sort the same list
        _ = map.NumberOf(0);
        return Known.GetOrAdd(name, map);
    }

    private static byte[]? Load(string name)
    {
        using Stream? stream = typeof(PdfDocument).Assembly.GetManifestResourceStream(Prefix + name);
        if (stream is null) return null;
        byte[] content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}

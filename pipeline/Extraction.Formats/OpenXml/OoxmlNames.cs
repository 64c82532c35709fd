using System.Xml.Linq;

namespace Extraction.Formats.OpenXml;

/// <summary>Namespaces of the Open XML parts that are read, and the way from the strict ones to them.</summary>
internal static class OoxmlNames
{
    private const int MostWrongCharacters = 2;
    public static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    public static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    public static readonly XNamespace Cx = "http://schemas.microsoft.com/office/drawing/2014/chartex";
    public static readonly XNamespace Dgm = "http://schemas.openxmlformats.org/drawingml/2006/diagram";
    public static readonly XNamespace M = "http://schemas.openxmlformats.org/officeDocument/2006/math";
    public static readonly XNamespace Mc = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    public static readonly XNamespace P = "http://schemas.openxmlformats.org/presentationml/2006/main";
    public static readonly XNamespace P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main";
    public static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public static readonly XNamespace S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static readonly Dictionary<string, string> Strict = new(StringComparer.Ordinal)
    {
        ["http://purl.oclc.org/ooxml/drawingml/main"] = A.NamespaceName,
        ["http://purl.oclc.org/ooxml/drawingml/chart"] = C.NamespaceName,
        ["http://purl.oclc.org/ooxml/drawingml/diagram"] = Dgm.NamespaceName,
        ["http://purl.oclc.org/ooxml/officeDocument/math"] = M.NamespaceName,
        ["http://purl.oclc.org/ooxml/presentationml/main"] = P.NamespaceName,
        ["http://purl.oclc.org/ooxml/officeDocument/relationships"] = R.NamespaceName,
        ["http://purl.oclc.org/ooxml/spreadsheetml/main"] = S.NamespaceName,
        ["http://purl.oclc.org/ooxml/wordprocessingml/main"] = W.NamespaceName,
    };

    private static readonly Dictionary<string, string> Prefixes = new(StringComparer.Ordinal)
    {
        ["a"] = A.NamespaceName,
        ["c"] = C.NamespaceName,
        ["cx"] = Cx.NamespaceName,
        ["dgm"] = Dgm.NamespaceName,
        ["m"] = M.NamespaceName,
        ["mc"] = Mc.NamespaceName,
        ["p"] = P.NamespaceName,
        ["r"] = R.NamespaceName,
        ["w"] = W.NamespaceName,
    };

    /// <summary>The namespace that producers give a prefix; null where they do not agree on one.</summary>
    public static string? OfPrefix(string prefix) => Prefixes.GetValueOrDefault(prefix);

    /// <summary>Whether a transitional namespace is one of those that are read.</summary>
    public static bool IsOurs(string name) => Prefixes.ContainsValue(name);

    /// <summary>The transitional namespace that means the same, or the namespace itself. What differs from a namespace in one place only is that
    /// namespace, damaged: by two characters at most, or in front of a prefix's usual namespace.</summary>
    public static string Transitional(string name, string prefix = "") =>
        Strict.GetValueOrDefault(name) ?? Prefixes.Values.FirstOrDefault(known => IsDamaged(name, known, MostWrongCharacters))
        ?? (OfPrefix(prefix) is { } usual && IsDamaged(name, usual, usual.Length / 2) && name.EndsWith(usual[(usual.Length / 2)..], StringComparison.Ordinal) ? usual : name);

    private static bool IsDamaged(string name, string known, int most)
    {
        if (Math.Abs(known.Length - name.Length) > most) return false;
        int start = name.AsSpan().CommonPrefixLength(known), shorter = Math.Min(name.Length, known.Length), end = 0;
        while (end < shorter - start && name[^(end + 1)] == known[^(end + 1)]) end++;
        return start + end >= Math.Max(name.Length, known.Length) - most;
    }
}

using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;

namespace Extraction.Formats.OpenXml;

/// <summary>What the prefixes of a damaged part stand for: as declared, else as all producers use them.</summary>
internal sealed class PrefixScope(ImmutableDictionary<string, string> prefixes)
{
    /// <summary>The prefixes that producers of Open XML agree on.</summary>
    public static PrefixScope Known { get; } = new(ImmutableDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
    {
        ["a"] = OoxmlNames.A.NamespaceName,
        ["c"] = OoxmlNames.C.NamespaceName,
        ["cx"] = OoxmlNames.Cx.NamespaceName,
        ["dgm"] = OoxmlNames.Dgm.NamespaceName,
        ["m"] = OoxmlNames.M.NamespaceName,
        ["mc"] = OoxmlNames.Mc.NamespaceName,
        ["p"] = OoxmlNames.P.NamespaceName,
        ["r"] = OoxmlNames.R.NamespaceName,
        ["w"] = OoxmlNames.W.NamespaceName,
    }));

    /// <summary>This scope with the declarations among a tag's attributes.</summary>
    public PrefixScope With(IReadOnlyList<(string Name, string Value)> attributes)
    {
        ImmutableDictionary<string, string> declared = prefixes;
        foreach ((string name, string value) in attributes)
        {
            if (name == "xmlns") declared = declared.SetItem("", value);
            else if (name.StartsWith("xmlns:", StringComparison.Ordinal)) declared = declared.SetItem(name[6..], value);
        }
        return ReferenceEquals(declared, prefixes) ? this : new PrefixScope(declared);
    }

    /// <summary>The full name; an unknown prefix is its own namespace.</summary>
    public XName Resolve(string name, bool isElement)
    {
        int colon = name.IndexOf(':', StringComparison.Ordinal);
        string prefix = colon < 0 ? "" : name[..colon];
        string local = XmlConvert.EncodeLocalName(name[(colon + 1)..]);
        if (local.Length == 0) local = "_";
        if (colon < 0 && !isElement) return local;
        return XName.Get(local, OoxmlNames.Transitional(prefixes.GetValueOrDefault(prefix, prefix)));
    }
}

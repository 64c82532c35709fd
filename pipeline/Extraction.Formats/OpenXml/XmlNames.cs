using System.Runtime.CompilerServices;
using System.Xml;
using System.Xml.Linq;
using Extraction.Formats.OpenXml.Plain;

namespace Extraction.Formats.OpenXml;

/// <summary>The names that the parts of a package share, each made once; strict namespaces become the transitional ones.</summary>
internal sealed class XmlNames
{
    private readonly Dictionary<(string Local, string Namespace), XName> names = new(new SameStrings());

    /// <summary>What readers put their strings into, so that equal ones are the same one.</summary>
    public NameTable Table { get; } = new();

    /// <summary>The words of the parts that are parsed from their bytes.</summary>
    public PlainVocabulary Plain { get; } = PlainVocabulary.OfThread();

    /// <summary>The name of two strings of the table, written with a prefix.</summary>
    public XName Of(string local, string ns, string prefix)
    {
        if (names.TryGetValue((local, ns), out XName? name)) return name;
        return names[(local, ns)] = XName.Get(local, OoxmlNames.Transitional(ns, prefix));
    }

    private sealed class SameStrings : IEqualityComparer<(string Local, string Namespace)>
    {
        public bool Equals((string Local, string Namespace) x, (string Local, string Namespace) y) =>
            ReferenceEquals(x.Local, y.Local) && ReferenceEquals(x.Namespace, y.Namespace);

        public int GetHashCode((string Local, string Namespace) name) =>
            RuntimeHelpers.GetHashCode(name.Local) * 31 + RuntimeHelpers.GetHashCode(name.Namespace);
    }
}

using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace Extraction.Formats.OpenXml;

/// <summary>
/// The names of one part. An XML reader gives the same string object for the same name, so that names are found by reference; hashing a
/// namespace's sixty characters for each element and attribute would take longer than parsing them.
/// </summary>
internal sealed class NameCache
{
    private readonly Dictionary<(string Local, string Space), XName> names = new(ByReference.Instance);

    /// <summary>The name, in the transitional namespace.</summary>
    public XName Of(string local, string space)
    {
        if (names.TryGetValue((local, space), out XName? known)) return known;
        return names[(local, space)] = XName.Get(local, OoxmlNames.Transitional(space));
    }

    private sealed class ByReference : IEqualityComparer<(string Local, string Space)>
    {
        public static ByReference Instance { get; } = new();

        public bool Equals((string Local, string Space) x, (string Local, string Space) y) =>
            ReferenceEquals(x.Local, y.Local) && ReferenceEquals(x.Space, y.Space);

        public int GetHashCode((string Local, string Space) name) =>
            RuntimeHelpers.GetHashCode(name.Local) ^ (RuntimeHelpers.GetHashCode(name.Space) << 7);
    }
}

using System.Collections;
using System.Xml.Linq;

namespace Extraction.Formats.OpenXml;

/// <summary>The children of an element, or those of one name. A loop over them costs no object; those of no element are none.</summary>
internal readonly struct PartChildren(PartElement? parent, XName? name) : IEnumerable<PartElement>
{
    public Enumerator GetEnumerator() => new(parent?.First, name);

    IEnumerator<PartElement> IEnumerable<PartElement>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Walks from child to child.</summary>
    public struct Enumerator(PartElement? first, XName? name) : IEnumerator<PartElement>
    {
        private PartElement? following = first;

        public PartElement Current { get; private set; } = null!;

        readonly object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            while (following is { } child)
            {
                following = child.Next;
                if (name is not null && child.Name != name) continue;
                Current = child;
                return true;
            }
            return false;
        }

        public readonly void Dispose() { }

        public readonly void Reset() => throw new NotSupportedException();
    }
}

/// <summary>The children of several elements.</summary>
internal static class PartElementSequence
{
    /// <summary>All their children, one parent's behind the other's.</summary>
    public static IEnumerable<PartElement> Elements(this IEnumerable<PartElement> parents) => parents.SelectMany(parent => (IEnumerable<PartElement>)parent.Elements());

    /// <summary>Their children of a name.</summary>
    public static IEnumerable<PartElement> Elements(this IEnumerable<PartElement> parents, XName name) =>
        parents.SelectMany(parent => (IEnumerable<PartElement>)parent.Elements(name));

    /// <summary>What stands below them and has a name.</summary>
    public static IEnumerable<PartElement> Descendants(this IEnumerable<PartElement> parents, XName name) => parents.SelectMany(parent => parent.Descendants(name));
}

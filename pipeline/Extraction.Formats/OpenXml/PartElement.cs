using System.Text;
using System.Xml.Linq;

namespace Extraction.Formats.OpenXml;

/// <summary>An attribute of a part's element.</summary>
internal readonly record struct PartAttribute(XName Name, string Value);

/// <summary>
/// An element of a part's tree. It is walked like an <see cref="XElement"/> and holds what reading needs and nothing else: a document of a
/// thousand pages is a million of them.
/// </summary>
/// <param name="name">Its name, in the transitional namespace.</param>
/// <param name="attributes">Without declarations of namespaces.</param>
internal sealed class PartElement(XName name, PartAttribute[] attributes)
{
    private PartElement? first;
    private PartElement? next;

    // text stands in front of the first child, or behind a child and up to the next one
    private string? text;
    private string? behind;

    public XName Name => name;

    /// <summary>The element around it, null for the root.</summary>
    public PartElement? Parent { get; private set; }

    /// <summary>Its attributes in the part's order.</summary>
    public IReadOnlyList<PartAttribute> Attributes => attributes;

    public bool HasElements => first is not null;

    /// <summary>All text inside, in order.</summary>
    public string Value => first is null ? text ?? "" : Joined(new StringBuilder()).ToString();

    /// <summary>The first child, null where there is none.</summary>
    internal PartElement? First => first;

    /// <summary>The next child of the same parent, null behind the last one.</summary>
    internal PartElement? Next => next;

    /// <summary>An attribute's value, null where it is not there.</summary>
    public string? Attribute(XName wanted)
    {
        foreach (PartAttribute attribute in attributes)
            if (attribute.Name == wanted) return attribute.Value;
        return null;
    }

    /// <summary>The value of an attribute without a namespace, null where it is not there.</summary>
    public string? Attribute(string wanted)
    {
        foreach (PartAttribute attribute in attributes)
            if (attribute.Name.LocalName == wanted && attribute.Name.Namespace == XNamespace.None) return attribute.Value;
        return null;
    }

    /// <summary>The first child of a name, null where there is none.</summary>
    public PartElement? Element(XName wanted)
    {
        for (PartElement? child = first; child is not null; child = child.next)
            if (child.Name == wanted) return child;
        return null;
    }

    /// <summary>All children.</summary>
    public PartChildren Elements() => new(this, null);

    /// <summary>The children of a name.</summary>
    public PartChildren Elements(XName wanted) => new(this, wanted);

    /// <summary>Everything below, in the part's order.</summary>
    public IEnumerable<PartElement> Descendants()
    {
        for (PartElement? at = first; at is not null; at = at.After(this)) yield return at;
    }

    /// <summary>Everything of a name below, in the part's order.</summary>
    public IEnumerable<PartElement> Descendants(XName wanted)
    {
        for (PartElement? at = first; at is not null; at = at.After(this))
            if (at.Name == wanted) yield return at;
    }

    /// <summary>What stands around it, the nearest first.</summary>
    public IEnumerable<PartElement> Ancestors()
    {
        for (PartElement? at = Parent; at is not null; at = at.Parent) yield return at;
    }

    /// <summary>What stands around it and has a name, the nearest first.</summary>
    public IEnumerable<PartElement> Ancestors(XName wanted) => Ancestors().Where(ancestor => ancestor.Name == wanted);

    /// <summary>Takes it out of its parent, with everything below it; the text behind it stays.</summary>
    public void Remove()
    {
        if (Parent is not { } parent) return;
        PartElement? before = null;
        for (PartElement? child = parent.first; child != this; child = child!.next) before = child;
        if (before is null) parent.first = next; else before.next = next;
        parent.AddText(behind, before);
        (Parent, next, behind) = (null, null, null);
    }

    /// <summary>Puts an element without a parent behind the last child.</summary>
    internal void Append(PartElement child, PartElement? last)
    {
        if (last is null) first = child; else last.next = child;
        child.Parent = this;
    }

    /// <summary>Puts text behind a child, or in front of the first one.</summary>
    internal void AddText(string? added, PartElement? child)
    {
        if (child is null) text = text is null ? added : text + added;
        else child.behind = child.behind is null ? added : child.behind + added;
    }

    private PartElement? After(PartElement root)
    {
        if (first is not null) return first;
        PartElement? at = this;
        while (at.next is null)
        {
            at = at.Parent;
            if (at is null || at == root) return null;
        }
        return at.next;
    }

    private StringBuilder Joined(StringBuilder joined)
    {
        joined.Append(text);
        for (PartElement? child = first; child is not null; child = child.next) child.Joined(joined).Append(child.behind);
        return joined;
    }
}

using System.Xml.Linq;
using Extraction.Reading;

namespace Extraction.Formats.OpenXml;

/// <summary>
/// Builds a part's tree from its starts, texts and ends, under the limits of reading, and puts one branch in the place of every
/// mc:AlternateContent as soon as it ends.
/// </summary>
internal sealed class PartTreeBuilder(ReadLimits limits, CancellationToken cancellation)
{
    private static readonly XName AlternateContent = OoxmlNames.Mc + "AlternateContent";
    private static readonly XName Choice = OoxmlNames.Mc + "Choice";
    private static readonly XName Fallback = OoxmlNames.Mc + "Fallback";
    private Open[] open = new Open[16];
    private int depth;
    private int elements;

    /// <summary>The outermost element, null before it starts.</summary>
    public PartElement? Root { get; private set; }

    /// <summary>The element that is open, null outside the root.</summary>
    public PartElement? Current => depth == 0 ? null : open[depth - 1].Element;

    /// <exception cref="PartLimitException"><c>part-unreadable</c>: more than <see cref="ReadLimits.MaxPartElements"/>, or deeper than <see cref="ReadLimits.MaxDepth"/>.</exception>
    public void Start(XName name, PartAttribute[] attributes)
    {
        if (depth > limits.MaxDepth) throw new PartLimitException("part-unreadable", $"Elements are nested deeper than {limits.MaxDepth} levels.");
        if (++elements > limits.MaxPartElements) throw new PartLimitException("part-unreadable", $"The part has more than {limits.MaxPartElements} elements.");
        if ((elements & 0xFFF) == 0) cancellation.ThrowIfCancellationRequested();
        var element = new PartElement(name, attributes);
        PartElement? before = depth == 0 ? null : open[depth - 1].Last;
        if (depth == 0) Root = element; else Append(ref open[depth - 1], element);
        if (depth == open.Length) Array.Resize(ref open, depth * 2);
        open[depth++] = new Open(element, before);
    }

    /// <summary>Adds text to the open element; outside the root there is none.</summary>
    public void Text(string text)
    {
        if (depth > 0) open[depth - 1].Element.AddText(text, open[depth - 1].Last);
    }

    /// <summary>Ends the open element.</summary>
    public void End()
    {
        Open ended = open[--depth];
        if (depth > 0 && ended.Element.Name == AlternateContent) Resolve(ended, ref open[depth - 1]);
    }

    private static void Append(ref Open parent, PartElement child)
    {
        parent.Element.Append(child, parent.Last);
        parent.Last = child;
    }

    private static void Resolve(Open alternatives, ref Open parent)
    {
        alternatives.Element.Remove();
        parent.Last = alternatives.Before;
        PartElement[] chosen = [.. Chosen(alternatives.Element)?.Elements() ?? default];
        foreach (PartElement child in chosen)
        {
            child.Remove();
            Append(ref parent, child);
        }
    }

    // A choice without any content is a producer's stub; what stands in the fallback is then all there is.
    private static PartElement? Chosen(PartElement alternatives)
    {
        foreach (PartElement choice in alternatives.Elements(Choice))
            if (choice.HasElements) return choice;
        return alternatives.Element(Fallback);
    }

    private struct Open(PartElement element, PartElement? before)
    {
        public readonly PartElement Element = element;

        /// <summary>The child of the same parent in front of it.</summary>
        public readonly PartElement? Before = before;

        /// <summary>Its last child so far.</summary>
        public PartElement? Last;
    }
}

using System.Xml;
using System.Xml.Linq;
using Extraction.Reading;

namespace Extraction.Formats.OpenXml.Repair;

/// <summary>
/// Builds a tree from damaged XML, as browsers do from damaged HTML: an end closes what it names, what may not stand in itself closes
/// itself, and text stays where it was found.
/// </summary>
internal sealed class XmlMender
{
    private readonly ReadLimits limits;
    private readonly CancellationToken cancellation;
    private readonly XElement top = new("top");
    private readonly List<(string Tag, XElement Element)> open = [];
    private readonly HashSet<string> closed = new(StringComparer.Ordinal);
    private readonly MendedNames names = new();
    private bool losesText;
    private int elements;

    private XmlMender(ReadLimits limits, CancellationToken cancellation) => (this.limits, this.cancellation) = (limits, cancellation);

    /// <summary>The tree of damaged XML.</summary>
    /// <exception cref="XmlException">There is no element.</exception>
    /// <exception cref="PartLimitException"><c>part-unreadable</c>: more than <see cref="ReadLimits.MaxPartElements"/>.</exception>
    public static MendedXml Load(ReadOnlySpan<byte> bytes, ReadLimits limits, CancellationToken cancellation)
    {
        (string text, bool hasWrong) = PartDecoder.Decode(bytes);
        var mender = new XmlMender(limits, cancellation);
        var tags = new XmlTags(text);
        foreach (XmlPiece piece in tags.Read()) mender.Add(piece);
        if (!mender.top.HasElements) throw new XmlException("The part has no element.");
        bool isCut = mender.open.Count > 0;
        XElement root = MendedRoot.Of(mender.top);
        MendedTree.ResolveAlternatives(root);
        bool isMoved = HomelessText.Settle(root);
        return new MendedXml(MendedTree.Of(root), hasWrong || isCut || isMoved || tags.LosesText || mender.losesText);
    }

    private XElement Current => open.Count == 0 ? top : open[^1].Element;

    private void Add(XmlPiece piece)
    {
        if (piece.Name is null) AddText(piece.Text);
        else if (piece.IsStart) Start(piece);
        else End(piece.Name);
    }

    private void AddText(string text)
    {
        if (!string.IsNullOrWhiteSpace(text) || Current.Name.LocalName == "t") Current.Add(text);
    }

    private void Start(XmlPiece piece)
    {
        if (++elements > limits.MaxPartElements) throw new PartLimitException("part-unreadable", $"The part has more than {limits.MaxPartElements} elements.");
        if ((elements & 0xFFF) == 0) cancellation.ThrowIfCancellationRequested();
        XElement element = names.Element(piece, Current);
        int unclosed = Nesting.FirstUnclosed(open, element.Name);
        if (unclosed >= 0) CloseFrom(unclosed);
        Current.Add(element);
        // what damage nests too deeply is laid side by side
        if (open.Count >= limits.MaxDepth) losesText = true;
        else if (!piece.IsEnd) open.Add((piece.Name!, element));
    }

    private void End(string tag)
    {
        int index = open.FindLastIndex(element => element.Tag == tag);
        if (index == open.Count - 1 && index >= 0)
        {
            closed.Add(tag);
            open.RemoveAt(index);
        }
        else if (index >= 0)
        {
            CloseFrom(index);
        }
        else
        {
            losesText = true;
            if (open.Count > 0) Unmatched(tag);
        }
    }

    private void CloseFrom(int index)
    {
        losesText = true;
        open.RemoveRange(index, open.Count - index);
    }

    // Of a start and an end that differ one is damaged: the one that has been seen elsewhere is right. Where both have, the start of
    // what ends here is lost, and its text lies bare in the element around it.
    private void Unmatched(string tag)
    {
        if (!closed.Contains(tag)) return;
        (string start, XElement element) = open[^1];
        if (!closed.Contains(start) && !element.HasElements)
        {
            element.Name = names.Of(tag, element);
            open.RemoveAt(open.Count - 1);
        }
        else if (closed.Contains(start) && element.LastNode is XText bare)
        {
            bare.ReplaceWith(new XElement(names.Of(tag, element), bare.Value));
        }
    }
}

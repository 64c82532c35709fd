using System.Text;
using System.Xml;
using System.Xml.Linq;
using Extraction.Reading;

namespace Extraction.Formats.OpenXml;

/// <summary>A part that was not well-formed.</summary>
/// <param name="Root">What could be made out.</param>
/// <param name="MayLackText">Whether the damage can have taken text along: tags that do not match, an end that is missing, a broken tag.</param>
internal sealed record RepairedPart(XElement Root, bool MayLackText);

/// <summary>
/// Reads XML that no parser accepts: tags are taken as they come, an end tag closes the nearest element of its name, what is open at the end
/// is closed there. Document types and their entities are passed over, so that nothing expands.
/// </summary>
internal sealed class PartRepair
{
    private readonly string text;
    private readonly ReadLimits limits;
    private readonly CancellationToken cancellation;
    private readonly List<(string Name, XElement Element, PrefixScope Scope)> open = [];
    private XElement? root;
    private int elements;
    private int at;
    private bool mayLackText;

    private PartRepair(string text, ReadLimits limits, CancellationToken cancellation) => (this.text, this.limits, this.cancellation) = (text, limits, cancellation);

    /// <summary>The tree of what can be made out.</summary>
    /// <exception cref="XmlException">There is no element, or a limit is crossed.</exception>
    public static RepairedPart Load(MemoryStream bytes, ReadLimits limits, CancellationToken cancellation)
    {
        if (bytes.Length > limits.MaxPartBytes) throw new XmlException($"The part unpacks to more than {limits.MaxPartBytes} bytes.");
        string text = PartEncoding.Decode(bytes);
        var repair = new PartRepair(text, limits, cancellation);
        repair.ReadAll();
        if (repair.root is not { } root) throw new XmlException("The part has no element.");
        PartXml.ResolveAlternatives(root);
        return new RepairedPart(root, repair.mayLackText);
    }

    private void ReadAll()
    {
        while (at < text.Length)
        {
            int tag = text.IndexOf('<', at);
            AddText(text[at..(tag < 0 ? text.Length : tag)]);
            if (tag < 0) break;
            at = tag;
            ReadMarkup();
        }
        mayLackText |= open.Count > 0;
    }

    private void ReadMarkup()
    {
        ReadOnlySpan<char> rest = text.AsSpan(at);
        if (rest.StartsWith("<!--")) Skip("-->");
        else if (rest.StartsWith("<![CDATA[")) ReadCharacters();
        else if (rest.StartsWith("<?")) Skip("?>");
        else if (rest.StartsWith("<!")) SkipDocumentType();
        else if (rest.StartsWith("</")) ReadEnd();
        else if (rest.Length > 1 && IsNameStart(rest[1])) ReadStart();
        else
        {
            // a lone sign is text
            mayLackText = true;
            AddText("<");
            at++;
        }
    }

    private void Skip(string end)
    {
        int found = text.IndexOf(end, at, StringComparison.Ordinal);
        mayLackText |= found < 0;
        at = found < 0 ? text.Length : found + end.Length;
    }

    private void SkipDocumentType()
    {
        mayLackText = true;
        int end = text.IndexOf('>', at), subset = text.IndexOf('[', at);
        if (subset >= 0 && subset < end) end = text.IndexOf("]>", at, StringComparison.Ordinal) is var close and >= 0 ? close + 1 : -1;
        at = end < 0 ? text.Length : end + 1;
    }

    private void ReadCharacters()
    {
        int start = at + "<![CDATA[".Length, end = text.IndexOf("]]>", start, StringComparison.Ordinal);
        if (open.Count > 0) open[^1].Element.Add(new XText(Visible(text[start..(end < 0 ? text.Length : end)])));
        at = end < 0 ? text.Length : end + 3;
        mayLackText |= end < 0;
    }

    private void ReadEnd()
    {
        int end = text.IndexOf('>', at);
        string name = text[(at + 2)..(end < 0 ? text.Length : end)].Trim();
        at = end < 0 ? text.Length : end + 1;
        int opener = open.FindLastIndex(each => each.Name == name);
        mayLackText |= opener != open.Count - 1 || opener < 0;
        if (opener >= 0) open.RemoveRange(opener, open.Count - opener);
    }

    private void ReadStart()
    {
        cancellation.ThrowIfCancellationRequested();
        TagScan tag = TagScan.At(text, at);
        at = tag.End;
        mayLackText |= !tag.IsWhole;
        PrefixScope scope = (open.Count > 0 ? open[^1].Scope : PrefixScope.Known).With(tag.Attributes);
        XElement element = Element(tag, scope);
        if (++elements > limits.MaxPartElements) throw new XmlException($"The part has more than {limits.MaxPartElements} elements.");
        if (open.Count > 0) open[^1].Element.Add(element);
        else if (root is null) root = element;
        else root.Add(element);
        if (tag.IsEmpty) return;
        if (open.Count >= limits.MaxDepth) throw new XmlException($"Elements are nested deeper than {limits.MaxDepth} levels.");
        open.Add((tag.Name, element, scope));
    }

    private static XElement Element(TagScan tag, PrefixScope scope)
    {
        var element = new XElement(scope.Resolve(tag.Name, isElement: true));
        foreach ((string name, string value) in tag.Attributes)
            if (name != "xmlns" && !name.StartsWith("xmlns:", StringComparison.Ordinal))
                element.SetAttributeValue(scope.Resolve(name, isElement: false), Visible(Entities.Decode(value)));
        return element;
    }

    private void AddText(string piece)
    {
        if (piece.Length == 0 || open.Count == 0) return;
        XElement owner = open[^1].Element;
        if (owner.Name.LocalName != "t" && string.IsNullOrWhiteSpace(piece)) return;
        owner.Add(new XText(Visible(Entities.Decode(piece))));
    }

    private static bool IsNameStart(char sign) => char.IsLetter(sign) || sign == '_';

    // control characters are no text, and U+FFFD stands for bytes that were lost
    private static string Visible(string value)
    {
        if (!value.AsSpan().ContainsAnyInRange('\0', '\u0008') && !value.AsSpan().ContainsAnyInRange('\u000B', '\u001F')) return value;
        var kept = new StringBuilder(value.Length);
        foreach (char sign in value) if (sign >= ' ' || sign is '\t' or '\n' or '\r') kept.Append(sign);
        return kept.ToString();
    }
}

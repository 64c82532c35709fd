using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;

namespace Extraction.Formats.OpenXml.Repair;

/// <summary>A piece of damaged XML: text where <see cref="Name"/> is null, otherwise a tag.</summary>
/// <param name="Name">With its prefix.</param>
/// <param name="Text">Decoded characters of a text.</param>
/// <param name="IsStart">Whether it starts an element.</param>
/// <param name="IsEnd">Whether it ends one; an empty element's tag does both.</param>
/// <param name="Attributes">Of a start, in order.</param>
internal sealed record XmlPiece(string? Name, string Text, bool IsStart, bool IsEnd, IReadOnlyList<(string Name, string Value)> Attributes);

/// <summary>
/// Parts damaged XML into texts and tags without ever giving up: a bracket that begins no tag is text, a tag without its end stops at
/// the next one.
/// </summary>
internal sealed class XmlTags(string text)
{
    private static readonly (string, string)[] NoAttributes = [];
    private int at;

    /// <summary>Whether something was passed over or guessed that may have been text or have led to text.</summary>
    public bool LosesText { get; private set; }

    /// <summary>The pieces in order.</summary>
    public IEnumerable<XmlPiece> Read()
    {
        while (at < text.Length)
        {
            int open = text.IndexOf('<', at);
            if (open < 0) open = text.Length;
            if (open > at) yield return Text(text.AsSpan(at, open - at), decode: true);
            at = open;
            if (at < text.Length && Markup() is { } piece) yield return piece;
        }
    }

    private XmlPiece? Markup()
    {
        if (Starts("<!--")) return Passed("-->");
        if (Starts("<?")) return Passed("?>");
        if (Starts("<![CDATA["))
        {
            int end = text.IndexOf("]]>", at, StringComparison.Ordinal);
            XmlPiece data = Text(text.AsSpan(at + 9, (end < 0 ? text.Length : end) - at - 9), decode: false);
            (LosesText, at) = (LosesText || end < 0, end < 0 ? text.Length : end + 3);
            return data;
        }
        if (Starts("<!")) return Passed(text.AsSpan(at, (text.IndexOf('>', at) is var close and >= 0 ? close : text.Length) - at).Contains('[') ? "]>" : ">");
        if (Starts("</")) return End();
        if (at + 1 < text.Length && IsNameStart(text[at + 1])) return Start();
        at++;
        LosesText = true;
        return Text("<", decode: false);
    }

    // a comment, instruction or document type; one without an end is passed over up to the next bracket only
    private XmlPiece? Passed(string end)
    {
        int close = text.IndexOf(end, at, StringComparison.Ordinal);
        if (close < 0)
        {
            LosesText = true;
            close = text.IndexOf('<', at + 1);
            at = close < 0 ? text.Length : close;
        }
        else
        {
            at = close + end.Length;
        }
        return null;
    }

    private XmlPiece? End()
    {
        at += 2;
        string name = Name();
        int close = text.AsSpan(at).IndexOfAny('<', '>');
        bool isClosed = close >= 0 && text[at + close] == '>';
        LosesText |= !isClosed || name.Length == 0 || !text.AsSpan(at, close).IsWhiteSpace();
        at = close < 0 ? text.Length : at + close + (isClosed ? 1 : 0);
        return name.Length == 0 ? null : new XmlPiece(name, "", false, true, NoAttributes);
    }

    private XmlPiece Start()
    {
        at++;
        string name = Name();
        var attributes = new List<(string, string)>();
        while (at < text.Length)
        {
            char c = text[at];
            if (c == '>')
            {
                at++;
                return new XmlPiece(name, "", true, false, attributes);
            }
            if (c == '/' && at + 1 < text.Length && text[at + 1] == '>')
            {
                at += 2;
                return new XmlPiece(name, "", true, true, attributes);
            }
            if (c == '<') break;
            if (IsNameStart(c)) Attribute(attributes);
            else
            {
                LosesText |= !char.IsWhiteSpace(c);
                at++;
            }
        }
        LosesText = true;
        return new XmlPiece(name, "", true, false, attributes);
    }

    private void Attribute(List<(string, string)> attributes)
    {
        string name = Name();
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] == '=')) at++;
        if (at >= text.Length || text[at] is not ('"' or '\''))
        {
            LosesText = true;
            return;
        }
        int end = text.IndexOf(text[at], at + 1);
        int bracket = text.AsSpan(at + 1, (end < 0 ? text.Length : end) - at - 1).IndexOf('<');
        if (end < 0 || bracket >= 0)
        {
            // the closing quote is lost: the tag's own end is the next sign that can be trusted
            LosesText = true;
            end = text.AsSpan(at + 1).IndexOfAny('<', '>') is var stop and >= 0 ? at + 1 + stop : text.Length;
            attributes.Add((name, Decoded(text.AsSpan(at + 1, end - at - 1).TrimEnd('/'))));
            at = end;
            return;
        }
        attributes.Add((name, Decoded(text.AsSpan(at + 1, end - at - 1))));
        at = end + 1;
    }

    private string Name()
    {
        int start = at;
        while (at < text.Length && IsNameCharacter(text[at])) at++;
        return text[start..at];
    }

    private bool Starts(string mark) => string.CompareOrdinal(text, at, mark, 0, mark.Length) == 0;

    private static bool IsNameStart(char c) => XmlConvert.IsStartNCNameChar(c) || c == ':';

    private static bool IsNameCharacter(char c) => XmlConvert.IsNCNameChar(c) || c == ':';

    private XmlPiece Text(ReadOnlySpan<char> raw, bool decode) => new(null, decode ? Decoded(raw) : raw.ToString(), false, false, NoAttributes);

    private string Decoded(ReadOnlySpan<char> raw)
    {
        if (!raw.Contains('&')) return raw.ToString();
        var decoded = new StringBuilder(raw.Length);
        for (int i = 0; i < raw.Length; i++)
        {
            int end = raw[i] == '&' ? raw[i..Math.Min(raw.Length, i + 32)].IndexOf(';') : -1;
            if (end < 2)
            {
                decoded.Append(raw[i]); // a bare & is the character that it looks like
                continue;
            }
            decoded.Append(Entity(raw.Slice(i, end + 1)));
            i += end;
        }
        return decoded.ToString();
    }

    // entities of HTML stand for themselves; what a document declares itself may be a bomb, and is not followed
    private string Entity(ReadOnlySpan<char> entity)
    {
        if (entity[1] == '#')
        {
            bool isHex = entity[2] is 'x' or 'X';
            bool isNumber = int.TryParse(entity[(isHex ? 3 : 2)..^1], isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out int code);
            if (isNumber && Rune.IsValid(code)) return code > char.MaxValue || PartDecoder.IsAllowed((char)code) ? new Rune(code).ToString() : "";
        }
        string name = entity.ToString(), known = WebUtility.HtmlDecode(name);
        LosesText |= known == name && name != "&apos;";
        return name == "&apos;" ? "'" : known;
    }
}

using System.Xml.Linq;

namespace Extraction.Formats.OpenXml.Plain;

/// <summary>A prefix of names, and what it stands for where the parser is.</summary>
internal sealed class PlainPrefix(string text)
{
    public string Text => text;

    /// <summary>The transitional namespace; null where the prefix is not declared.</summary>
    public XNamespace? Namespace { get; set; }
}

/// <summary>A name as parts spell it (<c>w:p</c>), and the full name that it means where the parser is.</summary>
internal sealed class PlainName(byte[] bytes, uint hash, PlainPrefix prefix, string local, PlainName? following)
{
    private readonly XName bare = XNamespace.None + local;
    private XNamespace? meant;
    private XName? full;

    /// <summary>When as an element it only says how something looks; as far as the last call of <see cref="OfElement"/> knows.</summary>
    public Look Look { get; private set; }

    /// <summary>The attribute with which such an element tells more, empty for none; as far as the last call of <see cref="OfElement"/> knows.</summary>
    public string Telling { get; private set; } = "";

    public ReadOnlySpan<byte> Bytes => bytes;

    public uint Hash => hash;

    public PlainPrefix Prefix => prefix;

    public string Local => local;

    /// <summary>The next name of the same bucket.</summary>
    public PlainName? Following => following;

    /// <summary>The prefix that it declares as an attribute (<c>xmlns:w</c>, <c>xmlns</c>), null for other names.</summary>
    public PlainPrefix? Declares { get; init; }

    /// <summary>Whether it says how programs are to keep blanks.</summary>
    public bool IsSpace { get; } = prefix.Text == "xml" && local == "space";

    /// <summary>Whether as an attribute it notes an editing session of Word's, which stand on every paragraph and run and say nothing.</summary>
    public bool IsBookkeeping { get; } = local.StartsWith("rsid", StringComparison.Ordinal);

    /// <summary>As an element's; null where its prefix is not declared.</summary>
    public XName? OfElement()
    {
        if (prefix.Namespace is not { } now) return null;
        if (now == meant) return full;
        (meant, full) = (now, now + local);
        (Look, Telling) = (LookNames.Of(full), LookNames.Telling(full));
        return full;
    }

    /// <summary>As an attribute's, which no default namespace holds for; null where its prefix is not declared.</summary>
    public XName? OfAttribute() => prefix.Text.Length == 0 ? bare : OfElement();
}
